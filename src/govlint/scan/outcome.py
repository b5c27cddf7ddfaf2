"""From the answers of a crawl to the findings and visits of a scan."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from urllib.parse import urlsplit

from ..capture.frontier import Frontier
from ..evidence.fact import Evidence
from ..evidence.gathering import DOCUMENT, ERROR, PAGE, REDIRECT
from ..model.chosen import Chosen, ordered
from ..model.finding import Finding, Visit
from ..model.url import origin
from ..rulebook.rule import Rule
from . import alike, judge
from .crawl import INTERRUPTED, Crawled
from .engine import noted, trouble
from .validated import told_once
from .visit import Judged

MOST_NAMED = 5
PAGE_ROLES = (PAGE, ERROR, DOCUMENT)
# Of another origin, which is no site of its own; and a host that does not listen there is a good one.
FIRST_ANSWERS = ("plain_http", "other_name")


def order(finding: Finding) -> tuple[object, ...]:
    """By this findings are sorted, so that nothing depends on which worker was first."""
    return finding.rule, finding.url, finding.place.line or 0, finding.place.selector, finding.text


def by_address(visit: Visit) -> str:
    """By this visits are sorted; those of one address stay in the order in which they were told."""
    return visit.url


def findings_of(rules: list[Rule], crawled: Crawled, frontier: Frontier) -> Iterator[Finding]:
    """All findings, in the order in which they came."""
    of_pages = (finding for answer in crawled.judged for finding in answer.findings)
    untold = (found for answer in crawled.judged if (found := _trouble(answer)) is not None)
    yield from told_once(chain(of_pages, crawled.troubles, untold, _of_sites(rules, crawled)))
    yield from _gaps(crawled, frontier)


def _of_sites(rules: list[Rule], crawled: Crawled) -> Iterator[Finding]:
    over_sites = [rule for rule in rules if rule.of_site]
    at_once = [rule for rule in over_sites if not rule.is_after]
    if not over_sites:
        return
    for site, answers in by_site(crawled.judged).items():
        pages, resources = evidence_of(answers)
        yield from judge.site(at_once, pages, Evidence(resources, {}, {}), site).findings
        yield from alike.unseen(over_sites, answers, site)


def profile_signs(crawled: Crawled) -> list[tuple[str, str]]:
    """What each page says of the kind of site it belongs to."""
    signs = (answer.lifted.get("profile_signs") for answer in crawled.judged if answer.role == PAGE)
    return [sign for sign in signs if isinstance(sign, tuple)]


def visits_of(crawled: Crawled) -> Iterator[Visit]:
    """Every address that was visited, or was meant to be, in no order."""
    yield from map(_visit, crawled.judged)
    yield from (way for answer in crawled.judged if (way := _way_there(answer)) is not None)
    yield from (Visit(url=url, outcome="skipped", reason=why, found_on=on) for url, why, on in crawled.skipped)


def _visit(answer: Judged) -> Visit:
    snapshot, exchange = answer.snapshot, answer.snapshot.exchange
    job = snapshot.job
    title = answer.lifted.get("title")
    if exchange is None and snapshot.failure is None:
        return Visit(job.url, answer.role, outcome="judged", seconds=snapshot.seconds, outcomes=answer.outcomes, evidence_at=snapshot.evidence_at, reason=snapshot.reused)
    if exchange is None:
        reason = snapshot.failure.text if snapshot.failure else "no answer"
        outcome = "skipped" if _is_refused(answer) else "unreached"
        return Visit(job.url, answer.role, outcome=outcome, reason=reason, found_on=job.found_on, seconds=snapshot.seconds)
    elsewhere = answer.role == REDIRECT
    return Visit(
        url=exchange.url, role=answer.role, status=exchange.status, media_type=exchange.media_type,
        outcome="redirected" if elsewhere else "judged", found_on=job.found_on, seconds=snapshot.seconds,
        reason=f"It leads off the site to {exchange.header('location')}." if elsewhere else " ".join(filter(None, (snapshot.reused, answer.sampled))),
        title=title if isinstance(title, str) else "", outcomes=answer.outcomes,
        evidence_at=snapshot.evidence_at, remembered=answer.remembered, not_remembered=answer.not_remembered,
        browser=answer.browser, group=answer.group,
    )  # fmt: skip


def _way_there(answer: Judged) -> Visit | None:
    """The address that was asked for, where a redirect led from it to the one that was judged."""
    job, exchange = answer.snapshot.job, answer.snapshot.exchange
    if exchange is None or not exchange.redirects or exchange.url == job.url:
        return None
    first = exchange.redirects[0]
    reason = f"It redirects to {exchange.url}."
    return Visit(job.url, answer.role, first.status, outcome="redirected", reason=reason, found_on=job.found_on)


def _trouble(answer: Judged) -> Finding | None:
    """What the engine says of an address that could not be judged as a page."""
    snapshot, exchange = answer.snapshot, answer.snapshot.exchange
    job = snapshot.job
    if exchange is None and snapshot.failure is None:
        return None
    if exchange is None and answer.role in FIRST_ANSWERS:
        return None
    if exchange is None:
        assert snapshot.failure, f"{job.url} has neither an exchange nor a failure"
        # A well-known address is looked for, not promised; a document elsewhere is not the site's.
        ours = job.asked or not _is_refused(answer) and (job.role == PAGE or _same_host(job.url, job.found_on))
        tell = trouble if ours and job.role in (PAGE, DOCUMENT) else noted
        return tell(snapshot.failure.kind, job.url, snapshot.failure.text)
    if answer.role == ERROR:
        text = f"The server answered {exchange.status}, so there is no page to judge."
        return (trouble if job.asked else noted)("http-error", exchange.url, text)
    return None


def _is_refused(answer: Judged) -> bool:
    failure = answer.snapshot.failure
    return failure is not None and failure.kind == "refused-address"


def _same_host(url: str, other: str | None) -> bool:
    return other is None or urlsplit(url).netloc == urlsplit(other).netloc


def by_site(judged: Sequence[Judged]) -> dict[str, Sequence[Judged]]:
    """Answers by the origin of the page or, for a document, of the page that links to it."""
    sites: dict[str, array[int]] = {}
    for place, answer in enumerate(judged):
        job, exchange = answer.snapshot.job, answer.snapshot.exchange
        if (exchange is None and answer.snapshot.failure is not None) or answer.role in FIRST_ANSWERS:
            continue
        home = job.found_on if answer.role == DOCUMENT and job.found_on else _address(answer)
        sites.setdefault(origin(home), array("I")).append(place)
    return {site: Chosen(judged, places) for site, places in sites.items()}


def _address(answer: Judged) -> str:
    exchange = answer.snapshot.exchange
    return exchange.url if exchange else answer.snapshot.job.url


def evidence_of(answers: Sequence[Judged]) -> tuple[dict[str, tuple[str, Evidence]], dict[str, object]]:
    """A site's evidence: (role, facts) of each page by address, and the facts that there are once."""
    pages: dict[str, tuple[str, Evidence]] = {}
    resources: dict[str, object] = {}
    for answer in ordered(answers, _address):
        if answer.role in PAGE_ROLES:
            pages[answer.snapshot.exchange.url] = (answer.role, Evidence(answer.lifted, {}, {}))
        else:
            resources.update(answer.lifted)
    return pages, resources


def _gaps(crawled: Crawled, frontier: Frontier) -> list[Finding]:
    """What the crawl left out by its limits, and a scan that judged nothing at all."""
    found = []
    for reason, (count, addresses) in frontier.gaps().items():
        named = ", ".join(addresses[:MOST_NAMED]) + (" and more" if count > MOST_NAMED else "")
        text = f"{count} addresses were not visited ({reason}): {named}"
        found.append(noted("crawl-incomplete", addresses[0], text))
    left = [url for url, why, _ in crawled.skipped if why == INTERRUPTED]
    if left:
        named = ", ".join(left[:MOST_NAMED]) + (" and more" if len(left) > MOST_NAMED else "")
        found.append(noted("crawl-incomplete", left[0], f"{len(left)} addresses were not visited ({INTERRUPTED}): {named}"))
    if not any(answer.role in (PAGE, DOCUMENT) for answer in crawled.judged) and not found:
        where = crawled.judged[0].snapshot.job.url if crawled.judged else "the target"
        found.append(trouble("nothing-judged", where, "No page and no document could be judged."))
    return found
