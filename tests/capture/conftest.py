"""What the tests of capture share: a session, certificates of their own, a browser."""

import socket
from pathlib import Path

import pytest

from govlint.capture.browser import Browser
from govlint.capture.fetch import Session
from govlint.capture.limits import Limits
from govlint.evidence.snapshot import Vantage
from tests.loopback import Loopback, html

PROBES = Path(__file__).parents[2] / "fixtures" / "probes"
VANTAGE = Vantage()


@pytest.fixture
def session():
    """A session with limits that suit a test on loopback."""
    with Session(limits=Limits(connect=2, read=2, total=5)) as session:
        yield session


@pytest.fixture
def dead_port():
    """A port of loopback that nothing listens on, held so that nobody else takes it."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.fixture(scope="session")
def browser():
    """One real browser for all tests that only look."""
    with Browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def ask(browser):
    """A function that shows a page (HTML, or a file of fixtures/probes) and gives a probe's answer about it."""

    def answer(probe, page, vantage=VANTAGE, **files):
        source = page if "<" in page else (PROBES / page).read_text("utf-8")
        with Loopback({"/": html(source), **{f"/{name}": html(text) for name, text in files.items()}}) as server:
            browser.open(server.url + "/", vantage)
            return browser.run(probe, vantage)

    return answer
