"""The document as the browser built it."""

from __future__ import annotations

from typing import Any

from ..evidence.snapshot import Vantage
from .probe import FRESH, READS, probe


@probe(version="1", effect=READS, depends=FRESH)
def rendered(browser: Any, vantage: Vantage) -> str:
    """The outer HTML of the root element after loading, with the document type before it."""
    return browser.evaluate("(document.doctype ? '<!DOCTYPE html>\\n' : '') + document.documentElement.outerHTML")
