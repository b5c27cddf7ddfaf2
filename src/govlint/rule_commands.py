"""The commands about rules: list, show."""

from __future__ import annotations

from pathlib import Path

import click

from .config import read_config
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
@click.argument("name")
def show_rule(name: str) -> None:
    """What a rule requires, why, how to mend it, and who asks for it."""
    book = read_rulebook(*packs())
    chosen = select(book, (name,), ())
    click.echo("\n\n".join(rule_page(rule, book) for rule in chosen))


def packs() -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The folders that the nearest configuration names as packs, and those it trusts."""
    settings, path = read_config(None, Path.cwd())
    base = path.parent if path else Path.cwd()
    return tuple(base / p for p in settings.get("packs", ())), tuple(base / p for p in settings.get("trusted", ()))
