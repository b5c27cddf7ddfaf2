"""Places of the elements that a focus trail or a layout names."""

from __future__ import annotations

from typing import Any

from ..model.verdict import Place


def place_of(focus_trail: dict[str, Any], selector: str) -> Place:
    """The place of a stop, with its excerpt if the trail has one."""
    html = next((stop["html"] for stop in focus_trail["details"] if stop["selector"] == selector), "")
    return Place(selector, excerpt=html)
