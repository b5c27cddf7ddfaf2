"""Look for lines and paragraphs that begin with a bullet, a dash or a number in order."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.place import at, words
from govlint.facts.surroundings import after, before

BULLET = re.compile(r"\s*([-–—*•·‣▪●○◦■□►▸➢✓✔])\s+\S")
NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+\S")
FEWEST = 2  # bullets; a sentence may begin with a dash by chance
FEWEST_NUMBERS = 3


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("p, div, td, dd"):
        if not exposure.exposed(node):
            continue
        # Lines of one paragraph, or the first of several paragraphs.
        lines = lines_of(node) if any(child.tag == "br" for child in node.iter()) else paragraphs_from(node)
        mark, count = run_of_marks(lines)
        if count:
            yield Failed(at(node), "lines", count=count, mark=mark)


def run_of_marks(lines: list[str]) -> tuple[str, int]:
    bullets = [found[1] for line in lines if (found := BULLET.match(line))]
    if len(bullets) >= FEWEST and len(set(bullets)) == 1:
        return bullets[0], len(bullets)
    numbers = [int(found[1]) for line in lines if (found := NUMBER.match(line))]
    if len(numbers) >= FEWEST_NUMBERS and numbers == list(range(1, len(numbers) + 1)):
        return f"{numbers[0]}.", len(numbers)
    return "", 0


def lines_of(node: LexborNode) -> list[str]:
    """The lines that br elements make of the text that stands directly in the element."""
    lines = [""]
    for child in node.iter(include_text=True):
        if child.is_text_node:
            lines[-1] += child.text_content or ""
        elif child.tag == "br":
            lines.append("")
        elif child.tag in ("p", "div", "ul", "ol", "table", "section"):
            lines += ["", ""]
        else:
            lines[-1] += words(child)
    return lines


def paragraphs_from(node: LexborNode) -> list[str]:
    """The words of this paragraph and those after it, if it is the first that begins with a mark."""
    earlier = before(node)
    if earlier is not None and earlier.tag == "p" and is_marked(earlier):
        return []
    found: list[str] = []
    following: LexborNode | None = node
    while following is not None and following.tag == "p" and is_marked(following):
        found.append(words(following))
        following = after(following)
    return found


def is_marked(node: LexborNode) -> bool:
    text = words(node)
    return bool(BULLET.match(text) or NUMBER.match(text))
