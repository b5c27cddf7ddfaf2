"""The draft of a rule: a sheet to be written, and one case that fails until it is replaced."""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .axe import from_metadata
from .packs import STANDARDS, Rulebook
from .written import nearest

WIDTH = 78
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN = re.compile(r"[A-Za-z][\w ,.'()/’-]*")

SHEET = """\
title: REPLACE this by a sentence that is true of a good page
severity: minor
standards: [{standard}]

why: |
  REPLACE this: who meets a barrier where this is wrong, and how.

fix: |
  REPLACE this: what to do, in one or two sentences.

# In what "select" finds, each expectation finds something and says what must be so.
# What this cannot say goes into a check.py; see docs/writing-rules.md.
select: main
expect:
  heading:
    find: h1
    count: 1
    else: The main part has {{count}} main headings; give it one.
"""
CASES = """\
# Replace this case, which fails: it claims that a sound page is wrong. Then add one that is sound,
# one that looks wrong and is not, and one on each side of every number.
- name: REPLACE this by what is wrong
  html: <main><h1>Apply for a permit</h1></main>
  failed: {main: heading}
"""
AXE_SHEET = """\
title: {title}
severity: {severity}
standards: [{standards}]
{act}help: {help}

why: |
{why}

fix: |
  REPLACE this: what to do, in one or two sentences.

axe: [{name}]
messages:
  passes: This is as the rule asks.
  violations: "{{message}}"
  incomplete: "Look at this by hand: {{message}}"
"""
AXE_CASES = """\
# Replace this case, which fails: it claims that a violation passes. Then add answers of axe-core that pass
# ("outcome: passes" has no nodes) and one that it could not decide ("outcome: incomplete").
- name: REPLACE this by what is wrong
  axe:
    results:
      - id: {name}
        outcome: violations
        nodes: [{{target: ["#x"], html: <p id="x">, message: This is the reason that axe-core gives}}]
  passed: {{html: passes}}
"""
HOUSE = """\
# Each standard that rules cite: an id, its title and where it can be read.
{standard}:
  title: REPLACE this by the title of what asks for it
  url: https://example.org/
"""


class BadDraft(ValueError):
    """A draft that cannot be written; the text says why, and what to do."""


def write_draft(name: str, packs: Path, book: Rulebook, axe: str, metadata: Iterable[dict[str, Any]]) -> list[Path]:
    """Write the rule `pack/rule` into its folder below `packs`; the files written. Raises BadDraft.

    `axe` names a rule of axe-core, whose `metadata` then fill the sheet.
    """
    if not _ID.fullmatch(name):
        raise BadDraft(f"“{name}” is no id: write PACK/RULE in lower-case words with hyphens, as house-style/one-heading.")
    folder = packs / name
    if folder.exists() and any(folder.iterdir()):
        raise BadDraft(f"{folder} is there already: choose another name, or remove the folder.")
    if name in book.rules:
        raise BadDraft(f"The rule {name} is there already, in {book.rules[name].folder or 'axe-core'}: choose another name.")
    sheet, cases = (_of_axe(axe, metadata, book), AXE_CASES.format(name=axe)) if axe else ("", CASES)
    files = {}
    if not sheet:
        standard, cited = _standard(folder.parent, book)
        sheet = SHEET.format(standard=standard)
        files |= {} if cited else {folder.parent / STANDARDS / f"{folder.parent.name}.yaml": HOUSE.format(standard=standard)}
    files |= {folder / "rule.yaml": sheet, folder / "cases.yaml": cases}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return list(files)


def _standard(pack: Path, book: Rulebook) -> tuple[str, bool]:
    """The standard that the rules of the pack cite most, and that it is there; else one to be written down."""
    cited = Counter(s for rule in book.rules.values() if rule.folder and rule.folder.parent == pack for s in rule.standards)
    if cited:
        return cited.most_common(1)[0][0], True
    written = pack / STANDARDS / f"{pack.name}.yaml"
    name = f"{pack.name}/replace-this"
    if written.exists():
        own = next((s for s in book.standards if s.startswith(f"{pack.name}/")), name)
        return own, True
    return name, False


def _of_axe(axe: str, metadata: Iterable[dict[str, Any]], book: Rulebook) -> str:
    known = {rule["id"]: rule for rule in metadata}
    if axe not in known:
        raise BadDraft(f"The pinned axe-core has no rule “{axe}”{nearest(axe, known)}")
    rule = from_metadata(known[axe], book.standards)
    return AXE_SHEET.format(
        name=axe,
        title=_scalar(rule.title),
        severity=rule.severity,
        standards=", ".join(rule.standards),
        act=f"act: [{', '.join(rule.act)}]\n" if rule.act else "",
        help=rule.help_url,
        why=textwrap.fill(rule.why, WIDTH, initial_indent="  ", subsequent_indent="  "),
    )


def _scalar(text: str) -> str:
    """A text as YAML on one line."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
