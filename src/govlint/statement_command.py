"""The command that drafts an accessibility statement from a scan."""

from __future__ import annotations

from pathlib import Path

import click

from .config import BadConfig, packs
from .report import prose, statement
from .report.as_json import read
from .rulebook.packs import read_rulebook
from .scan.after import criteria

RENDERERS = {"markdown": prose.markdown, "html": prose.page}


@click.command("statement")
@click.argument("scan", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(list(RENDERERS)), default="markdown", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write into this file (default: the standard output).")
def draft_statement(scan: Path, form: str, output: Path | None) -> None:
    """Draft an accessibility statement in the model form from SCAN, the JSON report of a scan.

    Each problem names the rule that found it, the success criterion and the pages. What a person must fill in is marked
    "[Fill in: …]"; full compliance is never claimed, and what was not tested is said to be untested, in notes at the end.
    Make SCAN with: govlint check … --format json=report.json
    """
    try:
        found = read(scan.read_bytes())
    except OSError as error:
        raise BadConfig(f"{scan}: the scan cannot be read ({error.strerror}).") from None
    except (ValueError, KeyError, TypeError):
        raise BadConfig(f"{scan}: this is no JSON report of govlint; make one with --format json={scan}.") from None
    standards = read_rulebook(*packs()).standards
    names = {number: _name(standards[f"wcag22/{number}"].title) for number in criteria(standards, standards)}
    made = RENDERERS[form](statement.text(found), statement.notes(found, names))
    if output is None:
        click.echo(made, nl=False)
        return
    try:
        output.write_text(made, "utf-8")
    except OSError as error:
        raise BadConfig(f"{output}: the draft cannot be written ({error.strerror}).") from None
    click.echo(f"The draft is in {output}; fill in what is marked.", err=True)


def _name(title: str) -> str:
    """`Non-text Content` of `WCAG 2.2, 1.1.1 Non-text Content (Level A)`."""
    return title.partition(", ")[2].partition(" ")[2].rpartition(" (")[0]
