"""The only loop: jobs go to workers, what they find becomes new jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ..capture.fetch import Session
from ..capture.frontier import Frontier
from ..capture.robots import Robots, robots_for
from ..evidence.gathering import FILE
from ..evidence.memory import Memory
from ..evidence.snapshot import Job
from ..evidence.store import Store
from ..model.finding import Finding
from ..model.url import BadAddress, canonical, origin, same_site
from . import alike, doors
from .earlier import Earlier, Known
from .engine import noted, trouble
from .kept import Kept
from .plan import Plan
from .pool import Died, Pool
from .stop import Stop
from .visit import Judged
from .waiting import Waiting, seconds_of

MOST_TRIES = 3
ROBOTS = "robots_txt"  # may be asked for whatever it says
MOST_DEATHS = 2
INTERRUPTED = "the scan was interrupted"
Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class Crawled:
    """What a crawl brought: each job's answer in the order in which it came, and the troubles on the way.

    `done` jobs have an answer, `resumed` of them from before an interruption; `known` are those that are left too.
    A page that is shown in a browser after all of its like were visited is one more job.
    """

    judged: Kept = field(default_factory=Kept)
    troubles: list[Finding] = field(default_factory=list)
    skipped: list[tuple[str, str, str | None]] = field(default_factory=list)
    done: int = 0
    known: int = 0
    resumed: int = 0
    interrupted: bool = False


class Crawl:
    """One crawl. `key` is the scan's in the store; `progress` hears (done, known, address)."""

    def __init__(
        self, pool: Pool, plan: Plan, frontier: Frontier, session: Session, waiting: Waiting,
        store: Store, key: str, progress: Progress, stop: Stop,
        earlier: Earlier, memory: Memory | None = None, hidden: bool = False,
    ) -> None:  # fmt: skip
        self.pool, self.plan, self.frontier, self.session = pool, plan, frontier, session
        self.waiting, self.store, self.key, self.progress, self.stop = waiting, store, key, progress, stop
        self.earlier, self.memory, self.hidden = earlier, memory, hidden
        self.found = Crawled()
        self._robots: dict[str, Robots] = {}
        self._origins: set[str] = set()
        self._files: set[tuple[str, str]] = set()  # of each origin, the kinds of file that were asked for
        self._documents: set[str] = set()
        self._arrived: set[str] = set()
        self._refusals: dict[str, int] = {}
        self._deaths: dict[str, int] = {}
        self._sample: dict[str, int] = {}  # where the answer to an address lies that is to be shown in a browser

    def run(self) -> Crawled:
        """Go on until nothing is left to visit; a wish to stop ends it after the pages in flight."""
        while True:
            self._fill()
            if not self.pool.busy and not self.waiting and not self._choose():
                return self.found
            for (job, fresh), answer in self.pool.answers(0.2):
                self._take(job, answer, fresh)
                self.found.known = self.found.done + self._left
                self.progress(self.found.done, self.found.known, job.url)

    def _choose(self) -> bool:
        """Once all pages are known, go again to those that stand for their like; false if that is done or not wanted."""
        if not self.plan.sampled or self._sample or self.stop.asked:
            return False
        for place in alike.chosen(self.found.judged):
            job = self.found.judged[place].snapshot.job
            self._sample[job.url] = place
            self.waiting.add(replace(job, wanted=self.plan.probes))
        return bool(self._sample)

    @property
    def _left(self) -> int:
        return self.pool.busy + len(self.waiting) + len(self.frontier)

    def _fill(self) -> None:
        if self.stop.asked:
            self._leave_off()
            return
        while len(self.waiting) < 2 and (entry := self.frontier.next()) is not None:
            self._enqueue(entry)
        while self.pool.has_room and (job := self.waiting.next()) is not None:
            known = self._known(job)
            self.pool.give((job, not known.is_whole), (job, known))

    def _known(self, job: Job) -> Known:
        known = self.earlier.of(job)
        if job.url not in self._sample or known.is_whole:
            return known
        fetched = self.store.load(self.key, replace(job, wanted=self.plan.at_first))
        if fetched is None:
            return Known()
        first = self.found.judged[self._sample[job.url]].snapshot
        return Known(replace(fetched, job=job, evidence_at=first.evidence_at, reused=first.reused), look=True)

    def _leave_off(self) -> None:
        self.found.interrupted = True
        left = [(job.url, job.found_on) for job in self.waiting.give_up() if job.url not in self._sample]
        while (entry := self.frontier.next()) is not None:
            left.append((entry.url, entry.found_on))
        self.found.known = max(self.found.known, self.found.done + self.pool.busy + len(left))
        self.found.skipped += [(url, INTERRUPTED, found_on) for url, found_on in left]

    def _enqueue(self, entry: object) -> None:
        asked = entry.depth == 0
        job = Job(entry.url, wanted=self.plan.at_first, found_on=entry.found_on, depth=entry.depth, asked=asked, text=entry.text)
        self._ask_of_site(job.url)
        if self._allowed(job):
            self.waiting.add(job)

    def _ask_of_site(self, url: str) -> None:
        """What rules want to know of a site beside its pages, once for each origin."""
        if origin(url) in self._origins:
            return
        self._origins.add(origin(url))
        for name, asks in self.plan.asks.items():
            address = doors.address_of(asks, url, self.hidden)
            if address is None:
                continue
            job = Job(address, role=name)
            if not doors.is_page(asks) or name == ROBOTS or self._allowed(job):
                self.waiting.add(job)

    def _allowed(self, job: Job) -> bool:
        robots = self._robots_of(job.url)
        if robots.allows(job.url):
            return True
        tell = trouble if job.asked else noted
        text = robots.closed or f"robots.txt of {origin(job.url)} does not let govlint in here; nothing was judged."
        self.found.troubles.append(tell("robots-disallowed", job.url, text))
        self.found.skipped.append((job.url, "robots.txt does not allow it", job.found_on))
        return False

    def _robots_of(self, url: str) -> Robots:
        site = origin(url)
        if site not in self._robots:
            self._robots[site] = robots_for(self.session, site)
            if self._robots[site].delay:
                self.waiting.slow_down(url, self._robots[site].delay)
        return self._robots[site]

    def _take(self, job: Job, answer: Judged | Died, fresh: bool) -> None:
        if isinstance(answer, Died):
            self._again_or_lost(job, answer)
            return
        if self._refused_for_now(job, answer):
            return
        self.found.done += 1
        self.found.resumed += not fresh and not answer.snapshot.reused
        if self.memory is not None:
            self.memory.keep(answer.entries, answer.used)
        answer = replace(answer, entries=(), used=())
        if job.url in self._sample:
            self.found.judged[self._sample[job.url]] = answer
        elif self._is_new(job, answer):
            self._follow(job, answer)
            self.found.judged.append(answer)
        if fresh and answer.kept:
            self.store.save(self.key, answer.snapshot, known=self.found.done + self._left)

    def _again_or_lost(self, job: Job, died: Died) -> None:
        self._deaths[job.url] = self._deaths.get(job.url, 0) + 1
        if self._deaths[job.url] < MOST_DEATHS:
            self.waiting.add(job, first=True)
            return
        self.found.done += 1
        text = f"The process that looked at this address was lost twice: {died.reason}. Look at it by hand."
        self.found.troubles.append(trouble("worker-died", job.url, text))
        if job.url in self._sample:  # it was judged, but for what a browser would say
            return
        self.found.skipped.append((job.url, f"lost twice: {died.reason}", job.found_on))

    def _refused_for_now(self, job: Job, answer: Judged) -> bool:
        """Whether the server asked to come back later; the job waits, or is given up after three tries."""
        exchange = answer.snapshot.exchange
        if exchange is None or exchange.status not in (429, 503) or not exchange.header("retry-after"):
            return False
        self._refusals[job.url] = self._refusals.get(job.url, 0) + 1
        if self._refusals[job.url] >= MOST_TRIES:
            self.found.done += 1
            text = f"The server answered {exchange.status} {MOST_TRIES} times and asked to come back later."
            self.found.troubles.append(trouble("rate-limited", job.url, text))
            self.found.skipped.append((job.url, f"status {exchange.status} {MOST_TRIES} times", job.found_on))
            return True
        self.waiting.hold(job.url, seconds_of(exchange.header("retry-after"), exchange.header("date")))
        self.waiting.add(job, first=True)
        return True

    def _is_new(self, job: Job, answer: Judged) -> bool:
        """Whether this address was not judged yet under the name that it was redirected to."""
        exchange = answer.snapshot.exchange
        if exchange is None or job.role != "page" or answer.role == "redirect":
            return True
        final = canonical(exchange.url)
        if final in self._arrived and final == canonical(job.url):
            return False  # another address led here while this one was on its way
        if final in self._arrived:
            self.found.skipped.append((job.url, f"it redirects to {final}, which was visited already", job.found_on))
            return False
        self._arrived.add(final)
        if job.asked and not same_site(final, job.url):
            self.frontier.widen(final)
        self.frontier.claim(final)
        self.waiting.drop(final)
        return True

    def _follow(self, job: Job, answer: Judged) -> None:
        here = answer.snapshot.exchange.url if answer.snapshot.exchange else job.url
        documents = {url for url, _ in answer.documents}
        for url, text in answer.links:
            if url not in documents:
                self.frontier.offer(url, here, job.depth + 1, text)
        for kind, url in answer.files:
            self._open_file(kind, url, here)
        if not self.plan.documents:
            return
        for url, text in answer.documents:
            self._open_document(url, here, text)

    def _open_file(self, kind: str, url: str, found_on: str) -> None:
        """One file of each kind that the pages of an origin name stands for all of its kind there."""
        if (kind, origin(found_on)) in self._files:
            return
        self._files.add((kind, origin(found_on)))
        job = Job(url, role=FILE, found_on=found_on, text=kind)
        if self._allowed(job):
            self.waiting.add(job)

    def _open_document(self, url: str, found_on: str, text: str) -> None:
        try:
            address = canonical(url)
        except BadAddress:
            return
        if address in self._documents or not self.frontier.wants(address, anywhere=True):
            return
        self._documents.add(address)
        job = Job(address, role="document", found_on=found_on, text=text)
        if self._allowed(job):
            self.waiting.add(job)
