"""What is cut off or too wide is measured, and what WCAG leaves out is left out."""

import json

import pytest

from govlint.capture.layout import layout

PAGE = "<!doctype html><html lang=en><title>Page</title><style>{}</style><main>{}</main></html>"


def selectors(entries):
    return {entry["selector"].lstrip("#") for entry in entries}


@pytest.fixture(scope="module")
def narrow(ask):
    return ask(layout, "narrow.html")["reflow"]


@pytest.fixture(scope="module")
def grows(ask):
    return ask(layout, "grows.html")


def test_what_is_too_wide_for_320_pixels_is_named_by_its_outermost_element(narrow):
    assert (narrow["width"], narrow["scroll_width"]) == (320, 600)
    assert selectors(narrow["culprits"]) == {"fixed", "word"}
    assert {entry["right"] for entry in narrow["culprits"] if entry["selector"] == "#fixed"} == {600}


def test_tables_code_and_pictures_may_be_wide(narrow):
    assert selectors(narrow["excepted"]) == {"table", "pre", "map"}


def test_a_page_that_fits_has_no_culprits(ask):
    reflow = ask(layout, PAGE.format("div { max-width: 600px }", "<h1>Fits</h1><div>Well</div>"))["reflow"]

    assert (reflow["scroll_width"], reflow["culprits"], reflow["excepted"], reflow["cut"]) == (320, [], [], [])


def test_content_that_is_cut_on_a_narrow_screen_only_is_told(ask):
    css = "#box { overflow: hidden; height: 40px; line-height: 20px; width: 50% }"
    page = PAGE.format(css, "<p id=box>Some forty words would not do any harm here, but this many are too much.</p>")

    assert selectors(ask(layout, page)["reflow"]["cut"]) == {"box"}


def test_spaced_text_is_cut_only_by_a_box_that_cannot_grow(grows):
    assert selectors(grows["clipped"]["text_spacing"]) == {"fixed", "short"}


def test_text_of_twice_the_size_is_cut_only_by_a_box_that_cannot_grow(grows):
    assert selectors(grows["clipped"]["text_200"]) == {"fixed", "short"}


def test_a_line_that_ends_in_dots_is_told_apart(grows):
    assert {entry["selector"]: entry["ellipsis"] for entry in grows["clipped"]["text_200"]} == {"#fixed": False, "#short": True}


def test_what_the_browser_cuts_when_it_zooms_is_told_apart_from_what_larger_text_alone_cuts(ask):
    css = ".box { overflow: hidden; height: 40px; line-height: 20px; font-size: 16px }"
    words = "Some of these words fall into a third line when the window is half as wide as it was before. " * 3
    page = PAGE.format(css, f"<p id=zoom class=box>{words}</p><p id=text class=box>Two<br>lines</p>")
    entries = ask(layout, page)["clipped"]["text_200"]

    assert {entry["selector"]: entry["by"] for entry in entries} == {"#zoom": "zoom", "#text": "text"}


def test_an_excerpt_shows_the_page_as_it_was(grows):
    [entry] = [entry for entry in grows["clipped"]["text_200"] if entry["selector"] == "#fixed"]

    assert entry["html"].startswith('<p id="fixed" class="cut">Two lines')


def test_targets_have_their_size_with_their_label(ask):
    css = "button { width: 30px; height: 20px; padding: 0; border: 0 } input { margin: 0; width: 13px; height: 13px } label { float: left }"
    page = PAGE.format(css, "<button id=b>x</button><p>Read <a id=a href=#>this</a> first.</p><p><a id=c href=#>Alone</a></p>"
                            "<input id=r type=checkbox style='float: left'><label for=r style='width: 100px; height: 40px'>Choose</label>"
                            "<button hidden>y</button>")
    targets = {target["selector"].lstrip("#"): target for target in ask(layout, page)["targets"]}

    assert set(targets) == {"b", "a", "c", "r"}
    assert (targets["b"]["width"], targets["b"]["height"]) == (30, 20)
    assert (targets["r"]["width"], targets["r"]["height"]) == (113, 40)
    assert (targets["a"]["inline"], targets["c"]["inline"]) == (True, False)


def test_a_web_font_that_did_not_come_is_not_among_the_fonts(ask):
    css = "@font-face { font-family: Absent; src: url(/absent.woff2) } body { font-family: Absent, 'Two Words', serif } b { font-family: serif }"
    answer = ask(layout, PAGE.format(css, "<p>Twelve chars<b>Four</b>"))

    assert answer["fonts"] == [{"family": "Two Words", "count": 12}, {"family": "serif", "count": 4}]
    assert [url.rpartition("/")[2] for url in answer["assets"]] == ["absent.woff2"]


def test_the_answer_survives_a_round_trip_through_json(grows):
    assert json.loads(json.dumps(grows)) == grows
