"""Look at the suffixes of what a recording is offered as."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes

PLAYED = ("mp4", "m4v", "m4a", "webm", "ogg", "ogv", "oga", "opus", "mp3", "wav", "aac", "flac")
CLOSED = ("wmv", "wma", "asf", "flv", "f4v", "avi", "rm", "ra", "ram", "mpg", "mpeg", "3gp", "vob", "amr")


def check(dom: LexborHTMLParser) -> Iterator[Verdict]:
    for node in dom.css("video, audio"):
        suffixes = [s for n in (node, *node.css("source")) if (s := _suffix(n))]
        played = [s for s in suffixes if s in PLAYED]
        if played:
            yield Passed(at(node), "plays", format=played[0].upper())
        # A suffix that is not known may be anything.
        elif suffixes and all(s in CLOSED for s in suffixes):
            yield Failed(at(node), "closed", format=suffixes[0].upper(), open="MP4" if node.tag == "video" else "MP3")


def _suffix(node: LexborNode) -> str:
    try:
        path = urlsplit(attributes(node).get("src", "").strip()).path
    except ValueError:
        return ""
    name = PurePosixPath(unquote(path))
    return name.suffix[1:].lower() or name.name  # one without a suffix is named in full, so that it counts as unknown
