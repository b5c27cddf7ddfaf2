"""govlint: an open-standards compliance linter for government services.

This module is what a rule author imports.
"""

from .evidence.fact import Each, Inapplicable, NotGathered, fact, gathered
from .model.verdict import CantTell, Failed, Passed, Place, Verdict

__version__ = "0.1.0"
__all__ = [
    "CantTell",
    "Each",
    "Failed",
    "Inapplicable",
    "NotGathered",
    "Passed",
    "Place",
    "Verdict",
    "fact",
    "gathered",
]
