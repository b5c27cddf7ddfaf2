"""Look at the scheme of the address that answered in the end."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict


def check(url: str, public_host: bool) -> Iterator[Verdict]:
    if not public_host:
        return
    if url.startswith("https:"):
        yield Passed("", "secure")
    else:
        yield Failed("", "plain")
