"""Which address stands for what a fact asks of a site, and where nothing is asked."""

from __future__ import annotations

import pytest

from govlint.scan.doors import address_of, is_left_as_it_is, is_page

PAGE = "https://www.permits.gov.uk/apply?step=2"


@pytest.mark.parametrize(("asks", "page", "address"), [
    ("/robots.txt", PAGE, "https://www.permits.gov.uk/robots.txt"),
    ("/robots.txt", "http://localhost:3000/a", "http://localhost:3000/robots.txt"),
    ("tls:", PAGE, "https://www.permits.gov.uk/"),
    ("tls:", "https://permits.gov.uk:8443/a", "https://permits.gov.uk:8443/"),
    ("tls:", "http://www.permits.gov.uk/a", None),
    ("tls:", "https://localhost:8443/a", None),
    ("dns:", PAGE, "https://www.permits.gov.uk/"),
    ("dns:", "http://www.permits.gov.uk/a", "http://www.permits.gov.uk/"),
    ("dns:", "http://127.0.0.1:8000/a", None),
    ("http:", PAGE, "http://www.permits.gov.uk/"),
    ("http:", "http://www.permits.gov.uk/a", None),
    ("http:", "https://www.permits.gov.uk:8443/a", None),
    ("http:", "https://localhost/a", None),
    ("www:", PAGE, "https://permits.gov.uk/"),
    ("www:", "https://permits.gov.uk/a", "https://www.permits.gov.uk/"),
    ("www:", "https://apply-for-a-permit.service.gov.uk/a", "https://www.apply-for-a-permit.service.gov.uk/"),
    ("www:", "https://apply.permits.gov.uk/a", None),
    ("www:", "https://1.1.1.1/a", None),
    ("hidden:/.env", PAGE, None),
])  # fmt: skip
def test_each_door_has_its_address_or_none(asks, page, address):
    assert address_of(asks, page) == address


def test_hidden_paths_are_asked_for_only_where_they_may_be():
    assert address_of("hidden:/.env", PAGE, hidden=True) == "https://www.permits.gov.uk/.env"


def test_a_redirect_is_the_answer_at_some_doors_and_robots_txt_is_obeyed_at_all_that_are_addresses():
    asked = ("/robots.txt", "tls:", "dns:", "http:", "www:", "hidden:/.env")

    assert [is_left_as_it_is(asks) for asks in asked] == [False, False, False, True, True, True]
    assert [is_page(asks) for asks in asked] == [True, False, False, True, True, True]
