"""Look who names each error message in aria-describedby."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.errors import CONTROLS, ErrorMessage
from govlint.facts.kin import inside
from govlint.facts.place import at


def check(dom, error_messages: tuple[ErrorMessage, ...], described_by: dict) -> Iterator[Verdict]:
    errors_named = {n.attributes.get("aria-errormessage") for n in dom.css("[aria-errormessage]")}
    has_fields = dom.css_first(CONTROLS) is not None
    for message in error_messages:
        if not message.text:
            continue
        in_label = inside(message.node, "label", "legend") is not None
        if in_label or message.id in errors_named or any(names_errors(n) for n in described_by.get(message.id, ())):
            yield Passed(at(message.node), "tied")
        elif message.controls and not message.id:
            yield Failed(at(message.node), "no-id", text=message.text)
        elif message.controls:
            yield Failed(at(message.node), "not-named", text=message.text, id=message.id)
        elif has_fields:
            yield CantTell(at(message.node), "where", text=message.text)


def names_errors(node) -> bool:
    """Whether an element is a field or a group of fields."""
    return node.tag in ("input", "select", "textarea", "fieldset", "button") or "role" in node.attributes
