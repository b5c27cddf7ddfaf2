"""A hook of MkDocs: mends in each built page what the theme leaves open and no setting closes."""

from __future__ import annotations

import re
from typing import Any

DIALOG = re.compile(r'<(\w+)(?=[^>]*\bclass="md-search")(?=[^>]*\brole="dialog")(?![^>]*\baria-label=)')
NAMED = re.compile(r'<\w+(?=[^>]*\bclass="md-search")(?=[^>]*\baria-label=)')


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The page with a name for its search dialog, and without a label for a box that is not there.

    Raises RuntimeError, which ends the build, where the search is not what was mended.
    """
    output = DIALOG.sub(r'<\1 aria-label="Search"', output)
    if not NAMED.search(output):
        raise RuntimeError("tools/mend_pages.py names the search dialog of the theme and finds none; look at what the theme has now")
    return output if 'id="__toc"' in output else output.replace(' for="__toc"', "")
