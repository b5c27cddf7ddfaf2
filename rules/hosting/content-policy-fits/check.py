"""Work out the hash of each inline script and look for it in every policy."""

import base64
import hashlib
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes
from govlint.facts.policies import Policies

# HTML Standard, 4.12.1: what is no JavaScript type is data, and no policy keeps it.
SCRIPTS = {"", "module", "text/javascript", "application/javascript", "application/x-javascript", "text/ecmascript"}
ALGORITHMS = ("sha256", "sha384", "sha512")


def check(dom: LexborHTMLParser, policies: Policies) -> Iterator[Verdict]:
    limits = [sources for p in policies.obeyed if (sources := p.sources("script-src-elem")) is not None]
    if not limits:
        return
    for node in dom.css("script:not([src])"):
        written = attributes(node)
        text = node.text() or ""
        if written.get("type", "").strip().lower() not in SCRIPTS or not text.strip():
            continue
        if all(allows(sources, text, written.get("nonce", "")) for sources in limits):
            yield Passed(at(node), "runs")
        else:
            yield Failed(at(node), "blocked", hash=hashed("sha256", text))


def allows(sources: tuple[str, ...], text: str, nonce: str) -> bool:
    bare = [source.strip("'") for source in sources if source.startswith("'")]
    named = [word for word in bare if word.lower().startswith(("nonce-", *ALGORITHMS))]
    lower = [word.lower() for word in bare]
    if "unsafe-inline" in lower and not named and "strict-dynamic" not in lower:
        return True
    if nonce and f"nonce-{nonce}" in bare:
        return True
    # The policy may spell base64 in either alphabet.
    given = {word.replace("-", "+").replace("_", "/") for word in bare}
    return any(f"{name}+{hashed(name, text)}" in given for name in ALGORITHMS)


def hashed(algorithm: str, text: str) -> str:
    # A parser makes one line feed of each kind of line end before a browser takes the hash.
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.new(algorithm, plain.encode()).digest()).decode()
