"""Addresses have one spelling each, and what is no address is said to be none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.model.url import (
    BadAddress,
    canonical,
    host_of,
    is_loopback,
    is_private,
    origin,
    same_site,
)

SAME = {
    "HTTPS://WWW.GOV.UK/": "https://www.gov.uk/",
    "https://www.gov.uk": "https://www.gov.uk/",
    "https://www.gov.uk:443/a": "https://www.gov.uk/a",
    "http://www.gov.uk:80/a": "http://www.gov.uk/a",
    "http://www.gov.uk:443/a": "http://www.gov.uk:443/a",
    "https://www.gov.uk/a#part": "https://www.gov.uk/a",
    "https://www.gov.uk/a?": "https://www.gov.uk/a",
    "https://www.gov.uk?a=1": "https://www.gov.uk/?a=1",
    "https://www.gov.uk/a/../b/./c": "https://www.gov.uk/b/c",
    "https://www.gov.uk/a/%2e%2E/b": "https://www.gov.uk/b",
    "https://www.gov.uk/../../b/..": "https://www.gov.uk/",
    "https://www.gov.uk/a/.": "https://www.gov.uk/a/",
    "https://www.gov.uk/a//b": "https://www.gov.uk/a//b",
    "https://www.gov.uk//..//a": "https://www.gov.uk//a",
    "https://www.gov.uk/%7euser/%2f": "https://www.gov.uk/~user/%2F",
    "https://www.gov.uk/100%": "https://www.gov.uk/100%25",
    "https://www.gov.uk/caf\u00e9 x": "https://www.gov.uk/caf%C3%A9%20x",
    "https://www.gov.uk/a?z=1&a=2&a=1": "https://www.gov.uk/a?z=1&a=2&a=1",
    "https://www.gov.uk/a?q=%e2%82%ac+b?c": "https://www.gov.uk/a?q=%E2%82%AC+b?c",
    "https://www.gov.uk\\a\\b?c\\d": "https://www.gov.uk/a/b?c%5Cd",
    "  https://www.gov.uk/\n a ": "https://www.gov.uk/%20a",
    "https://www.gov.uk./": "https://www.gov.uk/",
    "https://b\u00fccher.example/": "https://xn--bcher-kva.example/",
    "http://[0:0::1]:80/": "http://[::1]/",
    "http://0x7f.1/": "http://127.0.0.1/",
    "http://localhost:3000": "http://localhost:3000/",
    "http://my_host/": "http://my_host/",
}

NONE = {
    "": "empty",
    "   ": "empty",
    "www.gov.uk": "does not begin with http",
    "localhost:3000/start": "does not begin with http",
    "mailto:someone@example.gov.uk": "is a mailto: address",
    "javascript:void(0)": "is a javascript: address",
    "data:text/html,hello": "is a data: address",
    "http:///path": "names no host",
    "http://": "names no host",
    "http://a b/": "no host name",
    "http://a..b/": "no host name",
    "http://-a.example/": "no host name",
    "http://a.example:port/": "not a valid address",
    "http://a.example:70000/": "not a valid address",
    "http://a.example:0/": "port 0",
    "http://[::1/": "not a valid address",
    "http://[fe80::1%25eth0]/": "no IPv6 address",
    "http://1.2.3.4.5/": "no IPv4 address",
    "https://user:secret@example.gov.uk/": "user name or password",
    "https://example.gov.uk/" + "a" * 9000: "longer than",
    f"https://{'a' * 64}.uk/": "no host name",
}


@pytest.mark.parametrize(("given", "expected"), SAME.items())
def test_an_address_has_one_spelling(given, expected):
    assert canonical(given) == expected


@pytest.mark.parametrize(("given", "words"), NONE.items())
def test_what_is_no_address_is_said_to_be_none(given, words):
    with pytest.raises(BadAddress, match=words) as told:
        canonical(given)
    assert len(str(told.value)) < 250


def test_a_password_is_not_repeated_in_the_message():
    with pytest.raises(BadAddress) as told:
        canonical("https://user:secret@example.gov.uk/")
    assert "secret" not in str(told.value)


@given(st.text())
def test_any_text_after_a_host_has_a_spelling_that_stays(text):
    once = canonical("https://example.gov.uk/" + text)
    assert canonical(once) == once
    assert once.isascii()


@given(st.text())
def test_any_text_at_all_is_an_address_or_a_bad_address(text):
    for start in ("", "http:", "http://", "https://a.example:"):
        try:
            assert canonical(canonical(start + text)) == canonical(start + text)
        except BadAddress as told:
            assert str(told)


def test_the_origin_is_scheme_host_and_port():
    assert origin("https://WWW.gov.uk:443/a?b#c") == "https://www.gov.uk"
    assert origin("http://[::1]:8080/a") == "http://[::1]:8080"
    assert host_of("http://[::1]:8080/a") == "::1"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.gov.uk/a", "http://gov.uk/b", True),
        ("http://localhost:3000/", "http://localhost:3000/a", True),
        ("http://localhost:3000/", "http://localhost:3001/", False),
        ("http://localhost:3000/", "http://127.0.0.1:3000/", False),
        ("https://a.example/", "https://b.a.example/", False),
        ("https://a.example:8443/", "https://a.example/", False),
        ("https://wwwa.example/", "https://a.example/", False),
    ],
)
def test_a_site_is_a_host_and_a_port(one, other, same):
    assert same_site(one, other) is same
    assert same_site(other, one) is same


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://localhost/", True),
        ("http://a.localhost:80/", True),
        ("http://127.8.9.1/", True),
        ("http://2130706433/", True),
        ("http://[::1]/", True),
        ("http://[::ffff:127.0.0.1]/", True),
        ("http://0.0.0.0:8000/", True),
        ("http://localhost.example/", False),
        ("http://10.0.0.1/", False),
    ],
)
def test_loopback_is_this_machine(url, expected):
    assert is_loopback(url) is expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("10.1.2.3", True),
        ("192.168.0.1", True),
        ("169.254.169.254", True),
        ("[::1]", True),
        ("fd00::1", True),
        ("intranet", True),
        ("printer.local", True),
        ("www.gov.uk", False),
        ("8.8.8.8", False),
        ("2a00:1450:4009::1", False),
    ],
)
def test_private_is_what_the_public_internet_does_not_reach(host, expected):
    assert is_private(host) is expected
