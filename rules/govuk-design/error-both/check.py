"""See whether each place that can tell of errors does so."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import CONTROLS, ErrorMessage, ErrorSummary
from govlint.facts.kin import contains
from govlint.facts.place import at


def check(
    dom, govuk_page, error_messages: tuple[ErrorMessage, ...], nodes_by_id: dict, error_summary: ErrorSummary | None = None
) -> Iterator[Verdict]:
    if error_summary is None:
        if error_messages:
            yield Failed(at(error_messages[0].node), "no-summary")
        return
    fields = {node.mem_id for node in dom.css(CONTROLS)}
    led_to = [(link, nodes_by_id.get(link.target or "")) for link in error_summary.links]
    alone = [
        link for link, field in led_to if field is not None and field.mem_id in fields and not has_message(field, error_messages)
    ]
    for link in alone:
        yield Failed(at(link.node), "no-message", text=link.text)
    if error_messages and not alone:
        yield Passed(at(error_summary.node), "both")


def has_message(field, messages: tuple[ErrorMessage, ...]) -> bool:
    """Whether a message stands in a group around the field, or in one that has no group and so may be anybody's."""
    return any(message.group is None or contains(message.group, field) for message in messages)
