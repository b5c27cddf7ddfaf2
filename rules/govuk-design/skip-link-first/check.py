"""Find the first thing in the body that takes the focus."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import closest, inside, is_hidden
from govlint.facts.place import at, attributes, words

FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]"
SKIP = "govuk-skip-link"


def check(govuk_page) -> Iterator[Verdict]:
    stops = govuk_page.css(FOCUSABLE)
    link = next((node for node in stops if is_skip_link(node) and takes_focus(node)), None)
    if link is None:
        yield Failed("body", "missing")
        return
    landmark = inside(link, "header", "nav", "main")
    first = next((node for node in stops if takes_focus(node) and closest(node, "govuk-cookie-banner") is None), link)
    if first.mem_id != link.mem_id:
        yield Failed(at(link), "late", text=name_of(first))
    elif landmark is not None:
        yield Failed(at(link), "in-landmark", tag=landmark.tag)
    else:
        yield Passed(at(link), "first")


def is_skip_link(node) -> bool:
    written = attributes(node)
    own = SKIP in written.get("class", "").split()
    return own or (written.get("href", "").startswith("#") and words(node).lower().startswith(("skip to", "neidio i")))


def takes_focus(node) -> bool:
    written = attributes(node)
    out = written.get("tabindex", "").startswith("-") or "disabled" in written or written.get("type") == "hidden"
    return not out and not is_hidden(node)


def name_of(node) -> str:
    return words(node) or attributes(node).get("aria-label") or attributes(node).get("name") or node.tag
