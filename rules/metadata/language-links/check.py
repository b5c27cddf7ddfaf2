"""Read the alternate links that carry hreflang, as search engines do."""

import re
from collections import defaultdict
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.metadata import Relation
from govlint.model.url import BadAddress, canonical

# language, script, region; the variants and extensions that RFC 5646 allows play no part on the web
TAG = re.compile(r"(x-default|[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?)$", re.IGNORECASE)
# RFC 5646 registers these for people's mistakes in mind: not languages.
NOT_LANGUAGES = {"uk-gb", "gb", "us", "cz", "dk", "jp", "cn"}


def check(relations: tuple[Relation, ...], url: str, canonical_url: str) -> Iterator[Verdict]:
    versions = [r for r in relations if "alternate" in r.rels and r.attributes.get("hreflang", "").strip()]
    by_tag: dict[str, set[str]] = defaultdict(set)
    for version in versions:
        by_tag[tag_of(version)].add(version.url)

    for version in versions:
        key = fault_of(version, by_tag)
        said = {"tag": version.attributes["hreflang"].strip()} if key in ("bad-tag", "twice") else {}
        yield Failed(version.at, key, **said) if key else Passed(version.at, "named")
    own = {spelt(url), spelt(canonical_url)}
    if versions and not any(spelt(version.url) in own for version in versions):
        yield Failed("head", "not-itself")


def fault_of(version: Relation, by_tag: dict[str, set[str]]) -> str:
    tag = tag_of(version)
    if not TAG.match(tag) or tag in NOT_LANGUAGES:
        return "bad-tag"
    if not version.href:
        return "no-address"
    return "twice" if len(by_tag[tag]) > 1 else ""


def tag_of(version: Relation) -> str:
    return version.attributes["hreflang"].strip().lower()


def spelt(url: str) -> str:
    """One spelling of an address, whatever its host: a staging host names the public one."""
    try:
        return canonical(url).split("/", 3)[3]
    except BadAddress:
        return url
