"""The page on limits says the defaults that the code has, and names every option that changes one."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from govlint.capture import axe, limits, ready, showing, verapdf, warm
from govlint.capture.limits import MEGABYTE, SETTABLE, Limits
from govlint.evidence import gathering, memory
from govlint.scan import alike, asked, crawl, parser, run, visit, waiting

PAGE = (Path(__file__).parent.parent / "docs" / "limits.md").read_text("utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| ")]
USUAL = Limits()
# What stands in the page in another form than the code's.
MEGABYTES = {"body", "document", "parse_memory", "browser_memory", "ratio_from"}


def shown(number):
    return f"{number:,.0f}"


def values():
    for field in fields(Limits):
        value = getattr(USUAL, field.name)
        yield field.name, shown(value / MEGABYTE if field.name in MEGABYTES else value)
    for name, value in vars(limits).items():
        if name.isupper() and isinstance(value, int | float) and name != "MEGABYTE":
            yield name, shown(value)
    for module, name in (
        (axe, "FRAME_SECONDS"), (ready, "FRAMES"), (ready, "DEPTH"), (warm, "CHECKED"), (warm, "MOST_STARTS"), (showing, "MOST_CRASHES"),
        (gathering, "MOST_ELEMENTS"), (memory, "DAYS"), (asked, "MAX_PAGES"), (asked, "DEPTH"), (asked, "RATE"), (crawl, "MOST_TRIES"),
        (crawl, "MOST_DEATHS"), (alike, "LEAST"), (alike, "SHARE"), (waiting, "LONGEST_HOLD"),
    ):  # fmt: skip
        yield f"{module.__name__}.{name}", shown(getattr(module, name))
    for module, name in ((parser, "SWOLLEN"), (parser, "LARGEST_ANSWER"), (visit, "MOST_KEPT")):
        yield f"{module.__name__}.{name}", shown(getattr(module, name) / MEGABYTE)
    yield "verapdf.MEMORY", shown(verapdf.MEMORY)
    yield "verapdf.LARGEST_REPORT", shown(verapdf.LARGEST_REPORT)
    yield "memory.MOST_BYTES", shown(memory.MOST_BYTES / 2**20)
    yield "run.KEPT_SECONDS", shown(run.KEPT_SECONDS / 86_400)


@pytest.mark.parametrize(("name", "value"), [pytest.param(n, v, id=n) for n, v in values()])
def test_the_page_has_a_row_with_the_default_of_each_limit(name, value):
    cells = [cell for row in ROWS for cell in row[:2]]
    assert any(re.search(rf"(?<![\d,]){re.escape(value)}(?![\d,]\d)", cell) for cell in cells), f"{name} is {value}, which docs/limits.md does not say"


@pytest.mark.parametrize("option", [*SETTABLE, "max-pages", "depth", "rate", "workers", "lane", "allow-private", "fresh-for", "no-memory", "forget", "store", "sample"])
def test_every_option_that_changes_a_limit_is_named(option):
    assert f"`--{option}`" in PAGE


@pytest.mark.parametrize(("option", "field", "factor"), [(o, f, k) for o, (f, k, _) in SETTABLE.items()])
def test_the_row_of_an_option_has_its_default(option, field, factor):
    [row] = [row for row in ROWS if f"`--{option}`" in row[2]]
    assert row[1].split()[0] == shown(getattr(USUAL, field) / factor)
