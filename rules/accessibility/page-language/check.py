"""Compare the words of the page with the lang attribute of its root element."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.languages import is_language_tag, is_other_language, language_of, name_of, primary
from govlint.facts.place import at
from govlint.facts.spoken import Passage


def check(passages: tuple[Passage, ...]) -> Iterator[Verdict]:
    page = passages[0]
    if not is_language_tag(page.language):
        return
    found = is_other_language(page.language, page.text)
    if found:
        yield Failed(at(page.node), "other", said=page.language, found=name_of(found))
    elif language_of(page.text) == primary(page.language):
        yield Passed(at(page.node), "same")
