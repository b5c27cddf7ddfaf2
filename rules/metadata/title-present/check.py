"""Look for the title element that names the page; one inside an svg names a picture."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, words


def check(dom: LexborHTMLParser) -> Iterator[Verdict]:
    # A browser takes the first title of the document, even one that strayed into the body.
    titles = [node for node in dom.css("title") if not in_picture(node)]

    if not titles:
        yield Failed(at(dom.css_first("html")), "missing")
    elif not words(titles[0]):
        yield Failed(at(titles[0]), "empty")
    else:
        yield Passed(at(titles[0]), "there")


def in_picture(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.tag != "svg":
        above = above.parent
    return above is not None
