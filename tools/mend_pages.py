"""A hook of MkDocs: mends in each built page what the theme leaves open and no setting closes."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.exceptions import PluginError

DIALOG = re.compile(r'<(\w+)(?=[^>]*\bclass="md-search")(?=[^>]*\brole="dialog")')
NAMED = re.compile(r'<\w+(?=[^>]*\bclass="md-search")(?=[^>]*\baria-label=)')


def on_post_page(output: str, page: Any, config: Any) -> str:
    """The page with a name for its search dialog, and without a label for a box that is not there."""
    output = DIALOG.sub(r'<\1 aria-label="Search"', output)
    if 'class="md-search"' in output and not NAMED.search(output):
        raise PluginError("tools/mend_pages.py gives the search dialog of the theme its name, and finds no dialog any more")
    return output if 'id="__toc"' in output else output.replace(' for="__toc"', "")
