"""The commands about rules: list, show."""

from __future__ import annotations

from pathlib import Path

import click

from .completion import complete_rule
from .config import packs
from .pages import rule_list, rule_page
from .rulebook.packs import read_rulebook, select


@click.group()
def rules() -> None:
    """List the rules, or show one."""


@rules.command("list")
@click.argument("patterns", nargs=-1)
def list_rules(patterns: tuple[str, ...]) -> None:
    """One line a rule: id, severity, title. PATTERNS are ids or packs, globs allowed."""
    book = read_rulebook(*packs())
    click.echo(rule_list(select(book, patterns, ())))


@rules.command("show")
@click.argument("name", shell_complete=complete_rule)
def show_rule(name: str) -> None:
    """What a rule requires, why, how to mend it, and who asks for it."""
    book = read_rulebook(*packs())
    chosen = select(book, (name,), ())
    click.echo("\n\n".join(rule_page(rule, book) for rule in chosen))
