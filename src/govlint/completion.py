"""What a shell offers for the id of a rule."""

from __future__ import annotations

import click

from .config import BadConfig, packs
from .evidence.vendored import NotShipped
from .rulebook.packs import read_rulebook
from .rulebook.written import RuleError


def complete_rule(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """The ids of rules, and for options that take packs their names too, that begin with what is typed."""
    try:
        rules = read_rulebook(*packs()).rules
    except (BadConfig, NotShipped, RuleError):
        return []  # a fault is told by the command itself, not in the middle of a line that is being typed
    names = set(rules) if isinstance(parameter, click.Argument) else {*rules, *(rule.pack for rule in rules.values())}
    return sorted(name for name in names if name.startswith(incomplete))
