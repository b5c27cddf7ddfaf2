"""Texts are known by the words that they hold, whatever their format."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.evidence.vendored import shipped
from govlint.facts import builtin_facts
from govlint.facts.content_sketch import FEWEST, sketch_of


def linked(name: str) -> Evidence:
    url = f"https://a.gov.uk/{name}"
    body = (shipped("documents") / name).read_bytes()
    values = {"url": url, "asked": url, "role": "document", "status": 200, "found_on": "", "body": body, "raw_headers": []}
    return Evidence(values, {}, builtin_facts())


@pytest.mark.parametrize("name", ["words.odt", "words.docx", "words.xlsx"])
def test_a_text_is_like_itself_in_another_format(name):
    assert linked(name).get("content_sketch").likeness(linked("words.txt").get("content_sketch")) > 0.9


def test_a_text_is_unlike_another():
    assert linked("words.odt").get("content_sketch").likeness(linked("other-words.odt").get("content_sketch")) < 0.1


def test_half_of_the_words_in_common_is_half_a_likeness_or_so():
    words = {f"w{n}" for n in range(3_000)}
    one, other = {w for w in words if int(w[1:]) < 2_000}, {w for w in words if int(w[1:]) >= 1_000}

    assert 0.2 < sketch_of(one).likeness(sketch_of(other)) < 0.5


def test_a_text_of_few_words_is_not_known_by_them():
    with pytest.raises(Inapplicable, match="too few words"):
        linked("good.odt").get("content_sketch")
    assert FEWEST > 10
