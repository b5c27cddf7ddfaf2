"""Compare what one address is called in the same part of several pages of one language."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import Each, Failed, Passed, Verdict


def check(repeated_links: Each[dict], language: Each[str]) -> Iterator[Verdict]:
    spoken = {url: language.get(url, "").lower().partition("-")[0] for url in repeated_links}
    called: dict[tuple[str, str, str], Counter[str]] = {}
    seen: dict[tuple[str, str, str, str], str] = {}
    for url, parts in repeated_links.items():
        for part, target, name in named_once(parts):
            called.setdefault((spoken[url], part, target), Counter())[name] += 1
            seen.setdefault((spoken[url], part, target, name), url)

    for url, parts in repeated_links.items():
        odd = next(odd_names(spoken[url], parts, called), None)
        if odd:
            part, target, name, other_name = odd
            other = urlsplit(seen[spoken[url], part, target, other_name]).path
            yield Failed(url, "differs", name=name, other_name=other_name, other=other)
        elif parts:
            yield Passed(url, "same")


def odd_names(tongue: str, parts: dict, called: dict) -> Iterator[tuple[str, str, str, str]]:
    """(part, address, words, usual words) of each link that most pages call something else."""
    for part, target, name in named_once(parts):
        names = called[tongue, part, target]
        most = max(names, key=names.__getitem__)
        if most.casefold() != name.casefold() and names[most] > names[name]:
            yield part, target, name, most


def named_once(parts: dict) -> Iterator[tuple[str, str, str]]:
    """(part, address, words) of each link whose address stands once in its part."""
    for part, links in parts.items():
        targets = Counter(target for target, _ in links)
        yield from ((part, target, name) for target, name in links if targets[target] == 1)
