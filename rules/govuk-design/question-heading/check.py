"""Compare the h1 with the labels and legends of the questions."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import same_words
from govlint.facts.kin import ancestors, below, closest, contains, inside, is_hidden
from govlint.facts.place import at, words

NAMES = "label, legend"


def check(govuk_page, govuk_classes: dict, main) -> Iterator[Verdict]:
    questions = [group for group in govuk_classes.get("govuk-form-group", ()) if is_question(group)]
    heading = main.css_first("h1")
    if not questions or heading is None:
        return
    named_by = inside(heading, "label", "legend") or heading.css_first(NAMES)
    repeating = next((n for group in questions for n in group.css(NAMES)[:1] if repeats(n, heading)), None)
    if named_by is not None and len(questions) > 1:
        yield Failed(at(named_by), "one-of-many", tag=named_by.tag, count=len(questions))
    elif repeating is not None and len(questions) == 1:
        yield Failed(at(repeating), "repeated", tag=repeating.tag, text=words(repeating))
    else:
        yield Passed(at(heading), "fits")


def is_question(group) -> bool:
    """Whether a form group asks something of its own: it has a name, and is not part of another question."""
    part = any(closest(above, "govuk-form-group") is not None for above in list(ancestors(group))[:1])
    return not part and not is_hidden(group) and bool(below(group, NAMES))


def repeats(name, heading) -> bool:
    return not contains(heading, name) and not contains(name, heading) and same_words(words(name), words(heading))
