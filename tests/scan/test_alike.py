"""Which pages stand for which, and what is said of those that were left out."""

from __future__ import annotations

import random

from govlint.evidence.snapshot import Exchange, Job, Snapshot
from govlint.model.verdict import UNTESTED
from govlint.scan import alike
from govlint.scan.engine import trouble
from govlint.scan.visit import NOT_SHOWN, Judged

WHY = f"{NOT_SHOWN} Not tested: 2 rules."


def page(path, structure="a", examined=False, host="http://a.example"):
    url = host + path
    job = Job(url, wanted=("axe",) if examined else ())
    return Judged(
        Snapshot(job, "2026-01-01T00:00:00+00:00", Exchange(url, 200)), "page", lifted={"structure": structure},
        outcomes={"axe/x": "passed" if examined else UNTESTED}, browser=("axe",) if examined else (),
        findings=() if examined else (trouble("not-gathered", url, WHY),),
    )  # fmt: skip


def urls(judged, places):
    return [judged[place].snapshot.exchange.url for place in places]


def test_small_groups_are_examined_whole():
    judged = [page(f"/{number}") for number in range(3)] + [page("/x", "b")]

    assert len(alike.chosen(judged)) == 4


def test_three_of_a_group_are_examined_and_one_in_twenty_of_the_rest():
    sizes = [1, 2, 3, 4, 22, 23, 43, 403]

    assert [len(alike.chosen([page(f"/{number}") for number in range(size)])) for size in sizes] == [1, 2, 3, 3, 3, 4, 5, 23]


def test_the_order_of_the_visits_does_not_change_the_choice():
    judged = [page(f"/{number}", "ab"[number % 2]) for number in range(60)]
    mixed = random.Random(7).sample(judged, len(judged))

    assert urls(judged, alike.chosen(judged)) == urls(mixed, alike.chosen(mixed))


def test_the_same_pages_are_chosen_on_another_host():
    here, there = ([page(f"/{number}", host=host) for number in range(30)] for host in ("http://127.0.0.1:4000", "https://b.example"))

    assert alike.chosen(here) == alike.chosen(there)


def test_pages_of_two_sites_are_not_alike():
    assert len(alike.groups([page("/a"), page("/a", host="http://b.example")])) == 2


def test_a_page_of_unknown_structure_is_its_own_group():
    unknown = [page(f"/{number}", ValueError("not here")) for number in range(9)]

    assert len(alike.chosen(unknown)) == 9


def test_what_is_no_page_is_in_no_group():
    error = Judged(Snapshot(Job("http://a.example/e"), "2026-01-01T00:00:00+00:00", Exchange("http://a.example/e", 404)), "error")

    assert alike.groups([error]) == {}


def after(judged):
    """The same pages, those that were chosen examined."""
    for place in alike.chosen(judged):
        judged[place] = page(judged[place].snapshot.job.url.removeprefix("http://a.example"), examined=True)
    return judged


def test_a_page_that_was_left_out_says_where_to_look_and_does_not_count():
    answers = after([page(f"/{number}") for number in range(10)])
    (group,) = alike.told(answers, interrupted=False)
    left = [answer for answer in answers if not answer.browser]

    assert (len(group.examined), len(group.others), len(left)) == (3, 7, 7)
    assert {answer.sampled for answer in left} == {
        f"Judged in the browser by sample: see the 3 of 10 pages of group {group.group} that were examined there."
    }
    assert {(f.rule, f.settled, f.text) for answer in left for f in answer.findings} == {
        ("engine/not-sampled", "noted", f"Not in the sample: 3 of 10 alike pages (group {group.group}) were examined in a browser. Not tested: 2 rules.")
    }
    assert all(answer.outcomes == {"axe/x": UNTESTED} for answer in left)


def test_a_page_that_was_chosen_and_not_examined_counts_as_untested():
    judged = after([page(f"/{number}") for number in range(10)])
    lost = alike.chosen(judged)[0]
    judged[lost] = page(judged[lost].snapshot.job.url.removeprefix("http://a.example"))
    (group,) = alike.told(judged, interrupted=False)

    assert [(f.rule, f.settled) for f in judged[lost].findings] == [("engine/not-gathered", "")] and not judged[lost].sampled
    assert judged[lost].snapshot.job.url in group.others


def test_after_an_interruption_nothing_stands_for_anything():
    answers = [page(f"/{number}") for number in range(10)]
    (group,) = alike.told(answers, interrupted=True)

    assert {(f.rule, f.settled) for answer in answers for f in answer.findings} == {("engine/not-gathered", "")}
    assert not group.examined and len(group.others) == 10
