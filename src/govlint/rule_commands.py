"""The commands about rules: list, show, new, test."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from .completion import complete_rule
from .config import packs
from .evidence.vendored import axe_metadata
from .pages import rule_list, rule_page
from .rulebook.chosen import HOME, Chosen, choose
from .rulebook.draft import BadDraft, write_draft
from .rulebook.examined import examine
from .rulebook.mutants.many import mutate_all
from .rulebook.mutants.mutation import Mutation
from .rulebook.packs import pack_folders, read_rulebook, select
from .rulebook.translation import ENGLISH

ENOUGH = 90.0


@click.group()
def rules() -> None:
    """List the rules, show one, write a new one, test them."""


@rules.command("list")
@click.argument("patterns", nargs=-1)
def list_rules(patterns: tuple[str, ...]) -> None:
    """One line a rule: id, severity, title. PATTERNS are ids or packs, globs allowed."""
    book = read_rulebook(*packs())
    click.echo(rule_list(select(book, patterns, ())))


@rules.command("show")
@click.argument("name", shell_complete=complete_rule)
@click.option("--lang", default=ENGLISH, help="The language of its texts, as cy.")
def show_rule(name: str, lang: str) -> None:
    """What a rule requires, why, how to mend it, and who asks for it."""
    book = read_rulebook(*packs(), lang)
    chosen = select(book, (name,), ())
    click.echo("\n\n".join(rule_page(rule, book) for rule in chosen))


@rules.command("new")
@click.argument("name", metavar="PACK/RULE")
@click.option("--axe", default="", metavar="ID", help="Fill the sheet from what axe-core says of this rule of its own.")
@click.option("--in", "home", type=click.Path(path_type=Path), help="The folder of packs (default: as configured, else rules).")
def new_rule(name: str, axe: str, home: Path | None) -> None:
    """Write the folder of a new rule; its one case fails until it is replaced."""
    folders, trusted = packs()
    pack = name.partition("/")[0]
    named = [folder for folder in folders if folder.name == pack] or list(folders)
    home = home or (named[0].parent if named else HOME)
    book = read_rulebook([folder for folder in folders if folder.is_dir()], trusted)
    try:
        written = write_draft(name, home, book, axe, axe_metadata())
    except BadDraft as fault:
        raise click.UsageError(str(fault)) from None
    for path in written:
        click.echo(f"Wrote {_near(path)}")
    click.echo(f"Write what is marked REPLACE, replace the case, then run: govlint rules test {_near(home / name)}")
    if (home / pack).resolve() not in {folder.resolve() for folder in (*pack_folders(), *folders)}:
        click.echo(f'For `govlint check` to use the pack, write into govlint.toml: packs = ["{_near(home / pack)}"]')


@rules.command("test")
@click.argument("wanted", nargs=-1, metavar="[PACK|FOLDER|ID]...", shell_complete=complete_rule)
@click.option("--mutate", is_flag=True, help="Change each number, word, selector and comparison: does some case notice?")
@click.option("--at-least", default=ENOUGH, show_default=True, type=click.FloatRange(0, 100), help="Percent to be noticed; rules with fewer are shown.")
@click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1), help="Processes for --mutate.")
@click.pass_context
def test_rules(context: click.Context, wanted: tuple[str, ...], mutate: bool, at_least: float, jobs: int) -> None:
    """Run the cases of rules: every verdict must be listed, and every listed verdict must come.

    Without a name these are the rules of the configured packs, else those below the folder rules, else all.
    Exit codes: 0 all as the cases say, 1 not so, 2 misuse.
    """
    folders, trusted = packs()
    chosen = choose(wanted, folders, trusted)
    if not chosen.rules:
        raise click.UsageError("No rule with cases fits.")
    sound = _tested(chosen)
    if mutate:
        made = mutate_all(chosen.rules, chosen.book, chosen.folders, trusted, jobs)
        sound = _mutated(made, at_least, several=len(chosen.rules) > 1) and sound
    context.exit(0 if sound else 1)


def _tested(chosen: Chosen) -> bool:
    """Whether all cases came out as they say; prints those that did not."""
    examined = [examine(rule, chosen.book.facts) for rule in chosen.rules]
    faults = [fault for one in examined for fault in one.faults]
    for fault in faults:
        click.echo(_near(fault) + "\n")
    for warning in (warning for one in examined for warning in one.warnings):
        click.echo(f"warning: {_near(warning)}")
    cases = sum(one.cases for one in examined)
    click.echo(f"{_count(cases, 'case')} of {_count(len(examined), 'rule')}: " + (_count(len(faults), "fault") if faults else "all as they say"))
    return not faults


def _mutated(mutations: Iterable[Mutation], at_least: float, several: bool) -> bool:
    """Whether enough mutants of each rule were caught; prints the others as they come."""
    made = caught = 0
    short: list[Mutation] = []
    for mutation in mutations:
        made, caught = made + mutation.made, caught + mutation.caught
        if mutation.fault:
            click.echo(f"\n{mutation.rule}: no mutants were made: {_near(mutation.fault)}")
        if not mutation.is_enough(at_least):
            short.append(mutation)
        elif several:
            continue  # what is left of a rule that has enough is looked at one rule at a time
        if mutation.survivors:
            click.echo(f"\n{mutation.rule}: {_share(mutation.caught, mutation.made)}; no case notices these:")
        for survivor in mutation.survivors:
            click.echo(f"  {_near(survivor.path)}:{survivor.line}: {survivor.change}")
    if several or not short:
        click.echo(f"\nMutants: {_share(caught, made)}")
    if short:
        names = ", ".join(mutation.rule for mutation in short)
        click.echo(f"Below {at_least:g}% in {_count(len(short), 'rule')}: {names}")
    return not short


def _share(caught: int, made: int) -> str:
    return f"{caught} of {made} caught ({caught / made:.1%})" if made else "none can be made"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _near(text: object) -> str:
    """A text with the paths below the current folder made short."""
    return str(text).replace(f"{Path.cwd()}{os.sep}", "")
