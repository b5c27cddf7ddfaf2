"""Look at elements with a click handler in the page's source that HTML does not make operable."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.operable import holds_a_control, is_native_control, is_tab_stop, says_it_is_a_control
from govlint.facts.place import at, attributes
from govlint.facts.roles import written_role
from govlint.facts.surroundings import ancestors

KEYS = ("onkeydown", "onkeyup", "onkeypress")
# A handler here listens for clicks on what lies inside.
LISTENERS = frozenset({"html", "body", "main", "form", "table", "tbody", "ul", "ol", "dialog", "option"})
# Roles whose keys are handled by the widget around them.
MANAGED = frozenset({"option", "menuitem", "menuitemcheckbox", "menuitemradio", "tab", "treeitem", "gridcell", "radio"})


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("[onclick]"):
        written = attributes(node)
        if not written["onclick"].strip() or node.tag in LISTENERS or not exposure.exposed(node):
            continue
        said = {"tag": node.tag, "role": written_role(node)}
        if is_native_control(node):
            yield Passed(at(node), "operable")
        elif holds_a_control(node) or lies_in_a_control(node):
            continue
        elif not says_it_is_a_control(node):
            yield Failed(at(node), "not-a-control", **said)
        elif written_role(node) in MANAGED:
            continue
        elif not is_tab_stop(node):
            yield Failed(at(node), "not-reached", **said)
        elif any(key in written for key in KEYS):
            yield Passed(at(node), "operable")
        else:
            yield CantTell(at(node), "by-mouse-only", **said)


def lies_in_a_control(node: LexborNode) -> bool:
    # The control itself passes the click on, however it was made.
    return any(is_native_control(above) or is_tab_stop(above) for above in ancestors(node))
