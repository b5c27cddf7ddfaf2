"""The engine's own troubles: findings with ids, as a rule's are, so that silence can never pass."""

from __future__ import annotations

from ..model.finding import NOTED, Finding, RuleSummary, cause, fingerprint
from ..model.verdict import UNTESTED, Place

_TROUBLES = {
    "dead-host": ("The server of an address answers", "Start the server or mend the address, then run govlint again."),
    "time-out": ("An address answers within the limit", "Make the page answer faster, or raise the limit."),
    "tls-error": ("The server's certificate is valid", "Mend the certificate; nothing is judged over a broken connection."),
    "redirect-loop": ("Redirects come to an end", "Make the chain end at a page."),
    "bad-address": ("Redirects lead to web addresses", "Redirect to an http or https address."),
    "bad-answer": ("The server speaks HTTP", "Mend what the server sends."),
    "refused-address": (
        "A public site leads to public addresses",
        "Serve it from a public address; where this network is meant, run govlint with --allow-private.",
    ),
    "http-error": ("An address that was asked for has a page", "Correct the address, or mend the page behind it."),
    "rate-limited": ("The server lets govlint in", "Run again later or with a lower --rate."),
    "robots-disallowed": ("robots.txt lets govlint in", "Allow the user agent govlint in robots.txt."),
    "not-gathered": ("All evidence that the rules need was gathered", "See the reason; `govlint doctor` checks the browser."),
    "not-sampled": ("Every page was examined in a browser", "See the pages of its group; without --sample alike every page is examined."),
    "rule-crashed": ("No rule crashes", "Report the rule's id and the message to its author."),
    "worker-died": ("No page kills the process that looks at it", "Look at the page by hand; it may use too much memory."),
    "crawl-incomplete": ("The crawl saw the whole site", "Raise --max-pages or --depth, or narrow the target."),
    "nothing-judged": ("The scan judged at least one page", "Check the target; nothing was tested."),
}
SEVERITY = "serious"
WHOLE = Place()
WHY = "What could not be looked at has not passed: a silent gap would look like a clean page."


def summaries() -> dict[str, RuleSummary]:
    """The engine's rules, by id."""
    return {f"engine/{kind}": _summary(kind) for kind in _TROUBLES}


def trouble(kind: str, url: str, text: str, place: Place = WHOLE, settled: str = "") -> Finding:
    """An Untested finding of the engine; `settled` as NOTED says that the exit code does not hang on it."""
    rule = f"engine/{kind}"
    assert kind in _TROUBLES, f"the engine has no rule {rule}"
    return Finding(
        rule=rule, outcome=UNTESTED, severity=SEVERITY, url=url, place=place, key=kind, text=text,
        settled=settled or "", fingerprint=fingerprint(rule, url, place, kind), cause=cause(rule, UNTESTED, text, ""),
    )  # fmt: skip


def noted(kind: str, url: str, text: str) -> Finding:
    """Trouble that is told and that nobody asked to be free of."""
    return trouble(kind, url, text, settled=NOTED)


def _summary(kind: str) -> RuleSummary:
    title, fix = _TROUBLES[kind]
    return RuleSummary(id=f"engine/{kind}", title=title, severity=SEVERITY, why=WHY, fix=fix)
