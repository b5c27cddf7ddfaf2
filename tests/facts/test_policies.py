"""Policies are read as browsers read them."""

from govlint.facts.http import Headers
from govlint.facts.metadata import metas
from govlint.facts.place import parse
from govlint.facts.policies import policies


def read(*headers, html=""):
    return policies(html, Headers(headers), metas(parse(html)))


def test_each_policy_of_a_header_stands_alone():
    found = read(("Content-Security-Policy", "default-src 'self'; img-src *, script-src 'none'"), ("Content-Security-Policy", "font-src a"))
    assert [dict(p.directives) for p in found.obeyed] == [
        {"default-src": ("'self'",), "img-src": ("*",)},
        {"script-src": ("'none'",)},
        {"font-src": ("a",)},
    ]


def test_a_directive_that_comes_again_is_ignored():
    (policy,) = read(("content-security-policy", "script-src a; SCRIPT-SRC b")).obeyed
    assert policy.sources("script-src") == ("a",)


def test_the_default_speaks_for_what_is_not_named():
    (policy,) = read(("content-security-policy", "default-src a; img-src b")).obeyed
    assert policy.sources("script-src-elem") == ("a",)
    assert policy.sources("img-src") == ("b",)
    assert policy.sources("frame-ancestors") is None


def test_a_policy_in_the_page_is_obeyed_and_one_on_trial_is_not():
    found = read(
        ("content-security-policy-report-only", "default-src 'none'"),
        html='<meta http-equiv="Content-Security-Policy" content="default-src a">',
    )
    assert [p.by for p in found.obeyed] == ["meta"]
    assert [p.by for p in found.reported] == ["report"]


def test_a_policy_without_a_directive_is_none():
    assert read(("content-security-policy", " ; ,")).obeyed == ()
