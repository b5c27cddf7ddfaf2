"""Compare the suffix with what the bytes are."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.formats import name_of
from govlint.facts.kinds import fits, is_known
from govlint.facts.signatures import BINARY, EMPTY

WORDS = {"text": "plain text", "binary": "unknown", "html": "a web page", "ole": "an old Office file", "iwork": "an Apple file"}


def check(signature: str, promised: str, media_type: str) -> Iterator[Verdict]:
    if signature == EMPTY:
        yield Failed("", "empty")
        return
    # A page served as a page is what answers for a file that is gone: link-alive says so.
    if not promised or (signature == "html" and "html" in media_type):
        return
    said = {"promised": name_of(promised), "real": WORDS.get(signature, name_of(signature))}
    if fits(promised, signature):
        yield Passed("", "agrees", **said)
    elif signature == BINARY and not is_known(promised):
        yield CantTell("", "unknown", **said)
    else:
        yield Failed("", "differs", **said)
