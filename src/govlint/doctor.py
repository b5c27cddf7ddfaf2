"""What this machine has for a scan, and what to do about what is missing."""

from __future__ import annotations

import platform
from pathlib import Path

from . import __version__
from .capture.installed import find_browser
from .capture.verapdf import find_verapdf
from .config import read_config
from .evidence.vendored import NotShipped, axe_metadata, vendored_version
from .rulebook.packs import read_rulebook

NO_SHELL = "not installed; chromium-headless-shell (Debian) or chrome-headless-shell would save a third of the time"

NO_VERAPDF = "not installed; with it, PDFs that claim PDF/A or PDF/UA would be held against the whole standard"


def examine() -> tuple[str, bool]:
    """The findings as text, and whether a scan with a browser can run."""
    installed = find_browser()
    lines = [f"govlint    {__version__}, Python {platform.python_version()}"]
    lines.append(_line("browser", installed.browser, installed.browser_version))
    lines.append(_line("driver", installed.driver, installed.driver_version))
    lines.append(_line("headless", installed.headless_shell, "") if installed.headless_shell else f"headless   {NO_SHELL}")
    program = find_verapdf(read_config(None, Path.cwd())[0].get("verapdf", ""))
    lines.append(_line("verapdf", program, "") if program else f"verapdf    {NO_VERAPDF}")
    problems = list(installed.problems)
    try:
        lines.append(f"axe-core   {vendored_version('axe-core')}, {len(axe_metadata())} rules")
        lines.append(f"rules      {len(read_rulebook().rules)}")
    except NotShipped as missing:
        problems.append(str(missing))
    lines += [f"problem    {problem}" for problem in problems]
    lines.append("Nothing is missing." if not problems else "Mend the above, then run `govlint doctor` again.")
    return "\n".join(lines), not problems


def _line(what: str, path: object, version: str) -> str:
    return f"{what:<10} {path} {version}".rstrip() if path else f"{what:<10} not found"
