"""Rules that axe-core tells: a sheet that names axe rules, and the pack of all its own rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..model.finding import Standard
from ..model.verdict import SEVERITIES, CantTell, Failed, Passed, Place, Verdict
from .keys import known_issue, listed, names, one_of
from .rule import Rule
from .translation import read_translations
from .written import RuleError, place_of, read, refuse_unknown

MESSAGES = {
    "passes": "This is as the rule asks.",
    "violations": "{message}",
    "incomplete": "Look at this by hand: {message}",
}
RUN_TAGS = frozenset({"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"})
LEFT_OUT_TAGS = frozenset({"experimental", "deprecated"})
OVERRIDES = ("title", "severity", "why", "fix", "standards", "act", "known-issues")
BEST_PRACTICE = "axe/best-practice"


def read_axe_rule(path: Path, written: dict[str, Any]) -> dict[str, Any]:
    """The telling part of a sheet with `axe: [ids]`."""
    names = written["axe"]
    if not isinstance(names, list) or not names:
        raise RuleError(path, "“axe” is a list of axe-core's rule ids, as [color-contrast]", *place_of(names))
    return {"tell": _teller(tuple(map(str, names))), "needs": ("axe",), "kind": "axe"}


def axe_pack(metadata: list[dict[str, Any]], overrides: Path, standards: Mapping[str, Standard]) -> list[Rule]:
    """A rule for each rule of the pinned axe-core that we run; folders in `overrides` may say more of some."""
    known = {rule["id"] for rule in metadata}
    for folder in sorted(p.parent for p in overrides.glob("*/rule.yaml")):
        if folder.name not in known:
            raise RuleError(folder / "rule.yaml", f"the pinned axe-core has no rule “{folder.name}”")
    rules = [from_metadata(rule, standards) for rule in metadata if _is_run(rule)]
    return [_overridden(rule, overrides / rule.id.partition("/")[2] / "rule.yaml", standards) for rule in rules]


def read_metadata(path: Path) -> list[dict[str, Any]]:
    """What the build wrote down of the pinned axe-core's rules."""
    return json.loads(path.read_text(encoding="utf-8"))


def _teller(names: tuple[str, ...], demand: str = ""):
    def tell(axe: dict[str, Any]) -> Iterator[Verdict]:
        for result in axe["results"]:
            if result["id"] in names:
                yield from _verdicts(result, demand)

    return tell


def _verdicts(result: dict[str, Any], demand: str) -> Iterator[Verdict]:
    outcome = result["outcome"]
    if outcome == "passes":
        yield Passed("html", "passes", message="")
    if outcome not in ("violations", "incomplete"):
        return
    answer = Failed if outcome == "violations" else CantTell
    for node in result["nodes"]:
        # A target of several parts leads through frames or shadow roots.
        place = Place(" >>> ".join(node["target"]), excerpt=node.get("html", ""))
        yield answer(place, outcome, message=_sentence(_reason(node, demand)), impact=node.get("impact") or "")


def _reason(node: dict[str, Any], demand: str) -> str:
    """What is wrong; of several ways out none alone is the fault, so the rule's own demand is said."""
    summary = node.get("summary", "")
    ways_out = len(summary.strip().splitlines()) - 1
    return node.get("message") or (demand if ways_out > 1 else "") or summary or "axe-core gave no reason"


def _sentence(message: str) -> str:
    """axe-core's reason as one sentence, its list of ways out folded."""
    text = re.sub(r"^Fix (?:any|all) of the following:\s*", "", message.strip())
    text = re.sub(r"\s+", " ", text)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _is_run(rule: dict[str, Any]) -> bool:
    tags = set(rule["tags"])
    return bool(tags & RUN_TAGS) and not tags & LEFT_OUT_TAGS


def from_metadata(rule: dict[str, Any], standards: Mapping[str, Standard]) -> Rule:
    """The rule that axe-core's metadata of one of its rules make."""
    cited = tuple(filter(None, (_criterion(tag) for tag in rule["tags"])))
    severity = rule.get("impact") if rule.get("impact") in SEVERITIES else "moderate"
    return Rule(
        id=f"axe/{rule['id']}",
        title=rule["help"],
        severity=severity,
        why=rule["description"] + ".",
        fix=f"Follow the remedy that the finding names; {rule['helpUrl'].split('?')[0]} has examples.",
        standards=tuple(name for name in cited if name in standards) or (BEST_PRACTICE,),
        messages=MESSAGES,
        needs=("axe",),
        tell=_teller((rule["id"],), demand=rule["help"]),
        act=tuple(rule.get("actIds") or ()),
        version=rule["id"],
        help_url=rule["helpUrl"].split("?")[0],
        kind="axe",
    )


def _criterion(tag: str) -> str:
    found = re.fullmatch(r"wcag(\d)(\d)(\d{1,2})", tag)
    return f"wcag22/{found[1]}.{found[2]}.{found[3]}" if found else ""


def _overridden(rule: Rule, path: Path, standards: Mapping[str, Standard]) -> Rule:
    if not path.exists():
        return rule
    written = read(path)
    refuse_unknown(path, written, OVERRIDES, "key of an override")
    if "severity" in written:
        one_of(path, written["severity"], SEVERITIES, "severity")
    said: dict[str, Any] = {key: str(written[key]).strip() for key in ("title", "severity", "why", "fix") if key in written}
    issues = tuple(known_issue(path, i) for i in written.get("known-issues", []))
    if "standards" in written:
        said["standards"] = names(path, written, "standards", standards, "standard")
    # axe-core names fewer ACT rules than it implements.
    said["act"] = tuple(dict.fromkeys((*rule.act, *map(str, listed(path, written, "act")))))
    said["translations"] = read_translations(path.parent, rule.messages, any(issue.message for issue in issues))
    return replace(rule, known_issues=issues, folder=path.parent, **said)
