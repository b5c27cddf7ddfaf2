"""Look at the lang attributes that rule words."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.languages import is_language_tag
from govlint.facts.place import at
from govlint.facts.spoken import Passage


def check(passages: tuple[Passage, ...]) -> Iterator[Verdict]:
    for number, passage in enumerate(passages):
        # Of a part without words nobody hears the language; an empty lang says that it is unknown.
        if (number and not passage.text) or passage.language == "" or (not number and not passage.language.strip()):
            continue
        if is_language_tag(passage.language):
            yield Passed(at(passage.node), "code")
        else:
            yield Failed(at(passage.node), "not-a-code", tag=passage.language)
