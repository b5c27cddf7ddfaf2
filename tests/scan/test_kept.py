"""What the parent keeps of a page is equal to what came, and small."""

from __future__ import annotations

import pickle

from govlint.evidence.snapshot import Exchange, Job, Observation, Snapshot
from govlint.facts.answers import Answer, Pointer
from govlint.model.finding import Finding
from govlint.model.verdict import Place
from govlint.scan.kept import Kept
from govlint.scan.visit import Judged

JOB = Job("http://a.example/", wanted=("axe",))
EXCHANGE = Exchange(JOB.url, 200, (("content-type", "text/html"), ("set-cookie", "a=1")), b"<p>")
POINTER = Pointer("http://a.example/b", "", "Next", Place("#a", 3, 4, "<a id=a>"))
LIFTED = {
    "title": "Apply", "pointers": (POINTER,), "answer": Answer(JOB.url, JOB.url, 200), "numbers": (1, True, 1.0, None),
    "repeated_links": {"nav": (("http://a.example/b", "Next"),)}, "anchors": frozenset({"a"}), "versions": [1, "2"], "gone": KeyError("x"),
}  # fmt: skip


def came() -> Judged:
    """An answer as it comes from another process: a copy down to its last word."""
    finding = Finding("a/b", "failed", "serious", JOB.url, Place("#a"), "key", "Mend it.", fingerprint="0", cause="1")
    snapshot = Snapshot(JOB, "now", EXCHANGE, {"axe": Observation("axe", "1", [])})
    answer = Judged(snapshot, "page", (finding,), {"a/b": "failed"}, LIFTED, (("http://a.example/b", "Next"),), (("http://a.example/c", "C"),))
    return pickle.loads(pickle.dumps(answer))


def test_what_is_kept_is_equal_to_what_came_but_for_what_was_used_already():
    kept, answer = Kept().of(JOB, came()), came()

    assert (answer.findings, answer.outcomes, answer.role) == (kept.findings, kept.outcomes, kept.role)
    assert {k: v for k, v in LIFTED.items() if k != "gone"} == {k: v for k, v in kept.lifted.items() if k != "gone"}
    assert [int, bool, float, type(None)] == [type(part) for part in kept.lifted["numbers"]]
    assert (b"", {}, (), ()) == (kept.snapshot.exchange.body, kept.snapshot.observations, kept.links, kept.documents)
    assert ("text/html", "") == (kept.snapshot.exchange.media_type, kept.snapshot.exchange.header("set-cookie"))


def test_equal_values_that_are_not_the_same_are_kept_apart():
    keeper = Kept()
    pages = [keeper.of(JOB, Judged(Snapshot(JOB, "now"), "page", lifted={"number": (number,)})) for number in (1, True, 1.0, 1)]

    assert [int, bool, float, int] == [type(page.lifted["number"][0]) for page in pages]


def test_what_is_the_same_on_two_pages_is_there_once():
    keeper = Kept()
    one, two = keeper.of(JOB, came()), keeper.of(JOB, came())

    assert one.outcomes is two.outcomes
    assert one.lifted["pointers"] is two.lifted["pointers"]
    assert one.lifted["repeated_links"]["nav"] is two.lifted["repeated_links"]["nav"]
    assert one.snapshot.job is two.snapshot.job
