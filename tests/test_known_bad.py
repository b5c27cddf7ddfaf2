"""Official examples that are broken in one place: most faults are noticed, and what is as good as before is not called a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.rulebook.packs import read_rulebook
from tools.known_bad import TARGET, judged, sampled, samples
from tools.known_good import page_rules
from tools.mutations import body, looks_of, mutants, pairs, shape, written

FIXTURES = Path(__file__).parent.parent / "fixtures/vendor/govuk-frontend"
FIELD = '<div class="govuk-form-group"><label class="govuk-label" for="a">Name</label><input class="govuk-input" id="a" name="a"></div>'


def done(html, options=None, others=()):
    return {(m.kind, m.part, m.done) for m in mutants(html, options, looks_of([html, *others]))}


def test_of_a_sample_of_faults_the_rules_notice_the_share_that_is_promised():
    book = read_rulebook()
    found, looks = samples(FIXTURES)
    broken = list(judged(book, page_rules(book), sampled(found, looks, 300, seed=1)))

    assert len(broken) >= 300
    assert sum(b.caught for b in broken) >= TARGET / 100 * len(broken)


def test_the_same_seed_draws_the_same_faults():
    found, looks = samples(FIXTURES)

    assert sampled(found, looks, 20, seed=3) == sampled(found, looks, 20, seed=3)
    assert sampled(found, looks, 20, seed=3) != sampled(found, looks, 20, seed=4)


def test_each_kind_of_fault_is_made():
    found = done(FIELD)

    assert ("class dropped", "govuk-label", "govuk-label") in found
    assert ("tag changed", "govuk-label", "div") in found
    assert ("attribute dropped", "govuk-label", "for") in found
    assert ("attribute changed", "govuk-input", "id") in found
    assert ("element deleted", "govuk-input", "input") in found


@pytest.mark.parametrize("kind", ["attribute dropped", "attribute changed"])
def test_what_the_author_of_a_page_gives_is_no_fault(kind):
    html = FIELD.replace("<input", '<input value="A" title="B"')

    assert not {(kind, "govuk-input", "value"), (kind, "govuk-input", "title")} & done(html)


def test_what_was_given_as_content_is_no_part_of_the_example():
    html = '<div class="govuk-inset-text"><p id="p">A</p></div>'

    assert ("tag changed", "p", "div") in done(html)
    assert ("tag changed", "p", "div") not in done(html, {"html": '<p id="p">A</p>'})


def test_what_looks_like_another_example_is_as_good():
    with_hint = FIELD.replace("<input", '<div class="govuk-hint">B</div><input')

    assert ("element deleted", "govuk-hint", "div") in done(with_hint)
    assert ("element deleted", "govuk-hint", "div") not in done(with_hint, others=[FIELD])


def test_but_not_where_something_then_points_at_nothing():
    with_hint = FIELD.replace("<input", '<div class="govuk-hint" id="h">B</div><input aria-describedby="h"')

    assert ("element deleted", "govuk-hint", "div") in done(with_hint, others=[FIELD])


def test_the_markup_is_written_as_it_was_read():
    html = '<p class="a" hidden>A &amp; B<br><b>C</b></p>'

    from tools.mutations import Change

    assert shape(html) == shape(written(body(html), Change(-1, None, None)))
    assert (frozenset(), frozenset(), False) == pairs(body(html))
