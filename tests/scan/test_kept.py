"""What the parent keeps of a page is equal to what came, and lies in a file."""

from __future__ import annotations

import pickle

from govlint.evidence.fact import Inapplicable
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
    "repeated_links": {"nav": (("http://a.example/b", "Next"),)}, "anchors": frozenset({"a"}), "versions": [1, "2"], "gone": Inapplicable("x"),
}  # fmt: skip


def finding(text="Mend it."):
    return Finding("a/b", "failed", "serious", JOB.url, Place("#a"), "key", text, fingerprint="0", cause="1")


def came(**given) -> Judged:
    """An answer as it comes from another process: a copy down to its last word."""
    snapshot = Snapshot(JOB, "now", EXCHANGE, {"axe": Observation("axe", "1", [])})
    answer = Judged(snapshot, "page", **{
        "findings": (finding(),), "outcomes": {"a/b": "failed"}, "lifted": LIFTED,
        "links": (("http://a.example/b", "Next"),), "documents": (("http://a.example/c", "C"),),
    } | given)  # fmt: skip
    return pickle.loads(pickle.dumps(answer))


def test_what_is_kept_is_equal_to_what_came_but_for_what_was_used_already():
    keeper, answer = Kept(), came()
    keeper.append(came())
    (kept,) = keeper

    assert (answer.findings, answer.outcomes, answer.role, JOB) == (kept.findings, kept.outcomes, kept.role, kept.snapshot.job)
    assert list(LIFTED) == list(kept.lifted)
    assert {k: v for k, v in LIFTED.items() if k != "gone"} == {k: v for k, v in kept.lifted.items() if k != "gone"}
    assert (Inapplicable, "x", None) == (type(kept.lifted["gone"]), str(kept.lifted["gone"]), kept.lifted.get("nothing"))
    assert [int, bool, float, type(None)] == [type(part) for part in kept.lifted["numbers"]]
    assert (b"", {}, (), ()) == (kept.snapshot.exchange.body, kept.snapshot.observations, kept.links, kept.documents)
    assert ("text/html", "") == (kept.snapshot.exchange.media_type, kept.snapshot.exchange.header("set-cookie"))


def test_answers_are_found_at_their_places():
    keeper = Kept()
    for number in range(3):
        keeper.append(came(findings=[finding(f"{number}{letter}") for letter in "ab"[:number]], lifted={"number": number}))

    assert [[], ["1a"], ["2a", "2b"]] == [[f.text for f in answer.findings] for answer in keeper]
    assert [0, 1, 2] == [answer.lifted["number"] for answer in keeper]
    assert [1, 2] == [answer.lifted["number"] for answer in keeper[1:]]
    assert (2, 3) == (keeper[-1].lifted["number"], len(keeper))


def test_an_answer_stands_at_the_place_of_another_with_what_was_kept_of_that():
    keeper = Kept()
    keeper.append(came())
    keeper.append(came())
    keeper[0] = came(outcomes={}, findings=(), group="g")

    assert ("g", {}, []) == (keeper[0].group, keeper[0].outcomes, list(keeper[0].findings))
    assert ("", {"a/b": "failed"}, [finding()]) == (keeper[1].group, keeper[1].outcomes, list(keeper[1].findings))
    keeper[0] = keeper[1]  # with facts and findings that lie there already

    assert ("Apply", [finding()]) == (keeper[0].lifted["title"], list(keeper[0].findings))


def test_outcomes_that_are_the_same_on_two_pages_are_there_once():
    keeper = Kept()
    keeper.append(came())
    keeper.append(came())

    assert keeper[0].outcomes is keeper[1].outcomes
