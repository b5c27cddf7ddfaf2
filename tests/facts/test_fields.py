"""The fields of a page of the GOV.UK template, by what their labels say."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.facts import builtin_facts


def fields(html):
    return Evidence({"html": html}, {}, builtin_facts()).get("govuk_fields")


def page(html):
    return f'<body class="govuk-template__body">{html}</body>'


def test_a_field_knows_its_label_and_what_that_asks_for():
    [field] = fields(page('<label for="a">What is your email address? (optional)</label><input id="a" type="EMAIL">')).every

    assert (field.kind, field.label, field.asks) == ("email", "What is your email address? (optional)", "email address")


def test_buttons_and_what_is_hidden_are_no_fields():
    html = "<input type=hidden><input type=submit><input type=Image><button></button><input><select></select><textarea></textarea>"

    assert [field.kind for field in fields(page(html)).every] == ["text", "select", "textarea"]


def test_fields_of_a_form_are_found_by_the_form_and_know_their_fieldset():
    found = fields(page("<input><form><fieldset><div><input></div></fieldset><input></form>"))

    [inner] = found.by_form.values()
    assert [field.group is not None for field in inner] == [True, False]
    assert len(found.every) == 3


def test_another_page_has_no_such_fields():
    with pytest.raises(Inapplicable):
        fields("<input>")


def test_what_a_label_says_is_known_by_the_id_that_it_names_the_last_counts():
    html = '<label for="a">First</label><label for="a">Last</label><label for="">Nothing</label><label>Around</label>'

    assert Evidence({"html": html}, {}, builtin_facts()).get("label_words") == {"a": "Last"}
