"""Fields that ask for personal data are known by their type, purpose or name."""

import pytest

from govlint.facts.personal import personal_fields
from govlint.facts.place import parse


def kinds(*fields):
    return [field.kind for field in personal_fields(parse(f"<form>{''.join(fields)}</form>"))]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ('<input type="email">', "email address"),
        ('<input type="tel">', "telephone number"),
        ('<input type="password">', "password"),
        ('<input autocomplete="home email">', "email address"),
        ('<input autocomplete="CC-Number">', "payment card"),
        ('<input name="contact[firstName]">', "name"),
        ('<input name="applicant.date_of_birth-day">', "date of birth"),
        ('<input id="national-insurance-number">', "National Insurance number"),
        ('<input name="sortCode">', "bank or card details"),
        ('<textarea name="email"></textarea>', "email address"),
        ('<select name="dob-month"></select>', "date of birth"),
    ],
)
def test_a_field_says_what_it_asks_for(field, kind):
    assert kinds(field) == [kind]


@pytest.mark.parametrize(
    "field",
    [
        '<input type="search" name="q">',
        '<input type="hidden" name="email">',
        '<input type="radio" name="email">',
        '<input type="submit" name="email">',
        '<input name="file-name">',
        '<input name="username">',
        '<input name="postcode" autocomplete="postal-code">',
        '<input name="emails-per-day">',
        "<input>",
    ],
)
def test_other_fields_ask_for_nothing_personal(field):
    assert kinds(field) == []


def test_a_field_knows_how_its_form_is_sent():
    (field,) = personal_fields(parse('<form method=" POST " action=" /a "><p><input type="email"></p></form>'))
    assert (field.method, field.action) == ("post", "/a")


def test_a_field_outside_any_form_is_sent_by_none():
    assert personal_fields(parse('<input type="email">')) == ()
