"""The day from which accessibility law asks something of office documents and PDFs."""

from __future__ import annotations

# Those published before are exempt unless a service needs them: regulation 4(2)(a) of SI 2018/952,
# article 1(4)(a) of Directive (EU) 2016/2102.
EXEMPT_BEFORE = "2018-09-23"


def is_old(changed: str) -> bool:
    """Whether a document last changed on that day, as 2018-09-22, may be exempt; one without a day is not."""
    return bool(changed) and changed < EXEMPT_BEFORE
