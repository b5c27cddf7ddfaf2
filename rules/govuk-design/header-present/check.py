"""Look for a header of any kind on a page of the GOV.UK page template."""

from collections.abc import Iterator

from govlint import Failed, Verdict

# Products of departments have headers of their own.
ANY = "header, [role=banner], [class*=header i]"


def check(govuk_page, domain: str) -> Iterator[Verdict]:
    if domain == "gov.uk" and govuk_page.css_first(ANY) is None:
        yield Failed("body", "none")
