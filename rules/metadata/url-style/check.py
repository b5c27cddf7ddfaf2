"""Look at the path of a page as people see it."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from govlint import Failed, Passed, Verdict

PROGRAM = re.compile(r"\.(aspx?|php\d?|jspx?|do|action|cfm|cgi|pl)$", re.IGNORECASE)
SESSION = re.compile(r"^(jsessionid|phpsessid|aspsessionid\w*|sid|session_?id)$", re.IGNORECASE)
IN_PATH = re.compile(r";(jsessionid|sid)=", re.IGNORECASE)
# References and codes are spelt as whoever gave them out spells them.
CODE = re.compile(r"(?=.*\d)[\w.~-]+$|.{0,1}$|[A-Z]{2,5}$")


def check(url: str) -> Iterator[Verdict]:
    parts = urlsplit(url)
    names = [unquote(part) for part in parts.path.split("/") if part]
    found = [verdict for name in names for verdict in faults_of(name)]
    found += [Failed("", "session", part=name) for name, _ in parse_qsl(parts.query) if SESSION.match(name)]
    yield from found or [Passed("", "plain")]


def faults_of(name: str) -> Iterator[Verdict]:
    session = IN_PATH.search(name)
    if session:
        yield Failed("", "session", part=session[1])
        name = name[: session.start()]
    program = PROGRAM.search(name)
    if program:
        yield Failed("", "program", part=program[0])
    if " " in name:
        yield Failed("", "space", part=name)
    if CODE.match(name):
        return
    if name != name.lower():
        yield Failed("", "upper", part=name)
    if "_" in name.strip("_"):
        yield Failed("", "underscore", part=name)
