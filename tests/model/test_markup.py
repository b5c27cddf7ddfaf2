"""Which of several ways to write something fits the versions that pages use."""

from __future__ import annotations

import pytest

from govlint.model.markup import Markup, fitting, names_versions

LABELS = ("version 4 and before", "before version 5.5", "version 5, from 5.10", "version 5 and after", "before version 6", "version 6")
WAYS = tuple(Markup(label, label) for label in LABELS)


def shown(*majors):
    return [way.version for way in fitting(WAYS, majors)]


@pytest.mark.parametrize(
    ("majors", "labels"),
    [
        ((1,), ["version 4 and before", "before version 5.5", "before version 6"]),
        ((4,), ["version 4 and before", "before version 5.5", "before version 6"]),
        ((5,), ["before version 5.5", "version 5, from 5.10", "version 5 and after", "before version 6"]),
        ((6,), ["version 5 and after", "version 6"]),
        ((7,), ["version 5 and after"]),
    ],
)
def test_a_page_is_shown_what_fits_its_version(majors, labels):
    assert shown(majors) == labels


def test_a_page_that_may_be_of_two_versions_is_shown_the_ways_of_both():
    assert shown((4, 6)) == [label for label in LABELS if label != "version 5, from 5.10"]


def test_two_pages_are_shown_the_ways_of_both():
    assert shown((4,), (6,)) == shown((4, 6))


@pytest.mark.parametrize("majors", [(), ((),), ((6,), ())])
def test_all_ways_are_shown_where_a_page_does_not_tell_its_version(majors):
    assert fitting(WAYS, majors) == WAYS


def test_a_label_without_versions_always_fits():
    ways = (Markup("<p>", ""), Markup("<b>", "one question"), Markup("<i>", "version 5"))

    assert fitting(ways, [(6,)]) == ways[:2]


def test_where_no_way_fits_all_are_shown():
    assert fitting(WAYS[-1:], [(4,)]) == WAYS[-1:]


def test_a_label_names_versions_as_a_whole():
    assert all(map(names_versions, LABELS))
    assert not any(map(names_versions, ("", "one question", "version six", "in version 6", "version 6 only")))
