"""Whatever a linked file holds, its facts are there or their absence is told; nothing crashes."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govlint.evidence.fact import Evidence, Inapplicable, NotGathered
from govlint.evidence.vendored import shipped
from govlint.facts import builtin_facts
from govlint.facts.tags import read_tags

FACTS = builtin_facts()
# All that says something of the bytes of a document.
ASKED = (
    "line_form", "event_times", "captions", "rtf", "svg", "map_places", "feed", "rings", "gtfs", "table_description", "json_schema",
    "api_validity", "rdf", "ooxml", "office_headings", "odf_content", "photo", "content_sketch", "document_digest", "archive_bodies",
    "promise", "size",
)  # fmt: skip
SEEDS = (
    "good.ics", "good.vtt", "good.rtf", "headings.odt", "headings.docx", "place.jpg", "place.tif", "timetable.zip", "picture-elsewhere.odt",
    "words.xlsx", "strict-mixed.docx",
)  # fmt: skip


def linked(body: bytes, name: str, **more) -> Evidence:
    url = f"https://a.gov.uk/{name}"
    values = {"url": url, "asked": url, "role": "document", "status": 200, "found_on": "", "body": body, "raw_headers": [], "link_text": ""}
    return Evidence(values | more, {}, FACTS)


def read_all(evidence: Evidence) -> None:
    for name in ASKED:
        try:
            evidence.get(name)
        except (Inapplicable, NotGathered):
            continue


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SEEDS), st.integers(0, 4_000), st.binary(max_size=6), st.integers(0, 40))
def test_a_file_with_wrong_bytes_in_it_is_read_or_refused(name, at, wrong, cut):
    body = (shipped("documents") / name).read_bytes()
    at = at % len(body)

    read_all(linked(body[:at] + wrong + body[at + cut :], name))


def test_a_file_that_ends_anywhere_is_read_or_refused():
    for name in SEEDS:
        body = (shipped("documents") / name).read_bytes()
        for end in range(0, len(body), max(1, len(body) // 12)):
            read_all(linked(body[:end], name))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from((
            "type", "features", "geometry", "geometries", "coordinates", "@context", "tables", "url", "tableSchema", "columns", "titles", "name",
            "resources", "path", "schema", "fields", "dialect", "openapi", "info", "paths", "$ref", "$schema", "properties", "@id", "components",
        )), inner, max_size=5,
    ),
    max_leaves=25,
)  # fmt: skip
GIVEN = (
    {"type": "FeatureCollection", "features": []}, {"@context": "http://www.w3.org/ns/csvw"}, {"openapi": "3.0.0"}, {"openapi": "3.1.0"},
    {"$schema": "https://json-schema.org/draft/2020-12/schema"}, {"$schema": "http://json-schema.org/draft-04/schema#"}, {},
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(GIVEN), st.dictionaries(st.sampled_from(("features", "tables", "tableSchema", "resources", "info", "paths", "properties",
       "components", "@id", "type", "required", "items")), JSON, max_size=4), st.sampled_from(("a.json", "a.geojson", "a.jsonld", "datapackage.json")))  # fmt: skip
def test_any_json_is_read_or_refused(base, more, name):
    read_all(linked(json.dumps(base | more).encode(), name))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(("<p>", "</p>", "<div a=1 A=2>", "</div>", "<svg>", "</svg>", "<a/>", "</a>", "<table>", "<td>", "</table>", "<template>",
       "<!--", "-->", "<script>", "</script", "<![CDATA[", "]]>", "<", ">", '"', "text", "<button", "=", "\n", "<foreignObject>")), max_size=30))  # fmt: skip
def test_any_tags_are_read_and_each_fault_has_its_place(pieces):
    html = "".join(pieces)
    lines = html.split("\n")

    for fault in read_tags(html).faults:
        assert lines[fault.line - 1][fault.column - 1] == "<"


@pytest.mark.parametrize("part", ["<div " + "a=b " * 50_000, "<" * 100_000, "<p>" * 50_000, "<i>" * 30_000 + "</b>" * 200, "<!--" * 50_000, "<a " * 50_000])
def test_tags_are_read_in_a_time_that_goes_with_their_number(part):
    assert len(read_tags(part).faults) < 20


def test_aliases_that_stand_for_very_many_values_are_counted_and_not_followed():
    lines = [b"openapi: 3.1.0", b"info: {title: a, version: '1'}", b"paths: {}", b"a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [b"%c: &%c [%s]" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(20)]

    with pytest.raises(NotGathered, match="4,000 values"):
        linked(b"\n".join(lines), "a.yaml").get("api_validity")


def test_no_reference_of_a_description_is_followed(monkeypatch):
    asked = []
    monkeypatch.setattr("urllib.request.urlopen", lambda *a, **k: asked.append(a))
    spec = {"openapi": "3.0.3", "info": {"title": "a", "version": "1"}, "paths": {},
            "components": {"schemas": {"A": {"$ref": "http://127.0.0.1:1/a.json"}, "B": {"$ref": "file:///etc/hostname"}}}}  # fmt: skip

    found = linked(json.dumps(spec).encode(), "api.json").get("api_validity")

    assert (found.faults, found.elsewhere, asked) == ((), "file:///etc/hostname", []) or (found.faults, asked) == ((), [])
    assert found.elsewhere


def test_large_descriptions_and_schemas_are_left_untested():
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "properties": {f"p{n}": {"type": "string"} for n in range(10_000)}}

    with pytest.raises(NotGathered, match="10,000 values"):
        linked(json.dumps(schema).encode(), "a.json").get("json_schema")


def test_files_in_an_archive_are_taken_until_they_are_too_many_or_too_much():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for number in range(40):
            package.writestr(f"{number}.csv", b"name,fee\r\n" * 100)
    large = io.BytesIO()
    with zipfile.ZipFile(large, "w", zipfile.ZIP_STORED) as package:
        for number in range(8):
            package.writestr(f"{number}.csv", bytes(range(32, 127)) * 40_000)

    assert len(linked(out.getvalue(), "a.zip").get("archive_bodies")) == 30
    assert sum(len(body) for _, body in linked(large.getvalue(), "a.zip").get("archive_bodies")) <= 20_000_000
