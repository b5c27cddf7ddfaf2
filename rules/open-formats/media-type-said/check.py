"""See whether the Content-Type names a format at all."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.formats import FORMATS
from govlint.facts.kinds import GENERIC_TYPES, type_of


def check(signature: str, promised: str, media_type: str) -> Iterator[Verdict]:
    real = type_of(promised, signature)
    if real not in FORMATS or not FORMATS[real].media_types:
        return
    right = FORMATS[real].media_types[0]
    if not media_type:
        yield Failed("", "missing", right=right)
    elif media_type in GENERIC_TYPES:
        yield Failed("", "generic", said=media_type, right=right)
    else:
        yield Passed("", "said", said=media_type)
