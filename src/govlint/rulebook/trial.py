"""A trial: a case with its evidence laid out, judged, and compared with what the case expects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..evidence.fact import Evidence, Fact, Inapplicable, NotGathered
from ..evidence.vendored import NotShipped, shipped
from ..facts.place import find, selector
from ..model.verdict import Verdict
from .cases import Case
from .rule import Rule, say
from .written import RuleError, nearest

URL = "https://apply-for-a-permit.service.gov.uk/start"
_SITE = URL.rsplit("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Trial:
    """A case, its evidence, that of the site's pages, and an anchor for each place that it expects."""

    case: Case
    evidence: Evidence
    pages: dict[str, Evidence]
    anchors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """One line too few (`came` is False) or too many; `text` is what the user would read there, `note` is for authors."""

    came: bool
    outcome: str
    place: str
    key: str
    text: str = ""
    note: str = ""

    def __str__(self) -> str:
        line = f"{self.outcome} at {self.place or 'the whole'}: {self.key}" if self.key else self.outcome
        more = (f"  “{self.text}”" if self.text else "") + (f"  ({self.note})" if self.note else "")
        return f"{'+' if self.came else '-'} {line}{more}"


def run(case: Case, facts: Mapping[str, Fact]) -> list[str]:
    """The differences between what was expected and what came, a line each; empty if there is none."""
    return [str(difference) for difference in differences(lay_out(case, facts))]


def lay_out(case: Case, facts: Mapping[str, Fact]) -> Trial:
    """The case with its evidence; one trial can be judged again and again."""
    evidence = _evidence(case, case.facts, facts)
    pages = {_address(path): _evidence(case, given, facts, path) for path, given in case.site.items()}
    trial = Trial(case, evidence, pages)
    trial.anchors.update({place: _anchor(trial, place) for _, place in case.expected})
    return trial


def differences(trial: Trial, rule: Rule | None = None) -> list[Difference]:
    """What is missing and what is too much; `rule` may be another version of the case's own.

    Raises RuleError for a message or a placeholder that is not there, and whatever the check raises.
    """
    case, rule = trial.case, rule or trial.case.rule
    try:
        verdicts = rule.judge(trial.evidence, trial.pages)
    except Inapplicable:
        verdicts = []
    except NotGathered as missing:
        return [] if case.untested else [Difference(True, f"untested, for want of evidence: {missing}", "", "")]
    if case.untested:
        return [Difference(False, "untested", "", ""), Difference(True, "the rule judged", "", "")]
    return _compare(trial, rule, verdicts)


def _compare(trial: Trial, rule: Rule, verdicts: list[Verdict]) -> list[Difference]:
    wanted: Counter[tuple[str, str, str]] = Counter()
    written: dict[str, str] = {}
    for (outcome, place), keys in trial.case.expected.items():
        wanted.update((outcome, trial.anchors[place], key) for key in keys)
        written[trial.anchors[place]] = place
    came: Counter[tuple[str, str, str]] = Counter()
    texts: dict[tuple[str, str, str], str] = {}
    for verdict in verdicts:
        line = (verdict.outcome, _where(trial, verdict), verdict.key)
        came[line] += 1
        texts[line] = _said(rule, verdict)
    missing = [Difference(False, o, written[p], key, note=_note(trial, p)) for o, p, key in (wanted - came).elements()]
    extra = [Difference(True, o, written.get(p, p), key, texts[o, p, key]) for o, p, key in (came - wanted).elements()]
    return missing + extra


def _note(trial: Trial, place: str) -> str:
    """That an expected place is not in the case's page, where there is a page."""
    if not place or trial.case.rule.of_site or "html" not in trial.case.facts:
        return ""
    try:
        return "" if find(trial.evidence.get("dom"), place) is not None else "no element of the page is there"
    except (Inapplicable, NotGathered):
        return ""


def _said(rule: Rule, verdict: Verdict) -> str:
    """The text of a verdict; a fault of the rule is told with the place where it was written."""
    folder = rule.folder or Path(rule.id)
    if verdict.key not in rule.messages:
        file, line = _where_said(folder, verdict.key)
        raise RuleError(file, f"“messages” has no “{verdict.key}”{nearest(verdict.key, rule.messages)}", line)
    try:
        return say(rule, verdict)
    except (KeyError, IndexError, ValueError) as fault:
        place = rule.places.get(f"messages/{verdict.key}", (1, 1))
        name = str(fault.args[0]) if fault.args else ""
        text = f"nothing fills “{{{name}}}” in the message “{verdict.key}”{nearest(name, verdict.data)}"
        raise RuleError(folder / "rule.yaml", text, *place) from None


def _where_said(folder: Path, key: str) -> tuple[Path, int]:
    """The file and line that say a key which is not there; the sheet where no line says it literally."""
    check = folder / "check.py"
    lines: Iterable[str] = check.read_text("utf-8").splitlines() if check.exists() else ()
    for number, line in enumerate(lines, 1):
        if f'"{key}"' in line or f"'{key}'" in line:
            return check, number
    return folder / "rule.yaml", 1


def _where(trial: Trial, verdict: Verdict) -> str:
    place = verdict.place
    if not trial.case.rule.of_site:
        return _anchor(trial, place.selector)
    url, selector = (place.url, place.selector) if place.url else (place.selector, "")
    return " ".join(filter(None, (url.removeprefix(_SITE), selector)))


def _anchor(trial: Trial, place: str) -> str:
    """A name for the element that a selector finds, so that two selectors for one element are equal."""
    if trial.case.rule.of_site or not place:
        return place
    try:
        node = find(trial.evidence.get("dom"), place)
    except (Inapplicable, NotGathered):
        return place
    return selector(node) if node is not None else place


def _evidence(case: Case, given: dict[str, Any], facts: Mapping[str, Fact], path: str = "") -> Evidence:
    url = _address(path) if path else URL
    values: dict[str, Any] = {
        "url": url, "asked": url, "role": case.rule.judges[0], "link_text": "", "found_on": "", "status": 200,
        "redirects": [], "truncated": "",
    }  # fmt: skip
    if "html" in given:
        values["raw_headers"] = [["content-type", "text/html; charset=utf-8"]]
        values["body"] = str(given["html"]).encode()
    for name, value in given.items():
        if name == "headers":
            values["raw_headers"] = _pairs(value)
        elif name == "file":
            values["body"] = _file(case, str(value)).read_bytes()
        elif name == "body":
            values["body"] = str(value).encode()
        else:
            values[name] = str(value) if isinstance(value, str) else value
    values.setdefault("raw_headers", [])
    return Evidence(values, {}, facts)


def _pairs(headers: Mapping[str, Any]) -> list[list[str]]:
    pairs = []
    for name, value in headers.items():
        pairs += [[str(name).lower(), str(v)] for v in (value if isinstance(value, list) else [value])]
    return pairs


def _file(case: Case, name: str) -> Path:
    beside = case.path.parent / name
    if beside.is_file():
        return beside
    of_pack = case.path.parent.parent / "documents" / name
    if of_pack.is_file():
        return of_pack
    try:
        return next(p for p in [shipped("documents") / name] if p.is_file())
    except (StopIteration, NotShipped):
        raise RuleError(case.path, f"there is no document “{name}” beside the case or in documents/", case.line) from None


def _address(path: str) -> str:
    return path if path.startswith("http") else _SITE + path
