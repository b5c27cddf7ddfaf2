"""Compare the order of links in navigation, header and footer from page to page."""

from collections.abc import Iterator
from itertools import combinations
from urllib.parse import urlsplit

from govlint import Each, Failed, Passed, Verdict

MOST = 60  # links of one part; each pair of them is compared


def check(repeated_links: Each[dict]) -> Iterator[Verdict]:
    model: dict[tuple[str, str, str], str] = {}
    for url, parts in repeated_links.items():
        moved = next((m for name, links in parts.items() if (m := first_moved(name, links, model))), None)
        if moved:
            first, second, other = moved
            yield Failed(url, "moved", first=first, second=second, other=urlsplit(other).path)
        elif parts:
            yield Passed(url, "kept")
        for name, links in parts.items():
            remember(name, url, links, model)


def first_moved(name: str, links: tuple[tuple[str, str], ...], model: dict) -> tuple[str, str, str] | None:
    """The first pair that stood the other way round on an earlier page."""
    order = once(links)
    for (target, words), (later, later_words) in combinations(order, 2):
        other = model.get((name, later, target))
        if other:
            return later_words, words, other
    return None


def remember(name: str, url: str, links: tuple[tuple[str, str], ...], model: dict) -> None:
    order = once(links)
    for (target, _), (later, _) in combinations(order, 2):
        if (name, later, target) not in model:
            model.setdefault((name, target, later), url)


def once(links: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """The links that stand once in their part; one that stands twice has no one place."""
    targets = [target for target, _ in links]
    return [(target, words) for target, words in links if targets.count(target) == 1][:MOST]
