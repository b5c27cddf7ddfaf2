"""The commands that tell what a rule is: explain."""

from __future__ import annotations

import click

from .completion import complete_rule
from .config import packs
from .pages import rule_page
from .rulebook.packs import read_rulebook, select


@click.command()
@click.argument("name", metavar="ID", shell_complete=complete_rule)
def explain(name: str) -> None:
    """Tell what the rule ID asks, why, how to mend it, who asks for it, and show an example of each kind.

    ID is a rule such as metadata/title-present, or several by a glob or the name of a pack.
    """
    book = read_rulebook(*packs())
    click.echo("\n\n\n".join(rule_page(rule, book) for rule in select(book, (name,), ())))
