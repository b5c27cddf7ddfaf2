"""Compare the h1 with the labels and legends of the questions."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import same_words
from govlint.facts.kin import ancestors, below, contains, has_class, holders, inside, is_hidden
from govlint.facts.place import at, words

NAMES = "label, legend"


def check(govuk_page, govuk_classes: dict, main, dom) -> Iterator[Verdict]:
    groups, heading = govuk_classes.get("govuk-form-group", ()), main.css_first("h1")
    if not groups or heading is None:
        return
    named = holders(dom, NAMES)
    questions = [group for group in groups if group.mem_id in named and is_question(group)]
    if not questions:
        return
    named_by = inside(heading, "label", "legend") or heading.css_first(NAMES)
    if named_by is not None and len(questions) > 1:
        yield Failed(at(named_by), "one-of-many", tag=named_by.tag, count=len(questions))
    elif len(questions) == 1 and repeats(name := below(questions[0], NAMES)[0], heading):
        yield Failed(at(name), "repeated", tag=name.tag, text=words(name))
    else:
        yield Passed(at(heading), "fits")


def is_question(group) -> bool:
    """Whether a form group with a name asks something of its own, and is not part of another question."""
    return not is_hidden(group) and not any(has_class(above, "govuk-form-group") for above in ancestors(group))


def repeats(name, heading) -> bool:
    return not contains(heading, name) and not contains(name, heading) and same_words(words(name), words(heading))
