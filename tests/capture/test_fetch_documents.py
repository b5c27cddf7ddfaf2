"""A linked document is fetched within limits of its own, and one that is given up says why."""

from __future__ import annotations

import gzip
import time

import pytest

from govlint.capture.body import KEPT
from govlint.capture.fetch import Session, Unreachable
from govlint.capture.limits import Limits

from ..loopback import Loopback, drip

LIMITS = Limits(document=1_000_000, document_start=1.0)
PDF = {"Content-Type": "application/pdf"}


def fetched(answer, limits=LIMITS, document=True):
    with Loopback({"/": answer}) as site, Session(limits=limits) as session:
        return session.get(site.url, document=document)


def pieces(*said):
    def send(handler):
        for piece in said:
            handler.wfile.write(piece)

    return send


def late_headers(handler):
    handler.close_connection = True
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    drip(0.1, b"x")(handler)


def test_a_document_is_fetched_whole():
    assert fetched((200, PDF, b"x" * 900_000)).body == b"x" * 900_000


def test_a_document_that_says_to_be_too_large_is_not_read():
    exchange = fetched((200, PDF | {"Content-Length": "1000001"}, b""))
    assert (exchange.body, exchange.truncated) == (b"", "not read, for it says to be 1,000,001 bytes, above the limit of 1,000,000")


def test_of_a_document_that_is_too_large_without_saying_so_only_the_beginning_is_kept():
    exchange = fetched((200, PDF, pieces(b"x" * 1_000_001)))
    assert (len(exchange.body), exchange.truncated) == (KEPT, "cut at 1,000,000 bytes, the limit of a body")


def test_a_document_that_is_as_large_as_it_may_be_is_read():
    assert fetched((200, PDF, b"x" * 1_000_000)).truncated == ""


def test_the_size_that_a_packed_document_says_to_have_is_that_of_the_packing():
    packed = gzip.compress(bytes(1000)) + b""
    exchange = fetched((200, PDF | {"Content-Encoding": "gzip"}, packed), Limits(document=1000, document_start=60))
    assert (len(exchange.body), exchange.truncated) == (1000, "")


def test_a_document_that_drips_is_given_up():
    began = time.monotonic()
    exchange = fetched((200, PDF, drip(0.1)))
    assert exchange.truncated == "cut after 1 seconds, for it came slower than 10,000 bytes a second"
    assert time.monotonic() - began < 20  # of the 30 that a page has


def test_a_document_whose_headers_drip_is_given_up():
    with pytest.raises(Unreachable, match="within 1 seconds"):
        fetched(late_headers)


def test_a_document_that_comes_slowly_and_steadily_is_read_though_it_takes_longer_than_the_start():
    started = []

    def steady(handler):
        started.append(time.monotonic())
        for _ in range(15):
            handler.wfile.write(b"x" * 20_000)
            handler.wfile.flush()
            handler.loopback.ending.wait(0.1)

    exchange = fetched((200, PDF, steady), Limits(document=1_000_000, document_start=1.0, pace=50_000))
    assert (len(exchange.body), exchange.truncated) == (300_000, "")
    assert time.monotonic() - started[0] > 1.0


def test_a_page_that_drips_has_the_time_of_a_page():
    with Loopback({"/": (200, {"Content-Type": "text/html"}, drip(0.1))}) as site, Session(limits=Limits(total=2, document_start=0.5)) as session:
        assert session.get(site.url).truncated == "cut after 2 seconds, the limit of a visit"
