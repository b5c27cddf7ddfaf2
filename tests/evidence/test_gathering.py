"""A snapshot's facts by name, and a sentence for each that is not there."""

import pytest

from govlint.evidence.gathering import gathered_values, is_html, role_of
from govlint.evidence.snapshot import Exchange, Failure, Job, Observation, Snapshot

JOB = Job("http://a.test/", wanted=("axe", "layout"), found_on="http://a.test/home", text="Apply")
PAGE = Exchange("http://a.test/", 200, (("content-type", "text/html; charset=utf-8"),), b"<p>Hello")


def exchange(media_type="", body=b"", status=200):
    headers = (("content-type", media_type),) if media_type else ()
    return Exchange("http://a.test/", status, headers, body)


def test_what_was_received_and_observed_is_there_by_name():
    snapshot = Snapshot(JOB, "", PAGE, {"axe": Observation("axe", "1", {"results": []})})
    values, missing = gathered_values(snapshot)

    assert values["axe"] == {"results": []}
    assert values["raw_headers"] == [["content-type", "text/html; charset=utf-8"]]
    assert (values["link_text"], values["found_on"], values["body"]) == ("Apply", "http://a.test/home", b"<p>Hello")
    assert missing == {}


def test_an_observation_without_a_value_is_missing_with_its_reason():
    values, missing = gathered_values(Snapshot(JOB, "", PAGE, {"axe": Observation("axe", "1", missing="Too slow.")}))

    assert "axe" not in values
    assert missing == {"axe": "Too slow."}


def test_nothing_is_a_value_too():
    values, _ = gathered_values(Snapshot(JOB, "", PAGE, {"axe": Observation("axe", "1", None)}))

    assert values["axe"] is None


def test_after_a_failure_all_is_missing_with_its_text():
    _, missing = gathered_values(Snapshot(JOB, "", failure=Failure("dead-host", "Nothing listens there.")))

    assert missing["body"] == missing["layout"] == "Nothing listens there."


@pytest.mark.parametrize(
    ("answer", "role"),
    [
        (exchange("text/html"), "page"),
        (exchange("application/xhtml+xml"), "page"),
        (exchange("TEXT/HTML; charset=x"), "page"),
        (exchange("text/html", status=299), "page"),
        (exchange("text/html", status=300), "redirect"),
        (exchange("application/pdf", status=399), "redirect"),
        (exchange("text/html", status=400), "error"),
        (exchange("application/pdf", status=404), "error"),
        (exchange("application/pdf"), "document"),
        (exchange("text/plain", b"<!doctype html>"), "document"),
        (exchange(body=b"  <!DOCTYPE HTML><p>"), "page"),
        (exchange(body=b"<!-- a licence --><html>"), "page"),
        (exchange(body=b"name,age\n<p>,1"), "document"),
        (exchange(body=b"<paragraph>"), "document"),
        (None, "page"),
    ],
)
def test_an_address_taken_for_a_page_may_be_something_else(answer, role):
    assert role_of(JOB, answer) == role


def test_another_role_than_page_stays_what_it_is():
    assert role_of(Job("http://a.test/robots.txt", role="robots_txt"), exchange("text/html", status=404)) == "robots_txt"


def test_an_empty_answer_without_a_type_is_an_empty_page():
    assert is_html(exchange())
