"""One scan from what was asked to what is reported."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from .. import __version__
from ..capture.borders import Borders, Names
from ..capture.fetch import Session
from ..capture.frontier import Frontier, Scope
from ..capture.installed import find_browser
from ..capture.target import Targets, resolve
from ..capture.verapdf import find_verapdf
from ..evidence.memory import Memory
from ..evidence.store import Store
from ..evidence.vendored import vendored_version
from ..model.chosen import ordered
from ..model.finding import Alike, Finding, RuleSummary, Scan, Visit
from ..model.outcomes import only
from ..rulebook.packs import Rulebook, read_rulebook, select
from ..rulebook.rule import Rule
from . import after, alike, engine, plan, policy
from .asked import ALIKE, FAST, Asked
from .crawl import Crawl, Crawled
from .earlier import Earlier
from .outcome import by_address, findings_of, order, profile_signs, visits_of
from .pool import Pool
from .spool import Spool
from .stop import Stop
from .visit import Settings, serve
from .visited import Visited
from .waiting import Waiting

Progress = Callable[[int, int, str], None]
Say = Callable[[str], None]
MEMORY = ".memory"
KEPT_SECONDS = 30 * 24 * 3600
INTERRUPTED = 130  # as a shell says it of what SIGINT ended


def run(asked: Asked, progress: Progress = lambda done, known, url: None) -> Scan:
    """Visit, judge, settle; raises BadTarget, RuleError, UnknownRule and StoreError for what cannot be begun."""
    with scanning(asked, progress) as scan:
        return scan


@contextmanager
def scanning(
    asked: Asked, progress: Progress = lambda done, known, url: None, say: Say = lambda text: None
) -> Iterator[Scan]:
    """A scan for a `with` that reports it: only after it does the next one start afresh. Raises as `run` does.

    `progress` hears (addresses done, known, the last one), `say` sentences for the user.
    """
    book = read_rulebook(asked.packs, asked.trusted, asked.lang)
    rules = select(book, asked.rules, asked.skip)
    if asked.profile:
        rules = [rule for rule in rules if asked.profile in rule.profiles]
    planned = plan.make(rules, book.facts, sampled=asked.sample == ALIKE and asked.browser)
    started = _now()
    with ExitStack() as stack:
        stop = stack.enter_context(Stop(say))
        names = Names(Borders(allowed=asked.allow_private))
        session = stack.enter_context(Session(limits=asked.limits, names=names))
        targets = stack.enter_context(resolve(asked.targets, session, asked.crawl))
        scope = Scope(targets.starts, include=asked.include, exclude=asked.exclude)
        frontier = Frontier(targets.starts, scope, max_pages=asked.max_pages, depth=asked.depth if asked.crawl else 0)
        key = _key(asked, rules, targets)
        origins = [server.origin for server in targets.servers]
        store = stack.enter_context(Store(asked.store or _usual_store(key), origins))
        if store.begin(key, started, keep=bool(asked.fresh_for)) and (done := store.count(key)):
            say(f"resumed, {done:,} of {max(store.known(key), done):,} done")
        workers = asked.workers or min(os.cpu_count() or 1, 8)
        settings = _settings(asked, rules, planned, names.borders)
        memory = stack.enter_context(Memory(settings.memory, write=True)) if settings.memory else None
        earlier = Earlier(store, key, None if asked.forget else asked.fresh_for, datetime.now(UTC))
        with Pool(workers, serve, settings, asked.limits.visit) as pool:
            waiting = Waiting(asked.rate, time.monotonic)
            stop.patient = True
            crawled = Crawl(pool, planned, frontier, session, waiting, store, key, progress, stop, earlier, memory, asked.ask_hidden).run()
        if memory is not None:
            memory.prune()
        served = {server.origin: _from_here(server.folder) for server in targets.servers}
        groups = alike.told(crawled.judged, crawled.interrupted) if planned.sampled else ()
        interrupted, scan = crawled.interrupted, _settled(asked, book, rules, crawled, frontier, started, served, groups)
        del crawled, frontier  # a report of a large site needs the room
        yield scan
        if not interrupted:
            store.end(key, _now())


def _settings(asked: Asked, rules: list[Rule], planned: plan.Plan, borders: Borders) -> Settings:
    return Settings(
        rules=tuple(rule.id for rule in rules), packs=asked.packs, trusted=asked.trusted, lang=asked.lang,
        browser=asked.browser, probes=planned.probes, lifted=planned.lifted, limits=asked.limits, borders=borders,
        fast=asked.lane == FAST, sampled=planned.sampled, files=planned.files, verapdf=find_verapdf(asked.verapdf),
        memory=_memory(asked), forget=asked.forget,
    )  # fmt: skip


def _settled(
    asked: Asked, book: Rulebook, rules: list[Rule], crawled: Crawled, frontier: Frontier, started: str,
    served: dict[str, str], groups: tuple[Alike, ...],
) -> Scan:
    if asked.profile:
        profile, why = asked.profile, "it was asked for"
    else:
        profile, why = policy.profile_of(profile_signs(crawled))
    by_id = {rule.id: rule for rule in rules}
    applied = [rule for rule in rules if profile in rule.profiles]
    settle = partial(policy.settle, fail_on=asked.fail_on, waivers=asked.waivers, baseline=asked.baseline, today=date.today())
    spool = Spool()
    spool.keep(settle(policy.applying(findings_of(rules, crawled, frontier), by_id, profile)))
    findings = ordered(spool, order)
    if spool.keep(settle(after.findings_of(applied, crawled, findings, book.standards))):
        findings = ordered(spool, order)
    code, verdict = policy.exit_code(findings)
    if crawled.interrupted:
        code, verdict = INTERRUPTED, f"Interrupted; the same command goes on where it stopped. {verdict}"
    visits = ordered(Visited(_applied(visits_of(crawled), applied)), by_address)
    # With a sample each group of findings looks through all visits for the pages that are like its own: these are held.
    return Scan(
        targets=asked.targets, options=asked.told() | _went(crawled) | {"served": served}, profile=profile, profile_reason=why,
        started=started, ended=_now(), tools=_tools(asked), rules=_summaries(applied, book, findings),
        findings=findings, visits=tuple(visits) if groups else visits, exit_code=code, verdict=verdict, alike=groups,
    )  # fmt: skip


def _went(crawled: Crawled) -> dict[str, int]:
    """How the crawl went: addresses known, done, and done before an interruption (pages, documents, well-known ones)."""
    return {"addresses": max(crawled.known, crawled.done), "done": crawled.done, "resumed": crawled.resumed}


def _applied(visits: Iterable[Visit], applied: list[Rule]) -> Iterator[Visit]:
    """The visits with the outcomes of the rules that apply; those that share theirs go on to do so."""
    names = {rule.id for rule in applied}
    known: dict[int, tuple[Mapping[str, str], Mapping[str, str]]] = {}  # both are held, so that no others come under the same id
    for visit in visits:
        outcomes = visit.outcomes
        if not names.issuperset(outcomes):
            if id(outcomes) not in known:
                known[id(outcomes)] = outcomes, only(outcomes, names)
            outcomes = known[id(outcomes)][1]
        yield replace(visit, outcomes=outcomes)


def _summaries(rules: list[Rule], book: Rulebook, findings: Iterable[Finding]) -> dict[str, RuleSummary]:
    said = {f.rule for f in findings}
    troubles = {name: summary for name, summary in engine.summaries().items() if name in said}
    return troubles | {rule.id: summary(rule, book) for rule in rules}


def summary(rule: Rule, book: Rulebook) -> RuleSummary:
    """What a report says of a rule."""
    return RuleSummary(
        id=rule.id, title=rule.title, severity=rule.severity, why=rule.why, fix=rule.fix,
        standards=tuple(book.standards[name] for name in rule.standards), act=rule.act, needs=rule.needs,
        help_url=rule.help_url, version=rule.version, markup=rule.markup,
    )  # fmt: skip


def _tools(asked: Asked) -> dict[str, str]:
    tools = {"govlint": __version__, "axe-core": vendored_version("axe-core"), "python": platform.python_version()}
    if asked.browser:
        tools["browser"] = find_browser().browser_version or "none"
    return tools


def _key(asked: Asked, rules: list[Rule], targets: Targets) -> str:
    """The name of a scan in the store: what was asked, by which rules; a folder that was changed is another one."""
    told = {k: v for k, v in asked.told().items() if k not in ("failOn", "waivers", "baseline", "freshFor", "memory")}
    named = [str(path.absolute()) if (path := Path(text).expanduser()).exists() else text for text in asked.targets]
    folders = [(str(server.folder.absolute()), server.state()) for server in targets.servers]
    parts = [__version__, named, folders, told, [(rule.id, rule.version) for rule in rules]]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:20]


def _usual_store(key: str) -> Path:
    """The file for this scan in the user's cache, where what is older than a month is thrown away."""
    folder = _cache()
    for old in folder.glob("*.sqlite"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > KEPT_SECONDS:
                old.unlink()
    return folder / f"{key}.sqlite"


def _memory(asked: Asked) -> Path | None:
    """The file of what is remembered: one for all scans in the user's cache, or one beside the store that was named."""
    if not asked.memory:
        return None
    return asked.store.with_name(asked.store.name + MEMORY) if asked.store else _cache() / f"all{MEMORY}"


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "govlint"


def _from_here(folder: Path) -> str:
    """A folder's path as it is from the working directory, if it lies in it."""
    whole, here = folder.resolve(), Path.cwd().resolve()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else whole.as_posix()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
