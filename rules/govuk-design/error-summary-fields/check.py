"""Look at what the links of the error summary lead to."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import ErrorSummary
from govlint.facts.place import at, attributes

FOCUSABLE = ("input", "select", "textarea", "button")


def check(dom, error_summary: ErrorSummary, nodes_by_id: dict) -> Iterator[Verdict]:
    for link in error_summary.links:
        target = nodes_by_id.get(link.target or "")
        if target is None:
            continue
        first = first_of_group(dom, target)
        if not takes_focus(target):
            yield Failed(at(link.node), "no-field", text=link.text, tag=target.tag)
        elif first is not None and first.mem_id != target.mem_id:
            yield Failed(at(link.node), "not-first", text=link.text, first=attributes(first).get("id", ""))
        else:
            yield Passed(at(link.node), "field", text=link.text)


def takes_focus(node) -> bool:
    written = attributes(node)
    if written.get("type", "").lower() == "hidden":
        return False
    return node.tag in FOCUSABLE or "tabindex" in written or (node.tag == "a" and "href" in written)


def first_of_group(dom, node):
    """The first radio or checkbox of the name that this one has; None for other things."""
    written = attributes(node)
    kind, name = written.get("type", "").lower(), written.get("name", "")
    if kind not in ("radio", "checkbox") or not name:
        return None
    group = (n for n in dom.css(f"input[type={kind} i]") if attributes(n).get("name") == name)
    return next(group)
