"""Real keys are pressed, and the trail says where focus went."""

import json

import pytest

from govlint.capture.interact import focus_trail
from tests.loopback import Loopback, html

PAGE = "<!doctype html><html lang=en><title>Page</title><main>{}</main></html>"
HANDING_ON = """<a id=before href=#>Before</a>
    <button id=one onblur="setTimeout(() => two.focus(), 10)">One</button>
    <button id=two onblur="setTimeout(() => one.focus(), 10)">Two</button><a id=after href=#>After</a>{}"""


def by_selector(trail):
    return {told["selector"]: told for told in trail["details"]}


def where(trail, key):
    return {told["selector"].lstrip("#") for told in trail["details"] if told[key]}


def test_focus_walks_through_the_page_and_out(ask):
    trail = ask(focus_trail, PAGE.format("<a id=a href=#>A</a><button id=b>B</button><input id=c>"))

    assert trail["stops"] == ["#a", "#b", "#c"]
    assert (trail["controls"], trail["escaped"], trail["trap"], trail["presses"]) == (3, True, [], 4)


@pytest.mark.parametrize(("controls", "stops"), [("", 0), ("<a href=#>Only</a>", 1), ("<a href=#>A</a><a href=#>B</a>", 2)])
def test_a_page_with_few_controls_is_no_trap(ask, controls, stops):
    trail = ask(focus_trail, PAGE.format(controls))

    assert (len(trail["stops"]), trail["escaped"], trail["trap"]) == (stops, True, [])


def test_the_trail_survives_a_round_trip_through_json(ask):
    trail = ask(focus_trail, "looks.html")

    assert json.loads(json.dumps(trail)) == trail


def test_a_stop_says_what_it_is(ask):
    page = PAGE.format('<label for=n>Your name</label><input id=n style="position: absolute; left: 50px; top: 2000px; width: 90px; margin: 0">')
    [told] = ask(focus_trail, page)["details"]

    assert (told["selector"], told["tag"], told["role"], told["name"]) == ("#n", "input", "textbox", "Your name")
    assert told["html"].startswith('<input id="n"')
    assert told["box"][:2] == [50, 2000]
    assert told["visible"]


def test_focus_set_by_the_page_does_not_hide_what_comes_before(ask):
    page = PAGE.format("<a id=a href=#>A</a><div id=error tabindex=-1>Error</div><a id=b href=#>B</a><script>error.focus()</script>")

    assert ask(focus_trail, page)["stops"] == ["#a", "#b"]


def test_a_link_that_swallows_keys_is_a_trap(ask):
    trail = ask(focus_trail, "trap.html")

    assert trail["trap"] == ["#trap"]
    assert not trail["escaped"]
    assert trail["stops"][:2] == ["#before", "#trap"]
    assert trail["context_changes"] == []


def test_a_page_whose_only_control_swallows_keys_is_a_trap(ask):
    trail = ask(focus_trail, PAGE.format("<a id=only href=# onkeydown='event.preventDefault()'>Only</a>"))

    assert (trail["trap"], trail["escaped"]) == (["#only"], False)


def test_two_controls_that_hand_focus_to_each_other_are_a_trap(ask):
    trail = ask(focus_trail, PAGE.format(HANDING_ON.format("")))

    assert (set(trail["trap"]), trail["escaped"]) == ({"#one", "#two"}, False)


def test_a_key_that_the_page_names_is_tried(ask):
    advice = """<p>Press Ctrl + M to leave.<script>
        addEventListener('keydown', e => { if (e.ctrlKey && e.key === 'm') for (const b of [one, two]) b.onblur = null })</script>"""
    trail = ask(focus_trail, PAGE.format(HANDING_ON.format(advice)))

    assert (trail["trap"], trail["escaped"]) == ([], True)


def test_a_control_that_fetches_focus_back_later_is_a_trap(ask):
    trail = ask(focus_trail, PAGE.format("<a href=#>A</a><button id=b onblur='setTimeout(() => this.focus(), 10)'>B</button><a href=#>C</a>"))

    assert (trail["trap"], trail["escaped"]) == (["#b"], False)


def test_a_last_control_that_fetches_focus_back_is_a_trap(ask):
    trail = ask(focus_trail, PAGE.format("<a href=#>A</a><button id=b onblur='setTimeout(() => this.focus(), 10)'>B</button>"))

    assert (trail["trap"], trail["escaped"]) == (["#b"], False)


def test_an_editor_that_escape_leaves_is_no_trap(ask):
    trail = ask(focus_trail, "editor.html")

    assert (trail["trap"], trail["escaped"]) == ([], True)


def test_a_way_back_is_a_way_out(ask):
    page = PAGE.format("<a id=a href=#>A</a><input id=b onkeydown='if (!event.shiftKey) event.preventDefault()'>")

    assert ask(focus_trail, page)["escaped"]


def test_a_dialog_with_a_button_to_close_it_is_not_called_a_trap(ask):
    trail = ask(focus_trail, "dialog.html")

    assert (trail["trap"], trail["escaped"]) == ([], False)
    assert trail["stops"] == ["#accept", "#reject"]


def test_a_native_dialog_counts_only_what_is_in_it(ask):
    page = PAGE.format("<a href=#>Behind</a><dialog id=d><button id=close>Close</button></dialog><script>d.showModal()</script>")
    trail = ask(focus_trail, page)

    assert (trail["stops"], trail["controls"], trail["escaped"]) == (["#close"], 1, True)


def test_parts_of_controls_frames_and_shadow_trees_are_no_trap(ask):
    trail = ask(focus_trail, "parts.html")

    assert trail["escaped"]
    assert trail["stops"] == [
        "#date", "#time", "#both", "#month", "#audio", "#frame >>> body > a", "#frame >>> #two",
        "#open >>> #inner", "#closed", "#second", "#summary", "#last",
    ]  # fmt: skip
    assert trail["controls"] == len(trail["stops"]) - 1  # nobody can count what a closed tree holds


def test_a_frame_of_another_origin_is_one_stop(browser, ask):
    with Loopback({"/": html("<a href=#>One</a><a href=#>Two</a><a href=#>Three</a>")}) as other:
        address = other.url.replace("127.0.0.1", "localhost")
        trail = ask(focus_trail, PAGE.format(f"<a id=a href=#>A</a><iframe id=f title=f src='{address}/'></iframe><a id=b href=#>B</a>"))

    assert (trail["stops"], trail["controls"], trail["escaped"]) == (["#a", "#f", "#b"], 2, True)


def test_more_controls_than_presses_is_neither_escape_nor_trap(ask):
    trail = ask(focus_trail, PAGE.format("<a href=#>A</a> " * 121))

    assert (trail["escaped"], trail["trap"], trail["presses"], trail["controls"]) == (False, [], 120, 121)
    assert len(set(trail["stops"])) == len(trail["stops"])


def test_a_change_of_look_is_seen_wherever_it_is(ask):
    trail = ask(focus_trail, "looks.html")
    shown = {"skip", "browser", "shadow", "slow", "underline", "before", "choice", "within", "toggle", "inner", "overlay"}

    assert where(trail, "changed") == shown
    assert where(trail, "caret") == {"caret"}
    assert {told["selector"] for told in trail["details"] if not told["visible"]} == {"#away"}


def test_only_what_stays_and_cannot_be_seen_through_covers(ask):
    assert where(ask(focus_trail, "covers.html"), "obscured") == {"under"}


def test_only_what_a_mouse_alone_can_use_is_unreached(ask):
    trail = ask(focus_trail, "clicks.html")
    unreached = {told["selector"].lstrip("#") for told in trail["unreached"]}

    assert unreached == {"fake", "inline", "bare", "picture", "role", "sort", "submenu", "tip"}
    assert all(told["why"] and told["html"] for told in trail["unreached"])


def test_what_focus_alone_sets_off_is_told_and_not_done(ask, browser):
    trail = ask(focus_trail, "on_focus.html")
    told = {change["selector"].lstrip("#"): change["what"].split(" http")[0] for change in trail["context_changes"]}

    assert told == {
        "moves": "goes to",
        "opens": "opens a window: /other",
        "late": "opens a window: /late",
        "submits": "submits a form",
        "asks": "opens a message box",
    }
    assert trail["stops"][-1] == "#last"
    assert trail["escaped"]
    assert {told["selector"] for told in trail["details"] if not told["keeps"]} == {"#loses"}
