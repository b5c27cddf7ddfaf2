"""Look for the parts of an office document that hold macros."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict


def check(macros: tuple[str, ...]) -> Iterator[Verdict]:
    if macros:
        yield Failed("", "macros", part=macros[0])
    else:
        yield Passed("", "none")
