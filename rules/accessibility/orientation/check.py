"""Look in the page's style elements for a quarter turn of the page that depends on the orientation."""

import math
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Verdict
from govlint.facts.exposure import declarations, sheet_rules
from govlint.facts.place import at, words

MEDIA = re.compile(r"@media([^{]*\(\s*orientation\s*:\s*(landscape|portrait)\s*\)[^{]*)\{((?:[^{}]*\{[^{}]*\})*)", re.IGNORECASE)
ANGLE = r"\s*([-+]?[\d.]+)(deg|rad|turn|grad)"
TURN = re.compile(r"rotatez?\(" + ANGLE)
ROTATE = re.compile(r"(?:z\s+)?" + ANGLE)
MATRIX = re.compile(r"matrix\(\s*([-+\d.e]+)\s*,\s*([-+\d.e]+)")
DEGREES = {"deg": 1.0, "rad": 180 / math.pi, "turn": 360.0, "grad": 0.9}
NEARLY = 1.0  # degree


def check(dom: LexborHTMLParser) -> Iterator[Verdict]:
    for sheet in dom.css("style"):
        for _, way, block in MEDIA.findall(re.sub(r"/\*.*?\*/", "", sheet.text() or "", flags=re.DOTALL)):
            for selector, declared in sheet_rules(block):
                angle = angle_of(declarations(declared))
                if abs(angle % 180 - 90) <= NEARLY and (node := page_part(dom, selector)) is not None:
                    yield Failed(at(node), "turned", angle=round(angle), way=way.lower())


def angle_of(declared: dict[str, str]) -> float:
    """By how many degrees the element is turned in the plane of the screen."""
    transform, rotate = declared.get("transform", ""), declared.get("rotate", "")
    turns = TURN.findall(transform) + ROTATE.findall(rotate)
    matrix = MATRIX.search(transform)
    try:
        angle = sum(float(number) * DEGREES[unit] for number, unit in turns)
        return angle + math.degrees(math.atan2(float(matrix[2]), float(matrix[1]))) if matrix else angle
    except ValueError:
        return 0.0


def page_part(dom: LexborHTMLParser, selector: str) -> LexborNode | None:
    """The first element that is turned, if it holds most of the page: a small picture may turn."""
    try:
        found = dom.css_first(selector)
    except Exception:  # selectolax raises several kinds for what it cannot read
        return None
    if found is None:
        return None
    return found if len(words(found)) * 2 > len(words(dom.body)) else None
