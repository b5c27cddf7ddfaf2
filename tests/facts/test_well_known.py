"""What a site answers at well-known addresses is asked for once, by the name of the fact."""

import pytest

from govlint.evidence.fact import Evidence, Inapplicable
from govlint.facts import builtin_facts

ASKED = {
    "no_such_page": "/govlint-no-such-page",
    "robots_txt": "/robots.txt",
    "sitemap_xml": "/sitemap.xml",
    "security_txt": "/.well-known/security.txt",
    "favicon_ico": "/favicon.ico",
}


def evidence(role):
    values = {
        "role": role,
        "url": "https://hill.gov.uk/x",
        "status": 200,
        "redirects": [{"url": "a", "status": 301, "location": "b"}],
        "raw_headers": [["content-type", "Text/Plain; charset=utf-8"]],
        "body": b"\xef\xbb\xbfHello",
    }
    return Evidence(values, {}, builtin_facts())


@pytest.mark.parametrize("name", ASKED)
def test_a_well_known_address_is_asked_for_by_its_fact(name):
    assert builtin_facts()[name].asks == ASKED[name]
    answer = evidence(name).get(name)
    assert (answer.status, answer.redirects, answer.media_type) == (200, 1, "text/plain")


@pytest.mark.parametrize("name", ASKED)
def test_a_page_is_no_well_known_address(name):
    with pytest.raises(Inapplicable):
        evidence("page").get(name)


def test_the_text_comes_without_its_byte_order_mark():
    assert evidence("robots_txt").get("robots_txt").text == "Hello"
