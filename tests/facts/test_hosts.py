"""Hosts are told apart: public or not, real or a template's blank, one owner's or another's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint import Inapplicable
from govlint.facts.hosts import host, is_foreign, is_placeholder, is_public, is_suffix, owner, site_headers
from govlint.facts.http import Headers

PUBLIC = ["https://www.gov.uk/", "http://8.8.8.8/", "https://hill.gov.uk:8443/a"]
NOT_PUBLIC = [
    "http://localhost:3000/",
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://10.1.2.3/",
    "http://192.168.0.1/",
    "http://staging.internal/",
    "http://printer/",
    "mailto:a@gov.uk",
    "",
]


@pytest.mark.parametrize("url", PUBLIC)
def test_an_address_on_the_internet_is_public(url):
    assert is_public(url)


@pytest.mark.parametrize("url", NOT_PUBLIC)
def test_a_machine_a_private_network_and_what_is_no_address_are_not_public(url):
    assert not is_public(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.com/",
        "https://permits.example/",
        "https://a.test/",
        "https://your-domain.gov.uk/",
        "https://{{ site.host }}/",
        "https://changeme.gov.uk/",
        "http://localhost/",
    ],
)
def test_a_blank_of_a_template_is_a_placeholder(url):
    assert is_placeholder(url)


@pytest.mark.parametrize(
    "url", ["https://www.gov.uk/", "https://yourlondon.gov.uk/", "https://example-hill.gov.uk/", "https://my.hill.gov.uk/", "http://[", "/a"]
)
def test_a_name_that_only_looks_like_a_blank_is_none(url):
    assert not is_placeholder(url)


OWNERS = {
    "https://www.gov.uk/": "gov.uk",
    "https://www.hill.gov.uk/": "hill.gov.uk",
    "https://a.b.hill.gov.uk/": "hill.gov.uk",
    "https://apply.permits.service.gov.uk/": "permits.service.gov.uk",
    "https://cdn.example.com/": "example.com",
    "https://www.trust.nhs.uk/": "trust.nhs.uk",
    "https://a.company.co.uk/": "company.co.uk",
    "http://127.0.0.1:3000/": "127.0.0.1",
    "http://[::1]/": "::1",
    "http://localhost/": "localhost",
    "mailto:a": "",
}


@pytest.mark.parametrize("url", OWNERS)
def test_an_owner_is_the_part_of_a_name_that_somebody_registered(url):
    assert owner(url) == OWNERS[url]


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789.-:/[]@%", max_size=40))
def test_no_address_has_an_owner_that_is_not_the_end_of_its_host(text):
    url = f"https://{text}"
    assert host(url).endswith(owner(url))


def test_names_under_which_others_register_are_suffixes():
    assert all(map(is_suffix, ["uk", "gov.uk", "co.uk", "service.gov.uk"]))
    assert not any(map(is_suffix, ["hill.gov.uk", "example.com", "permits.service.gov.uk"]))


@pytest.mark.parametrize(
    ("url", "page", "foreign"),
    [
        ("https://cdn.example.com/a.js", "https://www.hill.gov.uk/", True),
        ("https://assets.hill.gov.uk/a.js", "https://www.hill.gov.uk/", False),
        ("https://www.gov.uk/a.js", "https://www.hill.gov.uk/", False),
        ("https://www.gov.uk/a.js", "https://hill.org.uk/", True),
        ("https://www.gov.uk/a.js", "http://localhost:3000/", False),
        ("https://cdn.example.com/a.js", "http://localhost:3000/", True),
        ("http://localhost:3001/a.js", "http://localhost:3000/", False),
        ("data:text/css,a", "https://www.hill.gov.uk/", False),
    ],
)
def test_what_belongs_to_another_owner_is_foreign_and_government_is_one_owner(url, page, foreign):
    assert is_foreign(url, page) is foreign


def test_a_folder_that_govlint_serves_chose_no_headers():
    with pytest.raises(Inapplicable):
        site_headers(Headers([("Content-Type", "text/html"), ("Content-Length", "3")]), False)


def test_a_server_that_says_anything_more_chose_its_headers():
    chosen = Headers([("Content-Type", "text/html"), ("Date", "Wed, 05 Aug 2026 10:00:00 GMT"), ("Connection", "close")])
    assert site_headers(chosen, False) is chosen


def test_a_public_site_answers_for_the_headers_that_it_does_not_send():
    bare = Headers([("Content-Type", "text/html")])
    assert site_headers(bare, True) is bare
