"""The structure of a page: the same for pages of one template, another where axe-core could see a difference."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govlint.evidence.fact import Evidence, NotGathered
from govlint.facts import builtin_facts

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="{title}">
<link rel="stylesheet" href="/style.css"><style>p {{ margin: 0 }}</style><script src="/page.js"></script></head>
<body class="page wide"><a href="#main" class="skip">Skip</a>
<header><nav aria-label="Main"><ul>{links}</ul></nav></header>
<main id="main"><h1 id="top">{title}</h1>{paragraphs}
<h2 aria-level="2">{title}</h2><dl>{terms}</dl>
<table><caption>{title}</caption><tr><th scope="col">{title}</th></tr>{rows}</table>
<form><label for="age">{title}</label><input id="age" type="text" name="age" aria-required="true">
<div role="alert" aria-live="polite" style="color: red" data-module="notice">{title}</div>
<img src="/{number}.png" alt="{title}" width="300" height="200"><p><a href="/x{number}" title="{title}">{title}</a></p>
<button type="submit">{title}</button></form><iframe src="/map" title="{title}"></iframe></main>
<footer><p>{title}</p></footer></body></html>"""
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=12)


def page(title="Parking", links=3, paragraphs=2, terms=2, rows=2, number=1):
    return PAGE.format(
        title=title, number=number, links="".join(f'<li class="item"><a href="/{n}">{title}</a></li>' for n in range(links)),
        paragraphs=f"<p class='text'>{title}</p>" * paragraphs, terms=f"<dt>{title}</dt><dd>{title}</dd>" * terms,
        rows=f"<tr><td>{title}</td></tr>" * rows,
    )  # fmt: skip


def structure(html, url="http://a.example/b/c", **more):
    return Evidence({"html": html, "url": url, **more}, {}, builtin_facts()).get("structure")


NUMBER = st.integers(1, 6)


@settings(deadline=None, max_examples=60)
@given(WORDS, NUMBER, NUMBER, NUMBER, NUMBER, st.integers(1, 999))
def test_other_words_and_another_number_of_items_are_the_same_structure(title, links, paragraphs, terms, rows, number):
    assert structure(page(title, links, paragraphs, terms, rows, number)) == structure(page())


CHANGES = {
    "another component": ("<footer>", '<div class="banner">x</div><footer>'),
    "a component less": ('<a href="#main" class="skip">Skip</a>', ""),
    "another element": ("<footer><p>", "<footer><div>"),
    "another class": ('class="page wide"', 'class="page narrow"'),
    "a class more": ('class="item"', 'class="item first"'),
    "another role": ('role="alert"', 'role="status"'),
    "no role": ('role="alert" ', ""),
    "another heading level": ("<h2 aria-level", "<h3 aria-level"),
    "another level by attribute": ('aria-level="2"', 'aria-level="3"'),
    "no heading": ('<h1 id="top">Parking</h1>', "<p>Parking</p>"),
    "another type of field": ('type="text"', 'type="email"'),
    "a field for something to complete": ('name="age"', 'name="age" autocomplete="bday"'),
    "no alternative": (' alt="Parking"', ""),
    "an empty alternative": (' alt="Parking"', ' alt=""'),
    "no language": (' lang="en"', ""),
    "another language": (' lang="en"', ' lang="cy"'),
    "no label": ('<label for="age">Parking</label>', ""),
    "a label for nothing": ('for="age"', 'for="aged"'),
    "a label without words": ('<label for="age">Parking</label>', '<label for="age"></label>'),
    "no state": (' aria-required="true"', ""),
    "another state": ('aria-required="true"', 'aria-required="false"'),
    "no name of a landmark": (' aria-label="Main"', ""),
    "no title of a frame": (' title="Parking"></iframe>', "></iframe>"),
    "another frame": ('src="/map"', 'src="/film"'),
    "no title of a link": ('1" title="Parking"', '1"'),
    "a button without words": ("submit\">Parking<", "submit\"><"),
    "no title": ("<title>Parking</title>", "<title></title>"),
    "another style": ('style="color: red"', 'style="color: pink"'),
    "a colour": ("<dl>", '<dl bgcolor="pink">'),
    "another style sheet": ('"/style.css"', '"/other.css"'),
    "another style element": ("margin: 0", "margin: 1px"),
    "another script": ('"/page.js"', '"/other.js"'),
    "another script element": ("</head>", "<script>let a</script></head>"),
    "another behaviour": ('data-module="notice"', 'data-module="tabs"'),
    "a handler": ("<button ", '<button onclick="go()" '),
    "no way to zoom": ("width=device-width", "width=device-width, user-scalable=no"),
    "a refresh": ("<title>", '<meta http-equiv="refresh" content="5"><title>'),
    "the same id again": ("<footer>", '<footer id="age">'),
    "a skip link to nothing": ('href="#main"', 'href="#gone"'),
    "a second main landmark": ("</main>", "</main><main></main>"),
    "a second, equal landmark": ("<footer><p>Parking</p></footer>", "<footer><p>Parking</p></footer>" * 2),
    "a picture that says its link again": ("Parking</a></p>", 'Parking<img src="/i.png" alt="Parking"></a></p>'),
    "a picture wider than a small screen": ('width="300"', 'width="400"'),
    "a quirky doctype": ("<!doctype html>\n", ""),
    "another order": ("<footer><p>", "<footer><p>x</p><h2>y</h2><p>"),
    "a list without items": ('<li class="item"><a href="/0">Parking</a></li>', ""),
    "focus in another order": ('<button type="submit"', '<button type="submit" tabindex="1"'),
    "a hidden part": ("<footer>", "<footer hidden>"),
    "a header cell less": ('<th scope="col">Parking</th>', "<td>Parking</td>"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_axe_could_see_is_another_structure(change):
    old, new = CHANGES[change]
    given = page(links=1)
    assert given.count(old) == 1, f"the change {change!r} does not fit the page once"

    assert structure(given.replace(old, new)) != structure(given)


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(sorted(CHANGES)), WORDS, NUMBER, NUMBER, NUMBER)
def test_a_change_is_seen_whatever_the_words_are(change, title, paragraphs, terms, rows):
    changed = page(links=1).replace(*CHANGES[change])

    assert structure(changed) != structure(page(title, 1, paragraphs, terms, rows))


def test_a_second_picture_that_says_its_link_again_is_told_from_one_that_does_not():
    one = '<a href="/x">Parking <img src="/i.png" alt="{}"></a>'

    assert structure(one.format("parking")) != structure(one.format("a car"))


def test_the_same_style_sheet_by_another_way_is_the_same():
    sheet = '<!doctype html><link rel=stylesheet href="{}"><p>x'

    assert structure(sheet.format("../s.css"), "http://a.example/b/c") == structure(sheet.format("s.css"), "http://a.example/d")
    assert structure(sheet.format("s.css"), "http://a.example/b/c") != structure(sheet.format("s.css"), "http://a.example/d")


def test_two_hosts_with_the_same_pages_have_the_same_structures():
    assert structure(page(), "http://127.0.0.1:4000/") == structure(page(), "https://www.example/")


def test_what_a_template_holds_counts():
    assert structure("<template><b>x</b></template>") != structure("<template><i>x</i></template>")


def test_the_data_of_a_page_does_not_count():
    data = '<script type="application/ld+json">{{"name": "{}"}}</script>'

    assert structure(data.format("a")) == structure(data.format("b"))


def test_a_comment_and_white_space_are_no_structure():
    assert structure("<p>x</p><!-- a --> <p>y</p>\n") == structure("<p>x</p><p>y</p>")


def test_a_page_that_is_not_whole_has_no_known_structure():
    with pytest.raises(NotGathered, match="not here as a whole"):
        structure(page(), truncated="cut at 20 MB")


def test_depth_has_no_limit():
    assert structure("<div>" * 4000) != structure("<div>" * 4001)
