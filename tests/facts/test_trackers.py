"""Trackers are known by their hosts, and by nothing that only looks alike."""

import pytest

from govlint.facts.trackers import HOSTS, MANAGERS, is_tracker, keeper_of, told


def first_load(*urls):
    return {"cookies": [], "storage": {"local": [], "session": []}, "console": [], "requests": [{"url": u, "type": "script", "status": 200} for u in urls]}


def test_each_host_is_told_once_and_a_manager_is_not_sure():
    found = told(
        first_load(
            "https://hill.gov.uk/",
            "https://www.google-analytics.com/a",
            "https://www.google-analytics.com/b",
            "wss://ws.hotjar.com/c",
            "https://www.googletagmanager.com/gtm.js",
        )
    )
    assert [(t.host, t.sure) for t in found] == [("google-analytics.com", True), ("ws.hotjar.com", True), ("googletagmanager.com", False)]


@pytest.mark.parametrize("host", [*HOSTS, *MANAGERS])
def test_every_listed_host_is_known_by_itself_and_below(host):
    assert is_tracker(f"https://{host}/")
    assert is_tracker(f"https://a.{host}/x?y")


@pytest.mark.parametrize("url", ["https://nothotjar.com/", "https://hotjar.com.hill.gov.uk/", "https://hill.gov.uk/?u=hotjar.com", "data:,", ""])
def test_what_only_looks_alike_is_no_tracker(url):
    assert not is_tracker(url)


def test_keys_in_storage_are_known_by_their_beginning():
    assert keeper_of("_hjSession") == "Hotjar"
    assert keeper_of("accordion-1") == ""
    assert keeper_of("temp_mp_1") == ""
