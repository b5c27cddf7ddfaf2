"""Look for answers that any origin may read with the person's cookies."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.http import Headers


def check(site_headers: Headers) -> Iterator[Verdict]:
    origin = site_headers.get("access-control-allow-origin", "").strip().lower()
    credentials = site_headers.get("access-control-allow-credentials", "").strip().lower() == "true"
    # Browsers refuse "*" with credentials, yet whoever wrote it meant everybody.
    if credentials and origin in ("*", "null"):
        yield Failed("", "anybody", origin=origin)
