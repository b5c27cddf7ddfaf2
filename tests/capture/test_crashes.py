"""A browser that crashes or is worn out costs no page; a page that crashes it twice is told and left."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from govlint.capture import wear
from govlint.capture.browser import Browser
from govlint.capture.limits import Limits
from govlint.capture.wear import rest
from govlint.capture.worker import visit
from govlint.evidence.gathering import gathered_values
from govlint.evidence.snapshot import Job
from tests.loopback import Loopback, html

PAGE = "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1></main></html>"
DEADLY = PAGE.replace("</main>", "<script src=/deadly.js></script></main>")
SCRIPT = (200, {"Content-Type": "text/javascript"}, "")


@pytest.fixture
def own():
    with Browser() as browser:
        yield browser


def kill_renderers(browser: Browser) -> None:
    for pid in browser.processes:
        with suppress(OSError):
            if b"--type=renderer" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(pid, signal.SIGKILL)


def deadly(browser: Browser, times: int):
    """A script whose request kills the page that asks for it, so many times."""
    left = [times]

    def answer(handler):
        if left[0] > 0:
            left[0] -= 1
            kill_renderers(browser)
        return SCRIPT

    return answer


def test_a_page_that_lost_its_renderer_once_is_looked_at_again(session, own):
    with Loopback({"/": html(DEADLY), "/deadly.js": deadly(own, 1)}) as server:
        values, missing = gathered_values(visit(Job(server.url + "/", wanted=("axe", "layout", "rendered")), session, own))

    assert missing == {}
    assert {"axe", "layout", "rendered"} <= set(values)


def test_a_page_that_kills_its_renderer_twice_is_left_with_the_reason_and_the_next_one_is_shown(session, own):
    answers = {"/": html(DEADLY), "/deadly.js": deadly(own, 9), "/next": html(PAGE)}
    with Loopback(answers) as server:
        _, missing = gathered_values(visit(Job(server.url + "/", wanted=("axe", "focus_trail", "layout")), session, own))
        asked = sum(path == "/deadly.js" for _, path in server.asked)
        values, none = gathered_values(visit(Job(server.url + "/next", wanted=("axe",)), session, own))

    assert {"axe", "focus_trail", "layout"} == set(missing)
    assert all(reason.startswith("The browser crashed 2 times on this page. ") for reason in missing.values())
    assert asked == 2
    assert ({}, True) == (none, "axe" in values)


@pytest.mark.parametrize("limits", [Limits(browser_pages=2), Limits(browser_memory=1)], ids=["pages", "memory"])
def test_a_worn_browser_is_renewed_between_two_pages_and_no_page_is_lost(session, own, limits, monkeypatch):
    monkeypatch.setattr(wear, "WEIGHED", 2)
    profiles = []
    with Loopback({f"/{number}": html(PAGE) for number in range(4)}) as server:
        for number in range(4):
            _, missing = gathered_values(visit(Job(f"{server.url}/{number}", wanted=("axe",)), session, own))
            assert missing == {}
            profiles.append(own.profile)
            rest(own, limits)

    assert [profiles[0], profiles[0], profiles[2], profiles[2]] == profiles
    assert profiles[0] != profiles[2]
    assert not any(profile.exists() for profile in profiles)


def test_a_browser_within_its_limits_is_kept(session, own):
    with Loopback({"/": html(PAGE)}) as server:
        visit(Job(server.url + "/", wanted=("rendered",)), session, own)
        before = own.profile
        rest(own, Limits())

        assert before == own.profile and before.exists()


def test_a_browser_that_outlived_its_driver_is_ended_with_its_profile(session, own):
    with Loopback({"/": html(PAGE)}) as server:
        visit(Job(server.url + "/", wanted=("rendered",)), session, own)
        living, profile = own.processes, own.profile
        own.driver.service.process.kill()
        own.driver.service.process.wait(10)
        values, missing = gathered_values(visit(Job(server.url + "/", wanted=("rendered",)), session, own))

    assert (missing, "rendered" in values) == ({}, True)
    assert living and not any(Path(f"/proc/{pid}").exists() and _runs(pid) for pid in living)
    assert not profile.exists()


def _runs(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] not in "ZX"
    return False
