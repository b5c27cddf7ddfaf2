"""A page in the browser, loaded when a probe needs it, and asked by probes that share a load."""

from __future__ import annotations

from collections.abc import Sequence

from ..evidence.snapshot import Observation, Vantage
from .browser import Browser
from .past import Past, unkept
from .probe import FRESH, READS, Probe
from .shown import CRASHED, BrowserFailed

MOST_CRASHES = 2  # of the browser on one page


def missing(wanted: Sequence[Probe], reason: str) -> dict[str, Observation]:
    """The same reason for each probe that has no answer."""
    return {probe.name: Observation(probe.name, probe.version, missing=reason) for probe in wanted}


class Showing:
    """One address from one vantage; with a `past`, what is remembered of the same page is not asked again.

    A browser that crashes is not the page's fault until it does so again on the same page.
    """

    def __init__(self, url: str, vantage: Vantage, browser: Browser, past: Past | None) -> None:
        self._url, self._vantage, self._browser, self._past = url, vantage, browser, past
        self._shown = False
        self._crashes: list[str] = []

    def over(self) -> None:
        """The next probe wants a load of its own."""
        self._shown = False

    def recall(self, wanted: Sequence[Probe]) -> dict[str, Observation]:
        """The answers that belong to this load, and those that are remembered of the same page."""
        later = [probe for probe in wanted if probe.depends != FRESH]
        if self._past is None or not later:
            return {}
        first = sorted((p for p in wanted if p.effect == READS and p.depends == FRESH), key=lambda probe: not probe.first)
        found = self.ask(first)
        if not self._shown and (trouble := self._show(wanted)):
            return {**found, **missing([p for p in wanted if p.name not in found], trouble)}
        self._look(later)
        known = {probe.name: self._past.recall(self._browser, probe) for probe in later}
        return {**found, **{name: answer for name, answer in known.items() if answer is not None}}

    def ask(self, together: Sequence[Probe]) -> dict[str, Observation]:
        """The answers of probes that share a page load, those that read before those that disturb; nothing is raised."""
        found: dict[str, Observation] = {}
        reading = [probe for probe in together if probe.effect == READS]
        for probe in together:
            if probe.effect != READS:
                found = self._confirmed(found, reading, together)
            if not self._shown and (trouble := self._show(together)):  # a second try would fare no better
                return {**found, **missing([p for p in together if p.name not in found], trouble)}
            found[probe.name] = self._answer(probe, together)
        return self._confirmed(found, reading, together) if len(reading) == len(together) else found

    def _show(self, probes: Sequence[Probe]) -> str:
        """Load the page for these probes; the text says why that was not possible."""
        if self._past is not None:
            self._past.likeness = None
        while len(self._crashes) < MOST_CRASHES:
            try:
                self._browser.open(self._url, self._vantage, first=any(probe.first for probe in probes))
            except BrowserFailed as failed:
                if not self._crashed(failed):
                    return failed.text
            except Exception as error:  # of a fault of ours no other page should know
                return f"The page could not be shown: {type(error).__name__}: {error}"
            else:
                self._shown = True
                return ""
        return f"The browser crashed {len(self._crashes)} times on this page. {self._crashes[-1]}"

    def _crashed(self, failed: Exception) -> bool:
        """Whether that was a crash of the browser, which is counted."""
        crashed = isinstance(failed, BrowserFailed) and failed.kind == CRASHED
        if crashed:
            self._crashes.append(failed.text)
        return crashed

    def _look(self, probes: Sequence[Probe]) -> None:
        """See what the page is like; one that cannot be told is shown once more, and nothing of it is remembered."""
        try:
            self._past.look(self._browser, probes)
        except Exception as error:  # whatever it was, the probes are asked
            self._crashed(error)
            self._shown = False
            self._show(probes)
            self._past.unknown()

    def _answer(self, probe: Probe, together: Sequence[Probe]) -> Observation:
        if self._past is not None and not self._past.knows(probe):
            self._look(together)
        key, unlike = (self._past.key(self._browser, probe), self._past.unlike(probe)) if self._past is not None else ("", "")
        try:
            return Observation(probe.name, probe.version, self._browser.run(probe, self._vantage), key=key, unlike=unlike)
        except BrowserFailed as failed:
            self._shown, reason = False, failed.text
            if self._crashed(failed):
                trouble = self._show(together)
                return Observation(probe.name, probe.version, missing=trouble) if trouble else self._answer(probe, together)
        except Exception as error:  # a probe with a fault costs its own answer, not the scan
            reason = f"The probe {probe.name} failed: {type(error).__name__}: {error}"
        self._shown = False
        return Observation(probe.name, probe.version, missing=reason)

    def _confirmed(
        self, found: dict[str, Observation], reading: Sequence[Probe], together: Sequence[Probe]
    ) -> dict[str, Observation]:
        """The answers; without keys if the page became another one while it was being read."""
        keyed = [probe for probe in reading if probe.name in found and found[probe.name].key]
        if keyed and self._shown:
            self._look(together)
        if all(self._shown and self._past.key(self._browser, probe) == found[probe.name].key for probe in keyed):
            return found
        return unkept(found, [probe.name for probe in keyed])
