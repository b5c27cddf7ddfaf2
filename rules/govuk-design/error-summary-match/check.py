"""Lay each link of the summary beside the messages of the group that it leads to."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorMessage, ErrorSummary, same_words
from govlint.facts.kin import contains
from govlint.facts.place import at


def check(
    error_summary: ErrorSummary, error_messages: tuple[ErrorMessage, ...], nodes_by_id: dict
) -> Iterator[Verdict]:
    for link in error_summary.links:
        target = nodes_by_id.get(link.target or "")
        beside = messages_beside(target, error_messages) if target is not None else []
        if not beside:
            continue
        if any(same_words(link.text, message.text) for message in beside):
            yield Passed(at(link.node), "same")
        else:
            yield Failed(at(link.node), "differs", summary=link.text, message=beside[0].text)


def messages_beside(target, messages: tuple[ErrorMessage, ...]) -> list[ErrorMessage]:
    """The messages of the innermost group with a message around the field; all of them if there are several."""
    around = [m for m in messages if m.group is not None and contains(m.group, target)]
    if not around:
        return []
    innermost = next(m.group for m in around if all(contains(n.group, m.group) for n in around))
    return [m for m in around if m.group.mem_id == innermost.mem_id]
