"""A program that stands for veraPDF: it takes the same words and prints reports of the same form, and no Java is in it."""

from __future__ import annotations

import sys
from pathlib import Path

RULE = """<rule specification="{spec}" clause="6.6.4" testNumber="1" status="failed" failedChecks="2">
<description>The part of the standard
  shall be said</description><object>MainXMPPackage</object><test>containsPDFAIdentification == true</test>
<check status="failed"><context>root/document[0]/metadata[0]</context><errorMessage>It is missing</errorMessage></check></rule>"""
REPORT = """<?xml version="1.0" encoding="utf-8"?>
<report><buildInformation><releaseDetails id="core" version="1.28.2" buildDate="2025-07-15T16:07:00+03:00"></releaseDetails>
<releaseDetails id="validation-model" version="1.28.1" buildDate="2025-07-15T16:12:00+03:00"></releaseDetails></buildInformation>
<jobs><job><item size="{size}"><name>document.pdf</name></item>{result}
<duration start="1485134290404" finish="1485134290797">00:00:00.393</duration></job></jobs>
<batchSummary totalJobs="1" failedToParse="0" encrypted="0" outOfMemory="0" veraExceptions="0">
<validationReports compliant="{good}" nonCompliant="{bad}" failedJobs="0">1</validationReports></batchSummary></report>"""
PROFILES = {"2b": ("PDF/A-2B validation profile", "ISO 19005-2:2011"), "ua1": ("PDF/UA-1 validation profile", "ISO 14289-1:2014")}
SCRIPT = """#!{python}
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
Path({asked!r}).open("a").write(" ".join(sys.argv[1:-1]) + "\\n")
{first}
from tests.verapdf import report
flavour = sys.argv[sys.argv.index("--flavour") + 1]
print("WARNING: a line of a log", file=sys.stderr)
print(report(flavour, Path(sys.argv[-1]).stat().st_size, flavour in {good!r}))
"""


def report(flavour: str, size: int, good: bool) -> str:
    """A report on one file by one flavour, with one broken rule if it is not good."""
    profile, spec = PROFILES[flavour]
    statement = f"PDF file is {'' if good else 'not '}compliant with Validation Profile requirements."
    details = f'<details passedRules="{144 if good else 143}" failedRules="{0 if good else 1}" passedChecks="504" failedChecks="{0 if good else 2}">'
    rules = "" if good else RULE.format(spec=spec)
    result = f'<validationReport jobEndStatus="normal" profileName="{profile}" statement="{statement}" isCompliant="{str(good).lower()}">{details}{rules}</details></validationReport>'
    return REPORT.format(size=size, result=result, good=int(good), bad=int(not good))


def failed_report(why: str) -> str:
    """A report on a file of which no verdict could be given."""
    result = f'<taskResult type="PARSE" isExecuted="true" isSuccess="false"><duration start="1" finish="2">00:00:00.001</duration><exceptionMessage>{why}</exceptionMessage></taskResult>'
    return REPORT.format(size=1, result=result, good=0, bad=0)


def program(folder: Path, good: tuple[str, ...] = (), first: str = "") -> Path:
    """The program, which finds these flavours kept and others broken; `first` is Python that it runs before.

    What it was asked stands in the file `asked` beside it.
    """
    path = folder / "verapdf"
    root = str(Path(__file__).parent.parent)
    path.write_text(SCRIPT.format(python=sys.executable, root=root, asked=str(folder / "asked"), good=good, first=first))
    path.chmod(0o755)
    return path
