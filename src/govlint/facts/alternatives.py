"""What counts as words for a picture."""

from __future__ import annotations

import re

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|svg|tiff?|webp|emf|wmf)", re.IGNORECASE)


def is_alternative(text: str) -> bool:
    """Whether a text says something of a picture: a blank does not, nor does the name of its file, which programs put there."""
    text = text.strip()
    return bool(text) and _FILE_NAME.fullmatch(text) is None
