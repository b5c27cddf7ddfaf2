"""The commands that tell what rules and files are: explain, the manual of all rules, the schemas."""

from __future__ import annotations

import json
from pathlib import Path

import click

from . import config, report
from .completion import complete_rule
from .config import packs
from .pages import rule_page
from .rulebook.docs import MADE, pages
from .rulebook.packs import read_rulebook, select
from .rulebook.schemas import cases_schema, override_schema, rule_schema
from .rulebook.translation import ENGLISH

MANUAL = Path("docs/rules")
OF_RULES = {"rule": rule_schema, "cases": cases_schema, "override": override_schema}


@click.command()
@click.argument("name", metavar="ID", shell_complete=complete_rule)
@click.option("--lang", default=ENGLISH, help="The language of the rule's texts, as cy.")
def explain(name: str, lang: str) -> None:
    """Tell what the rule ID asks, why, how to mend it, who asks for it, and show an example of each kind.

    ID is a rule such as metadata/title-present, or several by a glob or the name of a pack.
    """
    book = read_rulebook(*packs(), lang)
    click.echo("\n\n\n".join(rule_page(rule, book) for rule in select(book, (name,), ())))


@click.command("docs")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=MANUAL, show_default=True, help="Write into this folder.")
def write_manual(out: Path) -> None:
    """Write a Markdown page for each rule, with indexes by pack, by standard and by profile.

    Pages that an earlier run made, of rules that are there no more, are deleted; no other file is.
    """
    made = {out / path: text for path, text in pages(read_rulebook(*packs())).items()}
    for path in set(out.rglob("*.md")) - made.keys():
        if path.read_text("utf-8").rstrip().endswith(MADE):
            path.unlink()
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    click.echo(f"Wrote {len(made)} pages into {out}")


@click.command("schema")
@click.argument("kind", type=click.Choice(["scan", "rule", "cases", "override", "config"]), default="scan")
def print_schema(kind: str) -> None:
    """Print a JSON Schema: of the JSON report (scan), a rule.yaml, a cases.yaml or govlint.toml (config).

    `override` is a rule.yaml that says more of one of axe-core's own rules.
    """
    click.echo(json.dumps(_schema(kind), indent=2, ensure_ascii=False))


def _schema(kind: str) -> object:
    if kind == "scan":
        return json.loads(report.schema())
    return config.schema() if kind == "config" else OF_RULES[kind](read_rulebook(*packs()))
