"""Things are read alike from JSON-LD, microdata and RDFa, and nothing is ever fetched for it."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govlint.evidence.fact import Evidence
from govlint.facts import builtin_facts
from govlint.facts.microdata import vocabulary
from govlint.facts.things import MOST, SCHEMA
from govlint.facts.vocabulary import all_properties, kinds_of, properties_of, types

FACTS = builtin_facts()


def described(html):
    values = {"url": "https://a.gov.uk/", "body": html.encode(), "raw_headers": [["content-type", "text/html"]], "status": 200}
    return Evidence(values, {}, FACTS).get("described")


def block(text):
    return f'<script type="application/ld+json">{text}</script>'


ONE = {
    "JSON-LD": block('{"@context":"https://schema.org","@type":"Person","name":"Ann","address":{"@type":"PostalAddress","postalCode":"H1 1AA"}}'),
    "microdata": '<div itemscope itemtype="http://schema.org/Person"><p itemprop="name">Ann</p><div itemprop="address" itemscope'
    ' itemtype="http://schema.org/PostalAddress"><meta itemprop="postalCode" content="H1 1AA"></div></div>',
    "RDFa": '<div vocab="http://schema.org/" typeof="Person"><p property="name">Ann</p><div property="address" typeof="PostalAddress">'
    '<meta property="postalCode" content="H1 1AA"></div></div>',
}


@pytest.mark.parametrize("syntax", ONE)
def test_one_thing_is_the_same_in_each_syntax(syntax):
    person, address = described(ONE[syntax]).things

    assert (person.syntax, person.of(SCHEMA), {*person.names(SCHEMA)}, person.nested) == (syntax, ("Person",), {"name", "address"}, False)
    assert (address.of(SCHEMA), address.names(SCHEMA), address.nested) == (("PostalAddress",), ("postalCode",), True)
    assert address.at.selector


def test_no_context_is_ever_fetched(monkeypatch):
    def never(*_):
        raise AssertionError("somebody looked up a name")

    monkeypatch.setattr(socket, "getaddrinfo", never)
    contexts = ('"https://context.example/a"', '["https://schema.org","http://127.0.0.1:9/b"]', '{"@import":"https://context.example/c"}')
    for context in contexts:
        found = described(block(f'{{"@context":{context},"@type":"A"}}'))
        assert found.things == ()
        ((_, reason),) = found.unread
        assert "its context lies at" in reason or "not JSON-LD" in reason


@pytest.mark.parametrize("text", ['{"@context":"https://schema.org/","@graph":' + "[" * 400 + "]" * 400 + "}", "[1]", "null", '"a"', '{"@type":[[]]}', '{"@context":1}'])
def test_strange_blocks_are_read_or_told(text):
    assert described(block(text)).things == ()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=6), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.sampled_from(("@context", "@type", "@id", "@graph", "@list", "@reverse", "name", "@value")), inner, max_size=4), max_leaves=12))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_no_json_breaks_the_reader(value):
    import json

    found = described(block(json.dumps(value).replace("<", "\\u003c")))
    assert len(found.things) <= MOST


@given(st.lists(st.sampled_from((
    "<div itemscope>", '<div itemscope itemtype="">', '<div itemscope itemtype="a">', '<p itemprop="a b:c">', '<div itemref="x y" itemscope itemtype="https://s.org/A">',
    '<i id="x" itemprop="z">', "</div>", "</p>", '<div vocab="v:">', '<div typeof="x:y Z">', '<p property="q dc:title">', '<div resource="#a">', '<div prefix="x: http://x/ y">',
)), max_size=14))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_no_markup_breaks_the_readers(pieces):
    assert described("<body>" + "".join(pieces)).unread == ()


def test_an_item_takes_what_it_refers_to_and_not_what_is_within_another():
    person, thing = described(
        '<div itemscope itemtype="https://schema.org/Person" itemref="more none"><div itemscope itemtype="https://schema.org/Thing"><p itemprop="name">No'
        '</div></div><p id="more" itemprop="email">a@example.com</p>'
    ).things

    assert dict(person.properties) == {SCHEMA + "email": ("a@example.com",)}
    assert dict(thing.properties) == {SCHEMA + "name": ("No",)}


def test_values_of_microdata_come_from_where_the_standard_says():
    (thing,) = described(
        '<div itemscope itemtype="https://schema.org/Thing"><a itemprop="url" href="/a">A</a><img itemprop="image" src="/b.png"><time itemprop="x" datetime="2025">last year</time>'
        '<data itemprop="y" value="7">seven</data><span itemprop="z"> so <b>it</b> is </span></div>'
    ).things

    assert [*thing.properties.values()] == [("/a",), ("/b.png",), ("2025",), ("7",), ("so it is",)]


@pytest.mark.parametrize(("address", "known"), [
    ("https://schema.org/Person", "https://schema.org/"), ("http://www.w3.org/ns/dcat#Dataset", "http://www.w3.org/ns/dcat#"), ("https://schema.org", "https://schema.org/"),
])  # fmt: skip
def test_properties_share_the_vocabulary_of_their_type(address, known):
    assert vocabulary(address) == known


def test_prefixes_of_rdfa_are_those_that_are_declared_and_the_common_ones():
    one, other = described(
        '<div prefix="v: https://v.example/" typeof="v:A dct:B unknown:C D"><p property="v:a unknown:b">x</p><p resource="#else"><span property="v:c">of something else</span></p></div>'
        '<div typeof="schema:Person"><a property="schema:url" href="/ann">Ann</a></div>'
    ).things

    assert (one.types, dict(one.properties)) == (("https://v.example/A", "http://purl.org/dc/terms/B"), {"https://v.example/a": ("x",)})
    assert dict(other.properties) == {SCHEMA + "url": ("/ann",)}


def test_the_vocabulary_knows_types_and_what_they_inherit():
    assert {"GovernmentService", "Service", "Intangible", "Thing"} <= {*types()}
    assert {"GovernmentService", "Service", "Thing"} <= kinds_of("GovernmentService")
    assert {"serviceOperator", "areaServed", "name"} <= properties_of("GovernmentService")
    assert "datePosted" not in properties_of("GovernmentService")
    assert "datePosted" in all_properties()
    assert properties_of("Nothing") == frozenset()
    assert all(parent in types() for told in types().values() for parent in told["is"])
