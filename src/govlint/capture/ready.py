"""What is laid ready in each document before its own scripts run."""

from __future__ import annotations

from functools import cache

from ..evidence.vendored import axe_script
from .probe import script

FRAMES = 20  # of one document; axe-core is not put into more
DEPTH = 3  # of frames in frames


@cache
def axe_core() -> str:
    """The script with axe-core in it, for govlint's own world; half a megabyte."""
    source = script("axe_preload").replace("DEPTH", str(DEPTH)).replace("FRAMES", str(FRAMES))
    return source.replace("AXE_CORE", axe_script().read_text("utf-8"))


def witness(token: str, shut: bool = False) -> str:
    """The script for the page's own world; `token` names the visit, `shut` keeps windows shut where the browser does not."""
    return script(*(("shut",) if shut else ()), "preload", "witness").replace("TOKEN", token)
