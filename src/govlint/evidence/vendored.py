"""The files that govlint ships beside its Python: axe-core, govuk-frontend, the packs of rules, the demo sites.

They lie in the package where it was installed from a wheel, and at the root of the repository in a checkout.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
CHECKOUT = PACKAGE.parent.parent
# Name in the wheel, and where the same folder lies in a checkout.
SHIPPED = {"rules": "rules", "sites": "fixtures/sites", "documents": "fixtures/documents"}


class NotShipped(Exception):
    """A shipped file that is not where it belongs, with the command that mends it."""


def shipped(name: str) -> Path:
    """The folder of the built-in `rules` or of the demo `sites`; a checkout's own folder goes first."""
    if name not in SHIPPED:
        raise ValueError(f"govlint ships no folder {name!r}, only {', '.join(SHIPPED)}")
    in_checkout, in_wheel = CHECKOUT / SHIPPED[name], PACKAGE / name
    if _is_checkout() and in_checkout.is_dir():
        return in_checkout
    if in_wheel.is_dir():
        return in_wheel
    raise NotShipped(f"The folder {name} is missing: looked in {in_checkout} and {in_wheel}. {_mend()}")


def vendored(package: str, name: str = "") -> Path:
    """A file (or the folder) of a third-party package that the build fetched, such as `axe-core`, `axe.min.js`."""
    path = PACKAGE / "vendor" / package / name
    if not path.exists():
        raise NotShipped(f"{package} is not in place: {path} is missing. {_mend()}")
    return path


def axe_script() -> Path:
    """The pinned axe-core, minified."""
    return vendored("axe-core", "axe.min.js")


@cache
def axe_metadata() -> list[dict]:
    """What the pinned axe-core says of each of its rules, sorted by id; read it, never change it.

    Each has id, description, help, helpUrl, tags, actIds, impact (minor to critical, or None) and enabled.
    """
    return json.loads(vendored("axe-core", "axe-rules.json").read_text("utf-8"))


@cache
def vendored_version(package: str) -> str:
    """The version of a third-party package that the build fetched, such as 4.14.1 for `axe-core`."""
    return json.loads(vendored(package, "vendored.json").read_text("utf-8"))["version"]


def _is_checkout() -> bool:
    return (CHECKOUT / "hatch_build.py").is_file()


def _mend() -> str:
    if _is_checkout():
        return f"Run `python tools/vendor.py build` in {CHECKOUT}, which fetches what a build needs."
    return "The installation is damaged: run `python -m pip install --force-reinstall govlint`."
