"""Cookies are known by their names."""

import pytest

from govlint.facts.cookies import is_session, tracked_by


@pytest.mark.parametrize(
    "name",
    ["session", "JSESSIONID", "__Host-session", "__Secure-sid", "PHPSESSID", "ASP.NET_SessionId", "ASPSESSIONIDQQ", "permit_session", "auth_token", "jwt-token"],
)
def test_the_name_of_a_session_is_known(name):
    assert is_session(name)


@pytest.mark.parametrize(
    "name",
    ["theme", "XSRF-TOKEN", "csrf_session", "seen_cookie_message", "cookie_session_policy", "session_count", "AWSALB", "__cf_bm", "side", "inside"],
)
def test_the_name_of_something_else_is_no_session(name):
    assert not is_session(name)


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("_ga", "Google Analytics"),
        ("_ga_AB12CD", "Google Analytics"),
        ("_gat_UA-1", "Google Analytics"),
        ("__utmz", "Google Analytics"),
        ("_hjSessionUser_1", "Hotjar"),
        ("_pk_ses.1.fe", "Matomo"),
        ("IDE", "Google Ads"),
        ("AMCV_1", "Adobe Analytics"),
    ],
)
def test_a_tracking_cookie_is_known_with_its_company(name, company):
    assert tracked_by(name) == company


@pytest.mark.parametrize("name", ["", "_gallery", "_gidding", "IDENTITY", "session", "ga", "_hi", "_fbpage", "cookies_policy"])
def test_a_name_that_only_begins_alike_is_not_known(name):
    assert tracked_by(name) == ""
