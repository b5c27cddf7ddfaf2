"""Pages to measure on, like those of a GOV.UK service: `python -m tools.bench_corpus FOLDER COUNT [SEED]`.

The same seed gives the same bytes, and page 7 of 40 is page 7 of 4,000, so that costs a page can be compared.
"""

from __future__ import annotations

import re
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tools.bench_parts import FAULTS, PARTS, paragraph, words

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "src/govlint/vendor/govuk-frontend"
SEED = 2026
LEAST, MOST = 100, 1500  # elements
CYCLE = 40  # each 40 pages have the same spread of sizes
SERVICE = "Apply for a street market permit"
# What a service sends with files that never change under their name.
HEADERS = "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n/govuk-frontend.*\n  Cache-Control: public, max-age=31536000, immutable\n"
TAGS = re.compile(r"<[a-z]")
PAGE = """<!doctype html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{title} - {service} - GOV.UK</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="description" content="{title}.">
<link rel="icon" sizes="any" href="/assets/images/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/govuk-frontend.min.css">
</head>
<body class="govuk-template__body">
<script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')</script>
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
<header class="govuk-header"><div class="govuk-header__container govuk-width-container"><div class="govuk-header__logo">
<a href="/page-1.html" class="govuk-header__homepage-link"><svg role="img" aria-label="GOV.UK" width="32" height="30" viewBox="0 0 32 30" fill="currentColor"><circle cx="16" cy="15" r="12"/></svg></a>
</div></div></header>
<div class="govuk-width-container">
<nav class="govuk-breadcrumbs" aria-label="Breadcrumb"><ol class="govuk-breadcrumbs__list"><li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="/page-1.html">Home</a></li></ol></nav>
<main class="govuk-main-wrapper" id="main-content">
<h1 class="govuk-heading-l">{title}</h1>
{main}
</main>
</div>
<footer class="govuk-footer"><div class="govuk-width-container"><h2 class="govuk-visually-hidden">Support links</h2>
<ul class="govuk-footer__inline-list"><li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/page-2.html">Cookies</a></li>
<li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href="/page-3.html">Accessibility statement</a></li></ul></div></footer>
<script type="module">import {{ initAll }} from '/govuk-frontend.min.js'; initAll()</script>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its file name, its HTML, how many elements it is served with, and the axe-core rules that it breaks."""

    name: str
    html: str
    elements: int
    faults: tuple[str, ...]


def page(index: int, seed: int = SEED) -> Page:
    """The page of that number, from 1."""
    random = Random(f"{seed}/{index}")
    wanted = size_of(index, seed)
    faults = tuple(random.sample(sorted(FAULTS), k=random.choice((0, 0, 1, 1, 2, 3))))
    title = f"{words(random, 2, 5)} {index}"
    pieces = [FAULTS[name].replace("NUMBER", str(number)) for number, name in enumerate(faults, 1)]
    left = wanted - count(PAGE) - sum(map(count, pieces))
    for number in range(1, MOST):
        piece = random.choice(PARTS)(random, number)
        if count(piece) > left:
            break
        pieces.append(piece)
        left -= count(piece)
    pieces += [paragraph(random, 0) for _ in range(left)]
    random.shuffle(pieces)
    html = PAGE.format(title=title, service=SERVICE, main="\n".join(pieces))
    return Page(f"page-{index}.html", html, count(html), faults)


def size_of(index: int, seed: int = SEED) -> int:
    """How many elements a page has: evenly spread from 100 to 1,500 over each 40 pages, in an order by chance."""
    sizes = [LEAST + (MOST - LEAST) * place // (CYCLE - 1) for place in range(CYCLE)]
    Random(f"{seed}/sizes").shuffle(sizes)
    return sizes[(index - 1) % CYCLE]


def count(html: str) -> int:
    """How many elements are written here."""
    return len(TAGS.findall(html))


def write(folder: Path, pages: int, seed: int = SEED) -> list[Path]:
    """The corpus as a folder that can be served: pages, style sheet, script and pictures; tells the pages' files."""
    images = folder / "assets" / "images"
    images.mkdir(parents=True, exist_ok=True)
    for name in ("govuk-frontend.min.css", "govuk-frontend.min.js"):
        (folder / name).write_bytes((FRONTEND / name).read_bytes())
    for image in (FRONTEND / "assets" / "images").iterdir():
        (images / image.name).write_bytes(image.read_bytes())
    for number in range(1, 9):
        (folder / "assets" / f"plan-{number}.png").write_bytes(png(80, 60, Random(f"{seed}/plan/{number}")))
    (folder / "_headers").write_text(HEADERS, "utf-8")
    (folder / "robots.txt").write_text("User-agent: *\nAllow: /\n", "utf-8")
    made = [page(index, seed) for index in range(1, pages + 1)]
    for one in made:
        (folder / one.name).write_text(one.html, "utf-8")
    return [folder / one.name for one in made]


def png(width: int, height: int, random: Random) -> bytes:
    """A picture of coloured squares."""
    squares = [[bytes(random.choices(range(256), k=3)) for _ in range(width // 20)] for _ in range(height // 20)]
    rows = b"".join(b"\0" + b"".join(squares[y // 20][x // 20] for x in range(width)) for y in range(height))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def main(arguments: list[str]) -> int:
    """Write a corpus."""
    if len(arguments) not in (2, 3):
        print("usage: python -m tools.bench_corpus FOLDER COUNT [SEED]", file=sys.stderr)
        return 2
    write(Path(arguments[0]), int(arguments[1]), int(arguments[2]) if len(arguments) == 3 else SEED)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
