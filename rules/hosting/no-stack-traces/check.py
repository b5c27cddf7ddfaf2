"""Look for the debug pages and stack traces of common frameworks; code samples of documentation are passed over."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict

ON_ERRORS = (
    (r"Traceback \(most recent call last\):", "Python"),
    (r"<title>[^<]*// Werkzeug Debugger</title>", "Flask"),
    (r"You(’|'|&#x27;|&#39;)re seeing this error because you have <code>DEBUG = True</code>", "Django"),
    (r"\bat (?:[\w$]+\.)+[\w$<>]+\([\w$]+\.(?:java|kt|scala):\d+\)", "Java"),
    (r"\bat (?:[\w.$<>]+ )?\(?(?:/|file:///|[A-Z]:\\)[^\s)]*\.(?:c|m)?[jt]s:\d+:\d+\)?", "Node.js"),
    (r"\bat [\w.`<>]+\([^)]*\) in [^\s]+\.cs:line \d+", ".NET"),
    (r"Server Error in (?:'|&#39;)[^']*(?:'|&#39;) Application", "ASP.NET"),
    (r"Rails\.root: ", "Ruby on Rails"),
    (r"<title>[^<]*Whoops[!,] [^<]*</title>", "PHP"),
    (r"SQLSTATE\[\w{5}\]", "a database"),
    (r"\bORA-\d{5}: ", "a database"),
)
ANYWHERE = (
    (r"<b>(?:Fatal error|Parse error|Warning|Notice|Deprecated)</b>: .{1,500}? in <b>[^<]+</b> on line <b>\d+</b>", "PHP"),
    (r"<title>[^<]*// Werkzeug Debugger</title>", "Flask"),
)


def check(html: str, status: int, public_host: bool) -> Iterator[Verdict]:
    # On a developer's machine debugging is meant to be on.
    if not public_host:
        return
    for pattern, program in ON_ERRORS if status >= 400 else ANYWHERE:
        if re.search(pattern, html, re.DOTALL if pattern.startswith("<b>") else 0):
            yield Failed("html", "trace", program=program)
            return
