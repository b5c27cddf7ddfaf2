"""Compare the words of each part that has a lang attribute with that attribute."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.languages import is_language_tag, is_other_language, language_of, name_of, primary
from govlint.facts.place import at
from govlint.facts.spoken import Passage


def check(passages: tuple[Passage, ...]) -> Iterator[Verdict]:
    _, *parts = passages
    for part in parts:
        if not is_language_tag(part.language):
            continue
        found = is_other_language(part.language, part.text)
        if found:
            yield Failed(at(part.node), "other", said=part.language, found=name_of(found))
        elif language_of(part.text) == primary(part.language):
            yield Passed(at(part.node), "same")
