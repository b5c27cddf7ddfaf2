"""The browser knows what it is told at its start."""

import subprocess
import tempfile

from govlint.capture.flags import SCRIPTS, flags, sandboxes
from govlint.capture.installed import find_browser


def said(*arguments: str) -> str:
    """What the browser complains of when it starts with these arguments and shows a page."""
    found = find_browser()
    assert found.browser is not None, found.problems
    with tempfile.TemporaryDirectory() as folder:
        command = [str(found.browser), *flags(folder, sandboxes()[0]), *arguments, "--dump-dom", "about:blank"]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stderr


def test_the_engine_of_scripts_knows_each_of_its_flags() -> None:
    assert "unrecognized flag" not in said()
    assert "unrecognized flag --none-of-its-flags" in said(f"{SCRIPTS} --none-of-its-flags")
