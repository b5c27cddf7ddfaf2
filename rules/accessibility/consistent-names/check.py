"""Compare what one address is called in the same part of several pages."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import Each, Failed, Passed, Verdict


def check(repeated_links: Each[dict]) -> Iterator[Verdict]:
    called: dict[tuple[str, str], Counter[str]] = {}
    seen: dict[tuple[str, str, str], str] = {}
    for url, parts in repeated_links.items():
        for part, target, name in named_once(parts):
            called.setdefault((part, target), Counter())[name] += 1
            seen.setdefault((part, target, name), url)

    for url, parts in repeated_links.items():
        odd = next((o for part, target, name in named_once(parts) if (o := usual(called[part, target], name))), None)
        if odd:
            name, other_name, key = odd[0], odd[1], next(k for k in seen if k[2] == odd[1])
            yield Failed(url, "differs", name=name, other_name=other_name, other=urlsplit(seen[key]).path)
        elif parts:
            yield Passed(url, "same")


def named_once(parts: dict) -> Iterator[tuple[str, str, str]]:
    """(part, address, words) of each link whose address stands once in its part."""
    for part, links in parts.items():
        targets = Counter(target for target, _ in links)
        yield from ((part, target, name) for target, name in links if targets[target] == 1)


def usual(names: Counter[str], name: str) -> tuple[str, str] | None:
    """This name and the usual one, if most pages use another."""
    most, count = names.most_common(1)[0]
    if most.casefold() == name.casefold() or count <= names[name] or count < 2:
        return None
    return name, most
