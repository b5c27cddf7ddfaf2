"""What the tests of the reports share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from govlint.model.finding import Scan

from . import sample

# The schema of SARIF 2.1.0 is not ours to copy: `tools/vendor.py tests` takes it from a pinned npm package.
SARIF = Path(__file__).resolve().parents[2] / "fixtures" / "vendor" / "sarif" / "sarif-2.1.0-rtm.5.json"


@pytest.fixture
def scan() -> Scan:
    """The sample scan."""
    return sample.scan()


@pytest.fixture(scope="session")
def sarif_problems() -> Callable[[object], list[str]]:
    """What the official SARIF schema says against a document."""
    if not SARIF.exists():
        raise FileNotFoundError(f"{SARIF} is missing. Run: python tools/vendor.py tests")
    schema = json.loads(SARIF.read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    return lambda document: [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]
