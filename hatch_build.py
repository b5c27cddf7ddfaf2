"""The build hook: brings axe-core and govuk-frontend before a wheel, an sdist or an editable install is made."""

from __future__ import annotations

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent / "tools"))
import vendor  # noqa: E402


class VendorHook(BuildHookInterface):
    """Runs for every target; the pins are its settings in pyproject.toml."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node.js from the Python package index, where the machine has none and something is to be fetched."""
        packages = vendor.pinned(self.config["packages"])
        return [vendor.NODE_WHEEL] if vendor.needs_node_wheel(packages, Path(self.root)) else []

    def initialize(self, version: str, build_data: dict) -> None:
        """Puts each pinned package into src/govlint/vendor."""
        try:
            for package in vendor.bring(vendor.pinned(self.config["packages"]), Path(self.root)):
                self.app.display_info(f"{package.name} {package.version} put into {package.into}")
        except vendor.VendorError as error:
            self.app.abort(str(error))
