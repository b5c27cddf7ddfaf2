"""axe-core looks at the whole page, frames included, whatever the page does with its names."""

import pytest

from govlint.capture.axe import axe
from govlint.capture.browser import BrowserFailed
from govlint.evidence.snapshot import Vantage
from govlint.evidence.vendored import vendored_version
from tests.loopback import Loopback, html

PAGE = '<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1>{}</main>'
NO_ALT = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=40 height=40>'


def outcomes(answer):
    return {result["id"]: result["outcome"] for result in answer["results"]}


def nodes(answer, rule):
    return [node for result in answer["results"] if result["id"] == rule for node in result["nodes"]]


def test_the_pinned_axe_core_answers_and_not_the_one_of_the_python_package(ask):
    assert ask(axe, PAGE.format(""))["version"] == vendored_version("axe-core")


def test_a_failing_element_comes_with_its_selector_markup_and_reason(ask):
    [node] = nodes(ask(axe, PAGE.format(f"<p id=p>{NO_ALT}")), "image-alt")

    assert node["target"] == ["img"]
    assert node["html"].startswith("<img src=")
    assert node["summary"].startswith("Fix any of the following:\n  Element does not have an alt attribute")


def test_the_one_thing_that_has_to_be_mended_is_the_message_and_of_several_ways_out_none(ask):
    answer = ask(axe, PAGE.format(f"{NO_ALT}<ul><p>x</p></ul>"))

    assert [""] == [node["message"] for node in nodes(answer, "image-alt")]
    assert all("p" in node["message"] for node in nodes(answer, "list")) and nodes(answer, "list")


def test_all_rules_are_named_and_only_what_is_wrong_has_nodes(ask):
    answer = ask(axe, PAGE.format(NO_ALT))

    assert {"violations", "passes", "inapplicable"} <= set(outcomes(answer).values())
    assert {result["outcome"] for result in answer["results"] if result["nodes"]} <= {"violations", "incomplete"}


def test_the_size_of_targets_is_looked_at(ask):
    small = '<style>button { width: 12px; height: 12px; padding: 0; border: 0; display: block }</style>'
    answer = ask(axe, PAGE.format(f"{small}<button>x</button><button>y</button>"))

    assert outcomes(answer)["target-size"] == "violations"


@pytest.mark.parametrize("depth", [1, 2])
def test_a_frame_of_the_same_origin_is_looked_into(ask, depth):
    frames = {f"frame{n}.html": PAGE.format(f'<iframe title=f src="/frame{n + 1}.html"></iframe>') for n in range(1, depth)}
    frames[f"frame{depth}.html"] = PAGE.format(NO_ALT)
    [node] = nodes(ask(axe, PAGE.format('<iframe title=f src="/frame1.html"></iframe>'), **frames), "image-alt")

    assert node["target"] == ["iframe"] * depth + ["img"]


def test_a_frame_is_told_as_the_page_wrote_it(ask):
    [node] = nodes(ask(axe, PAGE.format('<iframe src="/frame.html"></iframe>'), **{"frame.html": PAGE.format("")}), "frame-title")

    assert (node["target"], node["html"]) == (["iframe"], '<iframe src="/frame.html"></iframe>')


def test_a_frame_of_another_origin_is_looked_into(browser):
    with Loopback({"/": html(PAGE.format(NO_ALT))}) as other:
        framing = PAGE.format(f'<iframe title=f src="{other.url.replace("127.0.0.1", "localhost")}/"></iframe>')
        with Loopback({"/": html(framing)}) as server:
            browser.open(server.url + "/", Vantage())
            [node] = nodes(browser.run(axe, Vantage()), "image-alt")

    assert node["target"] == ["iframe", "img"]


def test_a_frame_without_scripts_does_not_lose_the_page(ask):
    page = PAGE.format(f'{NO_ALT}<iframe sandbox title=f srcdoc="<p>Hello"></iframe><iframe title=g src="about:blank"></iframe>')

    assert [node["target"] for node in nodes(ask(axe, page), "image-alt")] == [["img"]]


def test_an_element_in_a_shadow_root_has_one_selector_for_each_tree(ask):
    page = PAGE.format(f"""<div id=host></div><script>
        document.getElementById('host').attachShadow({{ mode: 'open' }}).innerHTML = '{NO_ALT}'</script>""")
    [node] = nodes(ask(axe, page), "image-alt")

    assert node["target"] == ["#host", "img"]


def test_the_names_of_the_page_are_neither_in_the_way_nor_lost(ask, browser):
    page = PAGE.format(NO_ALT + """<script>
        window.axe = { run: () => Promise.reject('mine') };
        window.define = () => {}; window.define.amd = {};
        window.module = { exports: {} };</script>""")
    answer = ask(axe, page)

    assert outcomes(answer)["image-alt"] == "violations"
    told = "[Object.keys(axe), typeof define, Object.keys(module.exports).length].join()"
    assert browser.cdp("Runtime.evaluate", expression=told)["result"]["value"] == "run,function,0"


def test_what_axe_core_cannot_do_is_an_error_with_its_text(ask):
    page = PAGE.format("<script>onload = () => document.documentElement.remove()</script>")
    with pytest.raises(BrowserFailed, match="axe-core gave up on this page: .+"):
        ask(axe, page)
