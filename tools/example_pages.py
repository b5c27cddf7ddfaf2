"""Every visible example of GOV.UK Frontend as a whole page, with its real style sheet and scripts.

    python tools/example_pages.py FOLDER [COMPONENT...]

FOLDER is a new folder for the pages. The examples are those of the release whose style sheet and scripts govlint ships; they are
brought from npm where they do not lie here. `govlint check FOLDER` then shows what rules say of known good markup in a browser; `tools/known_good.py` does the
same without one (docs/realism.md).
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from derive_components import fixtures_of, release  # noqa: E402
from known_good import BEFORE, FIRST, HEADER, START  # noqa: E402

SHIPPED = Path(__file__).resolve().parent.parent / "src/govlint/vendor/govuk-frontend"

SERVICE = "Apply for a street market permit"
FOOTER_LINKS = {
    "/cookies/": "Cookies",
    "/accessibility-statement/": "Accessibility statement",
    "/privacy/": "Privacy notice",
}
SCRIPT = "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')"
PAGE = """<!doctype html>
<html lang="en" class="govuk-template">
<head>
  <meta charset="utf-8">
  <title>{title} - {service} - GOV.UK</title>
  <meta name="description" content="{title}: an official example.">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <link rel="icon" sizes="any" href="/assets/images/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/govuk-frontend.min.css">
</head>
<body class="govuk-template__body {body_classes}">
  <script>{script}</script>
  {start}
  <header class="govuk-template__header">{header}</header>
  <div class="govuk-width-container">
    {before}
    <main class="govuk-main-wrapper" id="main-content">
      {main}
    </main>
  </div>
  <footer class="govuk-template__footer">{footer}</footer>
  <script type="module">import {{ initAll }} from '/govuk-frontend.min.js'; initAll()</script>
</body>
</html>
"""
HEADERS = """/*
  Content-Security-Policy: default-src 'self'; script-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
"""


def address_of(component: str, name: str) -> str:
    """The address of an example's page."""
    return f"/{component}-{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}/"


def title_of(component: str, example: dict) -> str:
    """What the page is called: the example's own page heading where it has one."""
    own = re.search(r"<h1[^>]*>(.*?)</h1>", example["html"], re.DOTALL)
    words = html.unescape(re.sub(r"<[^>]+>|\s+", " ", own[1])).strip() if own else ""
    return " ".join((words or component.replace("-", " ").capitalize(), "-", example["name"][:50]))


def footer(examples: dict[str, list[dict]]) -> str:
    """The official footer with links that lead to pages of this folder."""
    markup = next(e["html"] for e in examples["footer"] if e["name"] == "default")
    item = '<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="{}">{}</a></li>'
    links = "".join(item.format(*link) for link in FOOTER_LINKS.items())
    listed = f'<h2 class="govuk-visually-hidden">Support links</h2><ul class="govuk-footer__inline-list">{links}</ul>'
    return re.sub(
        r'(<div class="govuk-footer__meta-item govuk-footer__meta-item--grow">)', rf"\1{listed}", markup, count=1
    )


def page(title: str, parts: dict[str, str], body_classes: str = "") -> str:
    """A whole page from its title and the markup of its parts."""
    prefix = "Error: " if "govuk-error-" in parts["main"] else ""
    return PAGE.format(
        title=html.escape(prefix + title), service=SERVICE, script=SCRIPT, body_classes=body_classes, **parts
    )


def parts_of(component: str, example: str, frame: dict[str, str]) -> dict[str, str]:
    """The parts of the page with the example in its proper place."""
    place = {**dict.fromkeys(START, "start"), **dict.fromkeys(HEADER, "header"), **dict.fromkeys(BEFORE, "before")}.get(
        component
    )
    heading = "" if "<h1" in example else f'<h1 class="govuk-heading-l">{component.replace("-", " ").capitalize()}</h1>'
    body = '<p class="govuk-body">This page shows one official example.</p>'
    if component in ("footer", "skip-link"):
        return {**frame, ("footer" if component == "footer" else "start"): example, "main": heading + body}
    if component == "service-navigation":
        header = frame["header"].partition('<section aria-label="Service information"')[0]
        return {**frame, "header": header + example, "main": heading + body}
    if component in HEADER:
        return {**frame, "header": example + frame["navigation"], "main": heading + body}
    if place == "start":
        return {**frame, "start": example + frame["start"], "main": heading + body}
    if place:
        return {**frame, place: example, "main": heading + body}
    summary_first = (example, heading) if component in FIRST else (heading, example)
    return {**frame, "main": "".join(summary_first) + body}


def put(folder: Path, address: str, text: str) -> None:
    """Writes the page of an address."""
    (folder / address.strip("/")).mkdir(exist_ok=True)
    (folder / address.strip("/") / "index.html").write_text(text, "utf-8")


def write(examples: dict[str, list[dict]], folder: Path, wanted: list[str]) -> int:
    """Writes the folder and tells how many examples are in it."""
    default = {c: next(e["html"] for e in examples[c] if e["name"] == "default") for c in ("skip-link", "header")}
    navigation = next(e["html"] for e in examples["service-navigation"] if e["name"] == "with service link")
    navigation = re.sub(r"(?s)(<a href=\").*?(\"[^>]*>).*?(</a>)", rf"\1/\2{SERVICE}\3", navigation, count=1)
    frame = {"start": default["skip-link"].replace("#test-target-element", "#main-content"), "before": "",
             "navigation": navigation, "header": default["header"] + navigation, "footer": footer(examples)}  # fmt: skip
    folder.mkdir(parents=True)
    for name in ("govuk-frontend.min.css", "govuk-frontend.min.js"):
        shutil.copy(SHIPPED / name, folder / name)
    shutil.copytree(SHIPPED / "assets", folder / "assets")
    (folder / "_headers").write_text(HEADERS, "utf-8")
    pages = {}
    for component, fixtures in examples.items():
        for one in fixtures:
            if not one.get("hidden") and (not wanted or component in wanted):
                classes = (one.get("pageTemplateOptions") or {}).get("bodyClasses", "")
                address = address_of(component, one["name"])
                pages[address] = title_of(component, one)
                put(folder, address, page(pages[address], parts_of(component, one["html"], frame), classes))
    for address, words in FOOTER_LINKS.items():
        main = (
            f'<h1 class="govuk-heading-l">{words}</h1><p class="govuk-body">This page stands in for the real one.</p>'
        )
        put(folder, address, page(words, {**frame, "main": main}))
    links = "".join(
        f'<li><a class="govuk-link" href="{at}">{html.escape(title)}</a></li>' for at, title in pages.items()
    )
    main = f'<h1 class="govuk-heading-l">Examples</h1><ul class="govuk-list govuk-list--bullet">{links}</ul>'
    put(folder, "/", page("Examples", {**frame, "main": main}))
    return len(pages)


if __name__ == "__main__":
    if len(sys.argv) < 2 or Path(sys.argv[1]).exists():
        sys.exit("usage: python tools/example_pages.py FOLDER [COMPONENT...], where FOLDER is not there yet")
    version = json.loads((SHIPPED / "package.json").read_text("utf-8"))["version"]
    print(f"{write(fixtures_of(release(version)), Path(sys.argv[1]), sys.argv[2:])} examples of {version} in {sys.argv[1]}")
