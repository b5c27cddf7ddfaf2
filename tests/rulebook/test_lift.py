"""A fact of each page, for rules over a whole site."""

from __future__ import annotations

import weakref
from collections.abc import Mapping

from govlint.evidence.fact import Evidence, Inapplicable, NotGathered
from govlint.rulebook.rule import lift


class Words:
    """A fact that can be followed to its end."""


class Read(Mapping):
    """Facts that are made anew each time that they are asked for, as those that lie in a file."""

    def __init__(self, living):
        self._living = living

    def __getitem__(self, name):
        if name != "words":
            raise KeyError(name)
        words = Words()
        self._living.add(words)
        return words

    def __iter__(self):
        return iter(["words"])

    def __len__(self):
        return 1


def test_pages_without_the_fact_are_left_out_and_those_that_were_not_reached_are_told():
    facts = {"/": "a", "/pdf": Inapplicable("no page"), "/down": NotGathered("no answer")}
    found = lift("title", {url: Evidence({"title": fact}, {}, {}) for url, fact in facts.items()})

    assert ({"/": "a"}, ("/down",), 1) == (dict(found), found.unseen, len(found))
    assert ("/" in found, "/pdf" in found, "/down" in found) == (True, False, False)


def test_a_fact_is_held_no_longer_than_a_rule_looks_at_it():
    living = weakref.WeakSet()
    found = lift("words", {f"/{number}": Evidence(Read(living), {}, {}) for number in range(100)})
    most = 0
    for _, words in found.items():
        assert isinstance(words, Words)
        most = max(most, len(living))

    assert (100, True) == (len(found), most <= 2)
