"""JSON, XML, calendars and descriptions of APIs are read with limits. (What rules make of them stands in their cases.)"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govlint.evidence.fact import Evidence, Inapplicable, NotGathered
from govlint.facts import api_description, builtin_facts, content_lines, json_document, xml_document
from govlint.facts.json_document import parse_json
from govlint.facts.xml_events import DEEPEST, BadXml, HasEntities, read_xml


def linked(body: bytes, name: str) -> Evidence:
    url = f"https://a.gov.uk/{name}"
    values = {"url": url, "asked": url, "role": "document", "status": 200, "found_on": "", "body": body, "raw_headers": []}
    return Evidence(values, {}, builtin_facts())


@pytest.mark.parametrize(("name", "fact", "body", "limit"), [
    ("a.json", "json_document", b"[0" + b",0" * 5_000_000 + b"]", json_document.LARGEST),
    ("a.xml", "xml_document", b"<bees>" + b" " * 21_000_000 + b"</bees>", xml_document.LARGEST),
    ("a.ics", "calendar", b"BEGIN:VCALENDAR\r\n" + b"X:1\r\n" * 1_100_000, content_lines.LARGEST),
    ("a.yaml", "api_description", b"openapi: 3.0.0\n" + b"#\n" * 400_000, api_description.LARGEST_YAML),
])  # fmt: skip
def test_what_is_too_large_to_be_parsed_leaves_its_rules_untested(name, fact, body, limit):
    assert len(body) > limit
    with pytest.raises(NotGathered, match="larger than"):
        linked(body, name).get(fact)


def test_yaml_that_describes_no_api_is_not_parsed():
    with pytest.raises(Inapplicable, match="no API"):
        linked(b"a: &a [x]\nb: [*a, *a]\n" + b"# openapi\n", "a.yaml").get("api_description")


def test_aliases_in_yaml_are_not_copied():
    lines = [b"openapi: 3.1.0", b"a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [b"%c: &%c [%s]" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(20)]

    assert linked(b"\n".join(lines), "a.yaml").get("api_description").version == "3.1.0"


@pytest.mark.parametrize(("body", "fault"), [
    (b'{"a": Infinity}', "Infinity"), (b"[" * 10_000, "deep"), (b"\xff", "UTF-8"), (b"[1] x", "extra data"),
])  # fmt: skip
def test_what_is_no_json_says_why(body, fault):
    assert fault in parse_json(body).fault


def test_a_byte_order_mark_before_json_is_noted_and_read_over():
    parsed = parse_json(b"\xef\xbb\xbf[1]")

    assert (parsed.value, parsed.byte_order_mark, parsed.fault) == ([1], True, "")


def test_entities_are_not_expanded_and_nothing_is_fetched():
    with pytest.raises(HasEntities):
        read_xml(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
    read_xml(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><a/>')


def test_elements_nested_too_deep_are_refused():
    read_xml(b"<a>" * DEEPEST + b"</a>" * DEEPEST)
    with pytest.raises(BadXml, match="nested deeper"):
        read_xml(b"<a>" * (DEEPEST + 1))


def test_names_come_with_their_namespace_and_text_in_one_piece():
    seen = []
    read_xml(b'<a xmlns="x" b="1">Keep &amp; bees<c/></a>', lambda *start: seen.append(start), text=seen.append)

    assert seen == [("x a", {"b": "1"}), "Keep & bees", ("x c", {})]


def test_an_encoding_that_nobody_knows_is_a_fault():
    with pytest.raises(BadXml):
        read_xml(b"<?xml version='1.0' encoding='bee-1'?><a/>")


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=200))
def test_no_bytes_whatever_make_a_calendar_raise(body):
    evidence = linked(b"BEGIN:VCALENDAR\r\n" + body, "a.ics")

    # A PDF may begin anywhere in the first kilobyte, so %PDF- here makes one.
    assert evidence.get("signature") in ("ics", "binary", "pdf")
    if evidence.get("signature") == "ics":
        assert evidence.get("calendar").parts


def test_a_folded_line_is_one_line_with_the_number_of_its_first():
    report = linked(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPROD\r\n ID:a\r\nNo colon\r\nEND:VCALENDAR\r\n", "a.ics").get("calendar")

    assert [(fault.line, fault.text) for fault in report.faults] == [(5, "this line has no name and colon")]
