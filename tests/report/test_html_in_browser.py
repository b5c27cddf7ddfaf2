"""The HTML report in a real browser: accessible, no wider than a small screen, and its filters filter."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from govlint.capture.browser import Browser
from govlint.evidence.snapshot import Vantage
from govlint.report import as_html
from tests.loopback import Loopback

from . import sample

NARROW = Vantage(name="narrow", width=320, height=800)
PLAIN = Vantage(name="plain", scripts=False)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHOOSE = """
  const field = document.getElementById('filter-%s');
  field.value = '%s';
  field.dispatchEvent(new Event('input', {bubbles: true}));
"""
VISIBLE = "[...document.querySelectorAll('#findings .entry')].filter((one) => one.checkVisibility()).length"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a report is served. Few enough places that axe looks at all of them quickly."""
    whole = sample.scan()
    report = as_html.report(sample.scan(whole.findings[260:], visits=whole.visits[:5] + whole.visits[-12:]))
    headers = {"Content-Type": "text/html; charset=utf-8"}
    with Loopback({"/": (200, headers, report), "/favicon.ico": (204, {}, b"")}) as served:
        yield served.url + "/"


def axe(browser: Browser) -> list[str]:
    """What axe-core has against the page, every entry open."""
    source = files("govlint").joinpath("vendor", "axe-core", "axe.min.js").read_text("utf-8")
    browser.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    browser.evaluate(source + "; true")
    options = {"runOnly": TAGS, "resultTypes": ["violations"]}
    found: list[dict[str, Any]] = browser.evaluate(f"axe.run(document, {options}).then((result) => result.violations)")
    return [f"{one['id']}: {node['target']} {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("vantage", [Vantage(), NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing(browser: Browser, address: str, vantage: Vantage) -> None:
    browser.open(address, vantage)

    assert axe(browser) == []


def test_the_page_does_not_scroll_sideways_at_320_pixels(browser: Browser, address: str) -> None:
    browser.open(address, NARROW)
    browser.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")

    assert browser.evaluate("document.documentElement.scrollWidth") == 320


def test_the_policy_lets_the_style_and_the_script_through(browser: Browser, address: str) -> None:
    browser.open(address, Vantage())

    assert [entry["message"] for entry in browser.driver.get_log("browser")] == []
    assert browser.evaluate("document.getElementById('filters').hidden") is False
    assert browser.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_without_scripts_everything_is_there_but_the_filters(browser: Browser, address: str) -> None:
    browser.open(address, PLAIN)

    assert browser.evaluate("document.getElementById('filters').checkVisibility()") is False
    assert browser.evaluate(VISIBLE) == 8


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [("severity", "critical", 2), ("pack", "axe", 2), ("kind", "by-hand", 1), ("address", "/APPLY/", 3), ("address", "no", 0)],
)
def test_a_filter_leaves_what_matches(browser: Browser, address: str, field: str, value: str, left: int) -> None:
    browser.open(address, Vantage())
    browser.evaluate(CHOOSE % (field, value))

    assert browser.evaluate(VISIBLE) == left
    assert browser.evaluate("document.getElementById('shown').textContent") == f"{left} of 8 causes shown."


def test_the_address_filter_hides_the_other_places_of_an_entry(browser: Browser, address: str) -> None:
    browser.open(address, Vantage())
    browser.evaluate(CHOOSE % ("address", "/apply/address"))

    rows = "[...document.querySelectorAll('#findings .entry:not([hidden]) tbody tr:not([hidden])')].length"
    assert browser.evaluate(rows) == 1


def test_show_all_shows_all_again(browser: Browser, address: str) -> None:
    browser.open(address, Vantage())
    browser.evaluate(CHOOSE % ("severity", "critical"))
    shown = browser.evaluate(
        """new Promise((resolve) => {
          const status = document.getElementById('shown');
          new MutationObserver(() => resolve(status.textContent)).observe(status, {childList: true});
          document.querySelector('#filters button').click();
        })"""
    )

    assert shown == "8 of 8 causes shown."
    assert browser.evaluate(VISIBLE) == 8
