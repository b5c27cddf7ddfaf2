"""A page can say what it wants: it is reported, and it leads no report and no reader."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from xml.etree import ElementTree

import jsonschema
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser

from govlint.report import as_csv, as_earl, as_html, as_json, as_junit, as_markdown, as_sarif, as_text
from govlint.report.clean import clean, sound

from .hostile import ATTACKS, TEXTS, poisoned

HARMLESS = poisoned("word")
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
JSON_SCHEMA = jsonschema.Draft202012Validator(json.loads(as_json.schema()))
# Characters that a terminal could take for a command, and all that could hide a line.
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
URI = re.compile(r"(?:[A-Za-z0-9\-._~!$&'()*+,;=@/]|%[0-9A-Fa-f]{2})+")

modest = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


def attacked(test: Callable[..., None]) -> Callable[..., None]:
    """The test with every known attack, and with texts that hypothesis makes of them and of its own."""
    for attack in ATTACKS:
        test = example(text=attack)(test)
    return modest(given(text=TEXTS)(test))


@attacked
def test_no_control_character_gets_into_the_text(text: str) -> None:
    scan = poisoned(text)
    coloured = as_text.render(scan, colour=True, width=80, verbose=True)

    assert not CONTROL.search(as_text.report(scan).decode("utf-8"))
    assert not CONTROL.search(re.sub(r"\x1b\[(?:0|[12]|1;3[12]|3[136])m", "", coloured))


@attacked
def test_a_page_cannot_write_a_line_of_its_own_in_the_text(text: str) -> None:
    lines = as_text.render(poisoned(text), colour=False, width=10_000, verbose=True).splitlines()

    assert len(lines) == len(as_text.render(HARMLESS, colour=False, width=10_000, verbose=True).splitlines())


@attacked
def test_the_html_has_the_same_elements_whatever_a_page_says(text: str) -> None:
    report = as_html.report(poisoned(text))

    assert elements(report) == HTML_ELEMENTS


@attacked
def test_every_link_in_the_html_goes_to_the_web_or_into_the_report(text: str) -> None:
    tree = LexborHTMLParser(as_html.report(poisoned(text)).decode("utf-8"))
    links = [node.attributes for node in tree.css("a")]

    assert all(set(link) <= {"href", "rel", "class"} for link in links)
    assert all(re.match(r"https?://[^/]|#\w", link["href"] or "") for link in links)


@attacked
def test_the_html_shows_what_the_page_said(text: str) -> None:
    tree = LexborHTMLParser(as_html.report(poisoned(text)).decode("utf-8"))
    shown = tree.css_first("#findings .entry td code")

    assert shown is not None
    assert shown.text() == clean("x" + text)


@attacked
def test_no_cell_of_the_csv_is_a_formula(text: str) -> None:
    data = as_csv.report(poisoned(text, before="")).decode("utf-8")
    rows = list(csv.reader(io.StringIO(data, newline="")))

    assert not CONTROL.search(data.replace("\r\n", ""))
    assert [len(row) for row in rows] == [len(as_csv.COLUMNS)] * (len(HARMLESS.findings) + 1)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


@attacked
def test_the_markdown_has_the_same_structure_whatever_a_page_says(text: str) -> None:
    report = as_markdown.report(poisoned(text)).decode("utf-8")

    assert structure(report) == MARKDOWN_STRUCTURE
    assert not re.search(r"https?:|www\.|@|\$|:\w+:|#\d", re.sub(r"&#\d+;", "", report))


@attacked
def test_the_xml_has_the_same_elements_whatever_a_page_says(text: str) -> None:
    def tags(data: bytes) -> list[tuple[str, list[str]]]:
        return [(node.tag, sorted(node.keys())) for node in ElementTree.fromstring(data).iter()]

    assert tags(as_junit.report(poisoned(text))) == tags(as_junit.report(HARMLESS))


@attacked
def test_the_json_is_as_its_schema_says_and_can_be_read_back(text: str) -> None:
    scan = poisoned(text)
    data = as_json.report(scan)

    assert data.isascii() and not CONTROL.search(data.decode("ascii"))
    assert list(JSON_SCHEMA.iter_errors(json.loads(data))) == []
    assert sorted(one.text for one in as_json.read(data).findings) == sorted(sound(one.text) for one in scan.findings)


@attacked
def test_the_sarif_is_as_the_official_schema_says(
    text: str, sarif_problems: Callable[[object], list[str]]
) -> None:
    data = as_sarif.report(poisoned(text))
    document = json.loads(data)

    assert data.isascii() and not CONTROL.search(data.decode("ascii"))
    assert sarif_problems(document) == []
    uris = re.findall(r'"uri": (".*")', data.decode("ascii"))
    assert uris
    assert all(URI.fullmatch(json.loads(uri)) for uri in uris)
    assert not any(json.loads(uri).startswith("/") or ".." in json.loads(uri).split("/") for uri in uris)


@attacked
def test_no_message_of_the_sarif_has_a_link_in_it(text: str) -> None:
    (run,) = json.loads(as_sarif.report(poisoned(text)))["runs"]
    messages = [result["message"]["text"] for result in run["results"]]
    messages += [one["message"]["text"] for one in run["invocations"][0]["toolExecutionNotifications"]]

    assert not any(re.search(r"[\[\]]", re.sub(r"\\.", "", message)) for message in messages)


@attacked
def test_the_earl_is_json_with_the_same_nodes_whatever_a_page_says(text: str) -> None:
    data = as_earl.report(poisoned(text))

    def kinds(report: bytes) -> list[object]:
        return [node["@type"] for node in json.loads(report)["@graph"]]

    assert data.isascii() and not CONTROL.search(data.decode("ascii"))
    assert kinds(data) == kinds(as_earl.report(HARMLESS))


def elements(report: bytes) -> list[tuple[str | None, list[str]]]:
    """Every element but links, with the names of its attributes; the text of scripts and styles with it."""
    found = []
    for node in LexborHTMLParser(report.decode("utf-8")).css("*"):
        if node.tag == "a":
            continue
        own = [node.text()] if node.tag in ("script", "style") else []
        found.append((node.tag, sorted(node.attributes) + own))
    return found


def structure(markdown: str) -> list[object]:
    """The blocks of Markdown, and what each of them has beside text."""

    def inner(token: Token) -> list[str]:
        children = token.children or []
        return [child.content or child.type for child in children if child.type not in ("text", "text_special")]

    return [(token.type, token.tag, inner(token)) for token in MARKDOWN.parse(markdown)]


HTML_ELEMENTS = elements(as_html.report(HARMLESS))
MARKDOWN_STRUCTURE = structure(as_markdown.report(HARMLESS).decode("utf-8"))
