"""What comes from a page is made harmless before it is printed, and nothing else is changed."""

from __future__ import annotations

import pytest

from govlint.report.clean import clean, clip, link, origin, short, sound

HOME = "https://apply.example.gov.uk"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("plain words", "plain words"),
        (" two\n\tlines  ", "two lines"),
        ("Cymraeg ŵ, Gàidhlig, 中文, 👩‍💻", "Cymraeg ŵ, Gàidhlig, 中文, 👩‍💻"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x9b31mred", "\ufffd31mred"),
        ("null\x00 bell\x07 delete\x7f", "null\ufffd bell\ufffd delete\ufffd"),
        ("exe\u202efdp", "exe\ufffdfdp"),
        ("half \ud800", "half \ufffd"),
        ("not XML \uffff", "not XML \ufffd"),
        (3, "3"),
        ("", ""),
    ],
)
def test_only_what_could_do_something_is_replaced(given: object, wanted: str) -> None:
    assert clean(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (f"{HOME}/a?b=c#d", f"{HOME}/a?b=c#d"),
        ("http://127.0.0.1:8000/", "http://127.0.0.1:8000/"),
        ("javascript:alert(1)", ""),
        ("JavaScript://example.org/%0aalert(1)", ""),
        (" java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org/", ""),
        ("/apply", ""),
        ("https:", ""),
        ("https://[::1", ""),
        ("https://example.org/\x1b", ""),
        ("https://example.org/" + "x" * 3000, ""),
    ],
)
def test_only_a_web_address_becomes_a_link(given: str, wanted: str) -> None:
    assert link(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (f"{HOME}/apply", "/apply"),
        (f"{HOME}?a=b", "?a=b"),
        (HOME, "/"),
        (f"{HOME}.evil.example/", f"{HOME}.evil.example/"),
        ("https://other.example/x", "https://other.example/x"),
    ],
)
def test_the_known_origin_is_left_out_of_an_address_and_no_other(given: str, wanted: str) -> None:
    assert short(given, HOME) == wanted


def test_without_a_known_origin_an_address_stays_whole() -> None:
    assert short(f"{HOME}/apply", "") == f"{HOME}/apply"


@pytest.mark.parametrize("given", ["not an address", "http://[::1", "", "mailto:a@b"])
def test_what_has_no_host_has_no_origin(given: str) -> None:
    assert origin(given) == ""


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abcdefg", 6) == "abcde…"
    assert clip("abc defg", 5) == "abc…"


def test_data_is_made_sound_all_the_way_down() -> None:
    given = {"a\ud800": ["b\udfff", ("c", 1, 1.5, None, True, float("nan"))], 2: {1}}

    assert sound(given) == {"a\ufffd": ["b\ufffd", ["c", 1, 1.5, None, True, "nan"]], "2": "{1}"}
