"""List recordings for a person to look at: whether there is a transcript cannot be seen in the source."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from govlint import CantTell, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.page import Link
from govlint.facts.place import at, attributes, words

PLAYERS = re.compile(
    r"^(?:https?:)?//(?:www\.)?(?:youtube(?:-nocookie)?\.com/embed|player\.vimeo\.com|vimeo\.com/video|w\.soundcloud\.com|"
    r"dailymotion\.com/embed|open\.spotify\.com/embed)",
    re.IGNORECASE,
)
RECORDING = re.compile(r"\.(?:mp3|mp4|m4a|m4v|ogg|oga|ogv|wav|webm|avi|mov|wmv|flac)$", re.IGNORECASE)
SAYS_TRANSCRIPT = re.compile(r"transcript|trawsgrifiad|text version", re.IGNORECASE)


def check(dom: LexborHTMLParser, exposure: Exposure, links: tuple[Link, ...]) -> Iterator[Verdict]:
    for node in dom.css("video, audio, iframe[src]"):
        written = attributes(node)
        if not exposure.displayed(node):
            continue
        if node.tag == "iframe":
            if PLAYERS.match(written["src"].strip()):
                yield CantTell(at(node), "player")
        elif node.tag == "video" and not is_decoration(written):
            yield CantTell(at(node), "video")
        elif node.tag == "audio" and "controls" in written:
            yield CantTell(at(node), "audio")

    if dom.body is not None and not SAYS_TRANSCRIPT.search(words(dom.body)):
        for link in links:
            if RECORDING.search(urlsplit(link.url).path):
                yield CantTell(link.at, "file")


def is_decoration(written: dict[str, str]) -> bool:
    # A silent film that runs behind the page and cannot be started.
    return "muted" in written and "loop" in written and "controls" not in written
