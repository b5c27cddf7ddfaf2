"""One job in a worker process: visit it, judge it, and send back what others need of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ..capture import worker
from ..capture.borders import LIFT, Borders, Names
from ..capture.browser import Browser
from ..capture.door import knock
from ..capture.fetch import Session
from ..capture.gate import Gate
from ..capture.limits import MEGABYTE, Limits
from ..capture.warm import Lane
from ..capture.wear import rest
from ..evidence.fact import Evidence, Fact, Inapplicable, NotGathered
from ..evidence.gathering import DOCUMENT, ERROR, FILE, PAGE, REDIRECT, gathered_values
from ..evidence.memory import Entry, Memory
from ..evidence.snapshot import Exchange, Job, Snapshot
from ..model.finding import NOTED, Finding
from ..model.url import same_site
from ..rulebook.packs import read_rulebook
from ..rulebook.translation import ENGLISH
from . import validated
from .doors import is_left_as_it_is
from .earlier import unchanged, validators
from .engine import noted
from .members import with_members
from .parser import Parser
from .remembered import Remembered

NOT_WANTED = "It needs a browser, and --no-browser was given."
NOT_SHOWN = "This page was not examined in a browser: --sample alike chooses some, once all are known."
MOST_NAMED = 5
MOST_KEPT = 10 * MEGABYTE  # bytes of a document that go to the store; a larger one is fetched again by the scan that goes on


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker has to know: the rules by id, the packs they come from, what to gather and to lift."""

    rules: tuple[str, ...]
    packs: tuple[Path, ...] = ()
    trusted: tuple[Path, ...] = ()
    lang: str = ENGLISH
    browser: bool = True
    probes: tuple[str, ...] = ()
    lifted: tuple[str, ...] = ()
    limits: Limits = Limits()
    fast: bool = False
    borders: Borders = Borders()
    memory: Path | None = None
    forget: bool = False
    sampled: bool = False
    files: bool = False
    verapdf: Path | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One job done. `links` are (address, words); `lifted` are facts by name, or why they are not there.
    `files` are (kind, address) of what pages load or name.

    `entries` are to be remembered for later scans, and what lies at the places `used` was of use.
    A snapshot that is not to be `kept` has no body, and could not stand for another visit.
    `browser` names what a browser said of it; `group` and `sampled` are for pages that others stand for (see alike.py).
    """

    snapshot: Snapshot
    role: str
    findings: Sequence[Finding] = ()
    outcomes: Mapping[str, str] = field(default_factory=dict)
    lifted: dict[str, Any] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    documents: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    remembered: dict[str, str] = field(default_factory=dict)
    not_remembered: str = ""
    entries: tuple[Entry, ...] = ()
    used: tuple[str, ...] = ()
    browser: tuple[str, ...] = ()
    group: str = ""
    sampled: str = ""
    kept: bool = True


def serve(connection: Connection, settings: Settings) -> None:
    """Work on jobs until None comes. A task is (job, what is known of it)."""
    book = read_rulebook(settings.packs, settings.trusted, settings.lang, frozenset(settings.rules))
    rules = [book.rules[name] for name in settings.rules]
    limits = settings.limits
    patience = {"load_seconds": limits.load, "answer_seconds": limits.answer, "script_seconds": limits.script}
    with ExitStack() as stack:
        names = Names(settings.borders)
        session = stack.enter_context(Session(limits=limits, names=names))
        gate = None if settings.borders.lifted or not settings.browser else stack.enter_context(Gate(names))
        lane = Lane() if settings.fast else None
        browser = stack.enter_context(Browser(**patience, arguments=gate.arguments if gate else (), lane=lane))
        memory = stack.enter_context(Memory(settings.memory, blind=settings.forget)) if settings.memory else None
        wanted = {name for rule in rules if DOCUMENT in rule.judges for name in (*rule.needs, *rule.optional)}
        others = {validated.FACT: partial(validated.validated, program=settings.verapdf, seconds=limits.verapdf)}
        parser = stack.enter_context(Parser(book.facts, limits, settings.packs, settings.trusted, wanted.union(settings.lifted), others))
        while (task := connection.recv()) is not None:
            job, known = task
            fresh = not known.is_whole
            snapshot = known.snapshot
            if known.look:
                snapshot = _look(job, known.snapshot, browser if settings.browser else None, gate, memory)
            elif fresh:
                snapshot = _visit(job, session, browser if settings.browser else None, book.facts, gate, memory, known.snapshot)
            judged = _judged(snapshot, rules, parser, settings, memory, keep_body=fresh)
            del known, snapshot, task  # a large body is here no longer than it is of use
            connection.send(judged)
            rest(browser, limits)


def _visit(
    job: Job, session: Session, browser: Browser | None, facts: Mapping[str, Fact], gate: Gate | None, memory: Memory | None,
    earlier: Snapshot | None = None,
) -> Snapshot:  # fmt: skip
    if (answer := knock(job, session)) is not None:
        return answer
    limits: dict[str, Any] = {"gate": gate, "memory": memory}
    if earlier is not None:
        limits["unless"] = validators(earlier)
    if job.role == DOCUMENT:
        limits["document"] = True
    if is_left_as_it_is(facts[job.role].asks if job.role in facts else ""):
        limits["may_follow"] = lambda url: False
    if job.role == PAGE and not job.asked:
        limits["may_follow"] = lambda url: same_site(url, job.url)
    snapshot = worker.visit(job, session, browser, NOT_WANTED, **limits)
    if earlier is not None and snapshot.exchange is not None and snapshot.exchange.status == 304:
        return unchanged(earlier, snapshot)
    limits.pop("unless", None)
    if browser is None or job.role != PAGE or not _is_empty_shell(snapshot, facts):
        return snapshot
    # Only now is it known that rules about the served source need a browser too.
    with_rendered = replace(job, wanted=tuple({*job.wanted, "rendered"}))
    return replace(worker.visit(with_rendered, session, browser, NOT_WANTED, **limits), job=job)


def _look(job: Job, fetched: Snapshot, browser: Browser | None, gate: Gate | None, memory: Memory | None) -> Snapshot:
    wanted = {*job.wanted, *(("rendered",) if "rendered" in fetched.observations else ())}
    with_rendered = replace(fetched, job=replace(job, wanted=tuple(sorted(wanted))))
    return replace(worker.look(with_rendered, browser, NOT_WANTED, gate, memory), job=job)


def _is_empty_shell(snapshot: Snapshot, facts: Mapping[str, Fact]) -> bool:
    if snapshot.exchange is None or "rendered" in snapshot.observations:
        return False
    values, missing = gathered_values(snapshot)
    if values["role"] != PAGE:
        return False
    return _or_absence(Evidence(values, missing, facts), "drawn_by_script") is True


def _judged(
    snapshot: Snapshot, rules: list[Any], parser: Parser, settings: Settings, memory: Memory | None, keep_body: bool
) -> Judged:
    exchange = snapshot.exchange
    if exchange is None and not snapshot.observations:
        return Judged(snapshot, snapshot.job.role)
    kept = exchange is None or snapshot.job.role != DOCUMENT or len(exchange.body) <= MOST_KEPT
    sent = snapshot if exchange is None or keep_body and kept else replace(snapshot, exchange=_bodiless(exchange))
    values, missing = gathered_values(snapshot)
    if settings.sampled:
        missing = dict.fromkeys((name for name in settings.probes if name not in snapshot.observations), NOT_SHOWN) | missing
    evidence = parser.evidence(values, missing)
    role = values["role"]
    names = {PAGE: settings.lifted, ERROR: settings.lifted, DOCUMENT: settings.lifted, REDIRECT: (), FILE: ()}.get(role, (role,))
    past = Remembered(evidence, parser.facts, snapshot, memory)
    judgement = past.judge(rules)
    lifted = {name: past.fact(name, partial(_or_absence, evidence, name)) for name in names}
    pairs = {name: past.fact(name, partial(_pairs, evidence, name), "as pairs") for name in ("links", "document_links") if role == PAGE}
    entries, used = past.entries()
    if role == DOCUMENT:
        judgement = with_members(judgement, rules, evidence, parser.evidence)
    at_door = snapshot.exchange is None
    findings = (*(_unasked(finding, at_door) for finding in judgement.findings), *_refused(snapshot, values["url"]))
    return Judged(
        snapshot=sent, kept=kept, role=role, findings=findings, outcomes=judgement.outcomes, lifted=lifted,
        links=pairs.get("links", ()), documents=pairs.get("document_links", ()),
        files=_files(past, evidence) if role == PAGE and settings.files else (),
        remembered={name: seen.at for name, seen in snapshot.observations.items() if seen.at},
        not_remembered=next((seen.unlike for seen in snapshot.observations.values() if seen.unlike), ""),
        entries=entries, used=used,
        browser=() if at_door else tuple(sorted(name for name, seen in snapshot.observations.items() if not seen.missing and name != worker.REFUSED)),
    )  # fmt: skip


def _files(past: Remembered, evidence: Evidence) -> tuple[tuple[str, str], ...]:
    found = past.fact("own_files", partial(_or_absence, evidence, "own_files"))
    return () if isinstance(found, Exception) else tuple(tuple(pair) for pair in found)


def _bodiless(exchange: Exchange) -> Exchange:
    return replace(exchange, body=b"")


def _unasked(finding: Finding, at_door: bool) -> Finding:
    """What the user said not to gather is told, and the exit code does not hang on it.

    Nor does it on what this machine cannot ask of a host: it may have no name server, or stand behind a proxy.
    """
    unwanted = finding.rule == "engine/not-gathered" and (at_door or finding.text.startswith(NOT_WANTED.rstrip(".")))
    return replace(finding, settled=NOTED) if unwanted else finding


def _refused(snapshot: Snapshot, url: str) -> Iterator[Finding]:
    """What the browser was not let fetch for this page: told, since the page was judged without it."""
    seen = snapshot.observations.get(worker.REFUSED)
    if seen:
        places = sorted(f"{place} ({kind})" for place, kind in seen.value.items())
        named = ", ".join(places[:MOST_NAMED]) + (" and more" if len(places) > MOST_NAMED else "")
        yield noted("refused-address", url, f"The browser did not fetch what this page wants from {named}. {LIFT}")


def _or_absence(evidence: Evidence, name: str) -> Any:
    try:
        return evidence.get(name)
    except (Inapplicable, NotGathered) as absent:
        return absent
    except Exception as error:  # a fact that fails is evidence that is not there
        return NotGathered(f"the fact {name} could not be worked out: {type(error).__name__}: {error}")


def _pairs(evidence: Evidence, name: str) -> tuple[tuple[str, str], ...]:
    found = _or_absence(evidence, name)
    return () if isinstance(found, Exception) else tuple((link.url, link.text) for link in found)
