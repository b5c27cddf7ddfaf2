"""Look how one file of each kind was answered; a page in its place is no file."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict

GONE = (404, 410)
PICTURES = ("image", "icon", "social image")
BINARY = "application/octet-stream"  # what servers say that do not know


def check(status: int, media_type: str, link_text: str) -> Iterator[Verdict]:
    if status in GONE:
        yield Failed("", "missing", kind=link_text, status=status)
    elif status != 200:
        return
    elif media_type == "text/html" or (link_text in PICTURES and not media_type.startswith("image/") and media_type not in ("", BINARY)):
        yield Failed("", "type", kind=link_text, type=media_type)
    else:
        yield Passed("", "there", kind=link_text)
