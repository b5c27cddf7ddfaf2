"""Read the attributes of each track."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes

KINDS = ("subtitles", "captions", "descriptions", "chapters", "metadata")
OTHERS = ("srt", "sbv", "ttml", "dfxp", "sub", "ssa", "ass", "scc", "smi", "txt", "xml", "docx", "pdf")


def check(dom: LexborHTMLParser) -> Iterator[Verdict]:
    for player in dom.css("video, audio"):
        seen: set[tuple[str, str]] = set()
        for node in player.css("track"):
            written = attributes(node)
            kind = written.get("kind", "subtitles").strip().lower()
            label = written.get("label", "") or written.get("srclang", "")
            key = _fault(written, kind) or ("same" if (kind, label) in seen and kind != "metadata" else "")
            said = {"kind": written.get("kind", ""), "label": label, "format": _suffix(written)}
            seen.add((kind, label))
            yield Failed(at(node), key, **said) if key else Passed(at(node), "sound", **said)


def _fault(written: dict[str, str], kind: str) -> str:
    if kind not in KINDS:
        return "kind"
    if not written.get("src", "").strip():
        return "source"
    if _suffix(written) in OTHERS:
        return "format"
    return "language" if kind in ("subtitles", "captions") and not written.get("srclang", "").strip() else ""


def _suffix(written: dict[str, str]) -> str:
    try:
        return PurePosixPath(urlsplit(written.get("src", "").strip()).path).suffix[1:].lower()
    except ValueError:
        return ""
