"""Compare the accessible names of images with the names of files."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at, attributes

FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|avif|ico)", re.IGNORECASE)
# Names that cameras and screens give: IMG_0042, DSC00017, Screenshot 2024-01-05.
CAMERA = re.compile(r"(?:img|dscn?|dscf|pict?|image|photo|scan|screen ?shot)[ _-]?\d[\d _.-]*(?: at [\d.]+)?", re.IGNORECASE)


def check(
    dom: LexborHTMLParser, by_role: Mapping[str, tuple[LexborNode, ...]], exposure: Exposure, names: Names
) -> Iterator[Verdict]:
    drawn = [node for node in dom.css("area, canvas, input[type=image i]") if exposure.exposed(node)]
    for node in (*by_role.get("img", ()), *drawn):
        name = names.of(node)
        if not name:
            continue
        if is_file_name(name, node):
            yield Failed(at(node), "file-name", name=name)
        else:
            yield Passed(at(node), "words")


def is_file_name(name: str, node: LexborNode) -> bool:
    if FILE.fullmatch(name) or CAMERA.fullmatch(name):
        return True
    stem = PurePosixPath(unquote(attributes(node).get("src", "").split("?")[0])).stem
    # A stem of one plain word may be the right word for the picture.
    return name == stem and re.search(r"[\d_]|-.*-", stem) is not None
