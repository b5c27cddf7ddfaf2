"""The example service that comes with govlint, put together as a folder that can be checked.

Its pages lie in `sites/permit-clean`; `sites/permit-broken` holds the files that are other
in the broken edition. Three things are put in here: the parts that all pages share
(`{{ header }}` is `_parts/header.html`), dates near today (`{{ day -30 }}`, `{{ iso +90 }}`),
and the style sheet and script of GOV.UK Frontend.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from .evidence.vendored import shipped, vendored

EDITIONS = ("broken", "clean")
PARTS = "_parts"
# About the example, not of it.
LEFT_OUT = frozenset({"manifest.yaml", "README.md"})
FILLED_IN = frozenset({".html", ".txt", ".xml"})
WRITTEN: Mapping[str, Callable[[date], str]] = {
    "day": lambda day: f"{day.day} {day:%B %Y}",
    "iso": lambda day: day.isoformat(),
}

_TOKEN = re.compile(r"\{\{ ([a-z-]+)(?: ([+-]\d+))? \}\}")
# The typeface belongs to services on gov.uk and does not come with govlint.
_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_FONT_NAME = "GDS Transport,"
_SOURCE_MAP = re.compile(r"(/\*|//)# sourceMappingURL=\S+( \*/)?")


def staged(edition: str, into: Path) -> Path:
    """The folder `permit-EDITION` under `into`, whole and ready to be checked."""
    if edition not in EDITIONS:
        raise ValueError(f"the example has no edition {edition!r}, only {', '.join(EDITIONS)}")
    site = into / f"permit-{edition}"
    for layer in dict.fromkeys(("clean", edition)):
        shutil.copytree(shipped("sites") / f"permit-{layer}", site, dirs_exist_ok=True)
    parts = {part.stem: part.read_text("utf-8").rstrip("\n") for part in (site / PARTS).glob("*.html")}
    shutil.rmtree(site / PARTS)
    for name in LEFT_OUT:
        (site / name).unlink(missing_ok=True)
    today = datetime.now(UTC).date()
    for file in site.rglob("*"):
        if file.suffix in FILLED_IN:
            file.write_text(filled(file.read_text("utf-8"), parts, today), "utf-8")
    _add_frontend(site / "assets")
    return site


def filled(text: str, parts: Mapping[str, str], today: date) -> str:
    """The text with each token replaced: a date by its distance from today in days, else a part."""

    def value(token: re.Match[str]) -> str:
        name, days = token.groups()
        if days is not None:
            return WRITTEN[name](today + timedelta(days=int(days)))
        return filled(parts[name], parts, today)

    return _TOKEN.sub(value, text)


def _add_frontend(assets: Path) -> None:
    shutil.copytree(vendored("govuk-frontend", "assets"), assets, dirs_exist_ok=True)
    for name in ("govuk-frontend.min.css", "govuk-frontend.min.js"):
        text = _SOURCE_MAP.sub("", vendored("govuk-frontend", name).read_text("utf-8"))
        (assets / name).write_text(_FONT_FACE.sub("", text).replace(_FONT_NAME, ""), "utf-8")
