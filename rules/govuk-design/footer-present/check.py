"""Look for a footer of any kind on a page of the GOV.UK page template."""

from collections.abc import Iterator

from govlint import Failed, Verdict

# Products of departments have footers of their own.
ANY = "footer, [role=contentinfo], [class*=footer i]"


def check(govuk_page, domain: str) -> Iterator[Verdict]:
    if domain == "gov.uk" and govuk_page.css_first(ANY) is None:
        yield Failed("body", "none")
