"""Read the manifest as JSON."""

import json
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict


def check(text: str, status: int, link_text: str) -> Iterator[Verdict]:
    if link_text != "manifest" or status != 200:
        return
    try:
        manifest = json.loads(text)
    except json.JSONDecodeError as error:
        yield Failed("", "broken", error=error.msg, line=error.lineno)
        return
    except RecursionError:
        yield Failed("", "broken", error="it is nested too deeply", line=1)
        return
    if not isinstance(manifest, dict):
        yield Failed("", "other")
        return
    found = []
    # GOV.UK Frontend's own has icons alone, for services to add their name.
    if not any(str(manifest.get(key) or "").strip() for key in ("name", "short_name")) and set(manifest) != {"icons"}:
        found.append(Failed("", "nameless"))
    icons = manifest.get("icons")
    if not (isinstance(icons, list) and any(isinstance(icon, dict) and icon.get("src") for icon in icons)):
        found.append(Failed("", "iconless"))
    yield from found or [Passed("", "sound")]
