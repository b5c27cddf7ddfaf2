"""The parts that pages of the benchmark are made of: GOV.UK components with words by chance, and faults that axe-core knows."""

from __future__ import annotations

from random import Random

WORDS = (
    "apply permit council market street licence renew address change cancel report payment notice decision officer "
    "premises vehicle trader season public hearing evidence document appeal refund holder business region record "
    "inspection standard safety evening weekend application reference certificate guidance support contact service"
).split()

# By the axe-core rule that finds it. NUMBER becomes a number that is used once in a page.
FAULTS = {
    "image-alt": '<p class="govuk-body"><img src="/assets/plan-1.png" width="40" height="30"></p>',
    "label": '<div class="govuk-form-group"><input class="govuk-input" id="bare-NUMBER" name="bare-NUMBER" type="text"></div>',
    "color-contrast": '<p class="govuk-body" style="color: #9a9a9a">Pale words that few people can read, number NUMBER.</p>',
    "link-name": '<p class="govuk-body"><a class="govuk-link" href="/page-1.html"><span aria-hidden="true"></span></a></p>',
    "button-name": '<p><button type="button" class="govuk-button" id="nameless-NUMBER"></button></p>',
    "list": '<ul class="govuk-list"><div>No item NUMBER</div></ul>',
    "select-name": '<p><select class="govuk-select" id="select-NUMBER" name="select-NUMBER"><option value="1">One</option></select></p>',
    "aria-valid-attr-value": '<p class="govuk-body"><button type="button" aria-expanded="maybe" id="aria-NUMBER">Show NUMBER</button></p>',
    "empty-heading": '<h2 class="govuk-heading-m" id="empty-NUMBER"></h2>',
    "tabindex": '<p class="govuk-body"><a class="govuk-link" href="/page-2.html" tabindex="3">First to be reached NUMBER</a></p>',
    "target-size": '<p style="font-size: 8px; line-height: 9px"><button type="button" style="all: unset; width: 9px; height: 9px" aria-label="Less NUMBER">-</button>'
    '<button type="button" style="all: unset; width: 9px; height: 9px" aria-label="More NUMBER">+</button></p>',
    "td-headers-attr": '<table class="govuk-table"><tbody><tr><th id="head-NUMBER">Head</th></tr><tr><td headers="nowhere-NUMBER">Cell NUMBER</td></tr></tbody></table>',
}


def words(random: Random, least: int, most: int) -> str:
    """Some words as one sentence without its full stop."""
    return " ".join(random.choices(WORDS, k=random.randint(least, most))).capitalize()


def paragraph(random: Random, number: int) -> str:
    """One element of text."""
    return f'<p class="govuk-body">{words(random, 8, 40)}.</p>'


def section(random: Random, number: int) -> str:
    """A heading with text, a link and a list."""
    items = "".join(f"<li>{words(random, 2, 8)}</li>" for _ in range(random.randint(2, 7)))
    link = f'<a class="govuk-link" href="/page-{random.randint(1, 40)}.html">{words(random, 2, 4)} {number}</a>'
    return (
        f'<h2 class="govuk-heading-m" id="section-{number}">{words(random, 2, 6)} {number}</h2>'
        f'<p class="govuk-body">{words(random, 6, 20)} {link}.</p><ul class="govuk-list govuk-list--bullet">{items}</ul>'
    )


def table(random: Random, number: int) -> str:
    """A table with headers for its columns and rows."""
    columns = random.randint(2, 5)
    head = "".join(f'<th scope="col" class="govuk-table__header">{words(random, 1, 2)}</th>' for _ in range(columns))
    rows = "".join(
        f'<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{words(random, 1, 3)} {row}</th>'
        + "".join(f'<td class="govuk-table__cell govuk-table__cell--numeric">{random.randint(1, 9999)}</td>' for _ in range(columns - 1))
        + "</tr>"
        for row in range(random.randint(3, 12))
    )
    return (
        f'<table class="govuk-table"><caption class="govuk-table__caption govuk-table__caption--m">{words(random, 2, 5)} {number}</caption>'
        f'<thead class="govuk-table__head"><tr class="govuk-table__row">{head}</tr></thead><tbody class="govuk-table__body">{rows}</tbody></table>'
    )


def form(random: Random, number: int) -> str:
    """A form with a text field, radios, a select and a button."""
    radios = "".join(
        f'<div class="govuk-radios__item"><input class="govuk-radios__input" id="r-{number}-{n}" name="r-{number}" type="radio" value="{n}">'
        f'<label class="govuk-label govuk-radios__label" for="r-{number}-{n}">{words(random, 1, 4)}</label></div>'
        for n in range(random.randint(2, 6))
    )
    options = "".join(f'<option value="{n}">{words(random, 1, 2)}</option>' for n in range(random.randint(3, 12)))
    return (
        f'<form action="/page-{random.randint(1, 40)}.html" method="get" novalidate><div class="govuk-form-group">'
        f'<label class="govuk-label" for="t-{number}">{words(random, 2, 4)}</label><div id="t-{number}-hint" class="govuk-hint">{words(random, 4, 9)}</div>'
        f'<input class="govuk-input govuk-input--width-20" id="t-{number}" name="t-{number}" type="text" aria-describedby="t-{number}-hint"></div>'
        f'<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words(random, 3, 7)}</legend>'
        f'<div class="govuk-radios" data-module="govuk-radios">{radios}</div></fieldset></div><div class="govuk-form-group">'
        f'<label class="govuk-label" for="s-{number}">{words(random, 2, 4)}</label><select class="govuk-select" id="s-{number}" name="s-{number}">{options}</select></div>'
        f'<button type="submit" class="govuk-button" data-module="govuk-button">Continue to part {number}</button></form>'
    )


def summary(random: Random, number: int) -> str:
    """A list of answers with links that change them."""
    rows = "".join(
        f'<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{words(random, 1, 3)}</dt><dd class="govuk-summary-list__value">{words(random, 1, 6)}</dd>'
        f'<dd class="govuk-summary-list__actions"><a class="govuk-link" href="/page-{random.randint(1, 40)}.html">Change'
        f'<span class="govuk-visually-hidden"> answer {number} {row}</span></a></dd></div>'
        for row in range(random.randint(2, 9))
    )
    return f'<dl class="govuk-summary-list">{rows}</dl>'


def details(random: Random, number: int) -> str:
    """Text that is shown on demand."""
    return (
        f'<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">{words(random, 3, 6)} {number}</span></summary>'
        f'<div class="govuk-details__text">{words(random, 10, 40)}.</div></details>'
    )


def picture(random: Random, number: int) -> str:
    """Pictures: a PNG, and an SVG in the page."""
    return (
        f'<figure><img src="/assets/plan-{random.randint(1, 8)}.png" width="80" height="60" alt="Plan of {words(random, 2, 3)} {number}">'
        f'<figcaption class="govuk-body-s">{words(random, 3, 8)}</figcaption></figure>'
        f'<svg role="img" aria-label="Chart {number}" width="120" height="60" viewBox="0 0 120 60">'
        + "".join(f'<rect x="{n * 20}" y="{60 - height}" width="15" height="{height}" fill="#1d70b8"/>' for n, height in enumerate(random.choices(range(5, 60), k=6)))
        + "</svg>"
    )


def notice(random: Random, number: int) -> str:
    """Words that stand out: inset text, a warning and a tag."""
    return (
        f'<div class="govuk-inset-text">{words(random, 6, 20)}.</div><div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span>'
        f'<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span>{words(random, 5, 12)}.</strong></div>'
        f'<p class="govuk-body"><strong class="govuk-tag govuk-tag--blue">{words(random, 1, 2)}</strong></p>'
    )


def accordion(random: Random, number: int) -> str:
    """Sections that open and close by the script of GOV.UK Frontend."""
    sections = "".join(
        f'<div class="govuk-accordion__section"><div class="govuk-accordion__section-header"><h2 class="govuk-accordion__section-heading">'
        f'<span class="govuk-accordion__section-button" id="a-{number}-h-{n}">{words(random, 2, 5)} {number} {n}</span></h2></div>'
        f'<div id="a-{number}-c-{n}" class="govuk-accordion__section-content"><p class="govuk-body">{words(random, 8, 30)}.</p></div></div>'
        for n in range(random.randint(2, 5))
    )
    return f'<div class="govuk-accordion" data-module="govuk-accordion" id="a-{number}">{sections}</div>'


PARTS = (section, section, table, form, summary, details, picture, notice, accordion, paragraph)
