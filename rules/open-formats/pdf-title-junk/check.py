"""Know the titles that programs leave behind."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport

JUNK = re.compile(
    r"microsoft (?:word|excel|powerpoint)\b.*"  # what Office's printer writes
    r"|(?:untitled|unnamed|unbenannt|sans titre|no title|title|document|presentation|slide|book|sheet|page|pdf|scan|print|report"
    r"|powerpoint presentation|word document|layout|template|test|draft|new|copy|final)[\s_-]*\d*"
    r"|.*\.(?:docx?|xlsx?|pptx?|pdf|indd|odt|ods|odp|pub|rtf|html?|qxd|p65|ai)"  # a file's name
    r"|(?:https?|file)://\S+|about:\w+"
    r"|[\W\d_]+|(?:doc|img|scan|dsc|fm|sku)[\s_-]?\d+",
    re.IGNORECASE,
)


def check(pdf: PdfReport) -> Iterator[Verdict]:
    if not pdf.title:
        return
    if JUNK.fullmatch(pdf.title):
        yield Failed("", "junk", title=pdf.title)
    else:
        yield Passed("", "speaks", title=pdf.title)
