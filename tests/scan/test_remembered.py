"""Verdicts are remembered under the rule and the facts that it named, and are those that the rule would give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govlint.evidence.fact import Evidence, Inapplicable, NotGathered, fact
from govlint.evidence.gathering import gathered_values
from govlint.evidence.memory import Memory
from govlint.evidence.plain import NotPlain, read, written
from govlint.evidence.snapshot import Exchange, Job, Observation, Snapshot
from govlint.facts import builtin_facts
from govlint.model.verdict import CantTell, Failed, Passed
from govlint.rulebook.packs import read_rulebook, select
from govlint.rulebook.rule import Rule
from govlint.scan import judge
from govlint.scan.digests import Digests, digest
from govlint.scan.plan import make
from govlint.scan.remembered import Remembered

URL = "http://a.example/page"
PAGE = '<!doctype html><html lang=en><title>Page</title><h1>Apply</h1><p>Token {token}</p><a href="/form.pdf">Form</a>'


def snapshot(html=PAGE, date="Wed, 25 Nov 2026 10:00:00 GMT", axe=None, url=URL, **headers):
    sent = (("content-type", "text/html; charset=utf-8"), ("date", date), *headers.items())
    seen = {"axe": Observation("axe", "1", axe)} if axe else {}
    return Snapshot(Job(url), "2026-11-25T10:00:00+00:00", Exchange(url, 200, sent, html.encode()), seen)


class Asking:
    """Rules made of functions, which count how often they were asked, and a memory."""

    def __init__(self, memory):
        self.memory, self.asked, self.facts = memory, [], dict(builtin_facts())

    def rule(self, function, needs, optional=(), version="1", judges=("page",)):
        def tell(**given):
            self.asked.append(function.__name__)
            yield from function(**given)

        messages = {"good": "Good: {what}.", "bad": "Bad: {what}."}
        return Rule(f"house/{function.__name__}", "T", "serious", "w", "f", (), messages, needs, tell, optional, version=version, judges=judges)


@pytest.fixture
def asking(tmp_path):
    with Memory(tmp_path / "memory", write=True) as memory:
        yield Asking(memory)


def of_dom(dom):
    for node in dom.css("h1"):
        yield Failed("h1", "bad", what=[node.text()])


def of_headers(headers):
    yield CantTell("", "bad", what=headers.get("x-powered-by", "nothing"))


def of_title(title):
    yield Passed("title", "good", what=title)
    yield Passed("title", "good", what=title)


def of_today(today):
    yield Failed("", "bad", what=today)


def of_downloads(downloads):
    yield Passed("html", "good", what=len(downloads))


def of_pdf(pdf):
    yield Failed("", "bad", what="pdf")


def of_axe(axe):
    yield Failed("p", "bad", what=len(axe["results"]))


def crashes(dom):
    yield Failed("h1", "no such message")


def asks(asking, rules, seen):
    """The rules that a visit asked; its judgement has to be that of judging without a memory."""
    values, missing = gathered_values(seen)
    plain = judge.page(rules, Evidence(values, missing, asking.facts), values["url"], values["role"])
    asking.asked.clear()
    past = Remembered(Evidence(values, missing, asking.facts), asking.facts, seen, asking.memory)
    assert past.judge(rules) == plain
    asking.memory.keep(*past.entries())
    return set(asking.asked)


def test_a_page_that_is_the_same_asks_no_rule_and_gets_the_same_judgement(asking):
    rules = [asking.rule(of_dom, ("dom",)), asking.rule(of_title, ("title",)), asking.rule(of_pdf, ("pdf",)), asking.rule(of_headers, ("headers",))]

    assert asks(asking, rules, snapshot()) == {"of_dom", "of_title", "of_headers"}
    assert asks(asking, rules, snapshot()) == set()


def test_another_date_header_asks_only_the_rules_that_name_headers(asking):
    rules = [asking.rule(of_dom, ("dom",)), asking.rule(of_title, ("title",)), asking.rule(of_headers, ("headers",)), asking.rule(of_today, ("today",))]
    asks(asking, rules, snapshot())

    assert asks(asking, rules, snapshot(date="Wed, 25 Nov 2026 11:00:00 GMT")) == {"of_headers"}
    assert asks(asking, rules, snapshot(date="Thu, 26 Nov 2026 11:00:00 GMT")) == {"of_headers", "of_today"}


def test_another_token_in_the_page_does_not_ask_a_rule_about_something_else(asking):
    rules = [asking.rule(of_dom, ("dom",)), asking.rule(of_title, ("title",)), asking.rule(of_downloads, ("downloads",))]
    asks(asking, rules, snapshot(PAGE.format(token="abc")))

    assert asks(asking, rules, snapshot(PAGE.format(token="xyz"))) == {"of_dom"}
    assert asks(asking, rules, snapshot(PAGE.format(token="xyz"))) == set()


@pytest.mark.parametrize("old, new", [("Apply", "Reply"), ("lang=en", "lang=cy"), ("form.pdf", "farm.pdf"), ("</h1>", "</h1> ")])
def test_any_change_of_the_source_asks_a_rule_about_the_tree(asking, old, new):
    rules = [asking.rule(of_dom, ("dom",))]
    asks(asking, rules, snapshot())

    assert asks(asking, rules, snapshot(PAGE.replace(old, new))) == {"of_dom"}


def test_another_encoding_in_the_header_asks_a_rule_about_the_tree(asking):
    rules = [asking.rule(of_dom, ("dom",))]
    asks(asking, rules, snapshot(PAGE + "é"))
    other = snapshot(PAGE + "é")
    latin = (("content-type", "text/html; charset=windows-1252"),)

    assert asks(asking, rules, replace(other, exchange=replace(other.exchange, headers=latin))) == {"of_dom"}


def test_another_version_of_a_rule_asks_it_and_no_other(asking):
    asks(asking, [asking.rule(of_dom, ("dom",)), asking.rule(of_title, ("title",))], snapshot())

    assert asks(asking, [asking.rule(of_dom, ("dom",), version="2"), asking.rule(of_title, ("title",))], snapshot()) == {"of_dom"}


def test_rules_that_were_not_chosen_this_time_stay_remembered(asking):
    both = [asking.rule(of_dom, ("dom",)), asking.rule(of_title, ("title",))]
    asks(asking, both, snapshot())
    asks(asking, both[:1], snapshot(PAGE.replace("Apply", "Reply")))

    assert asks(asking, both[1:], snapshot()) == set()


def test_another_answer_of_axe_asks_the_rules_that_name_it(asking):
    rules = [asking.rule(of_axe, ("axe",)), asking.rule(of_title, ("title",))]
    asks(asking, rules, snapshot(axe={"results": []}))

    assert asks(asking, rules, snapshot(axe={"results": [1]})) == {"of_axe"}
    assert asks(asking, rules, snapshot(axe={"results": [1]})) == set()


def test_what_was_not_gathered_is_untested_each_time_and_never_remembered_as_good(asking):
    rules = [asking.rule(of_axe, ("axe",))]
    asks(asking, rules, snapshot(axe={"results": []}))
    without = snapshot()
    failed = replace(without, observations={"axe": Observation("axe", "1", missing="Too slow.")})

    assert asks(asking, rules, failed) == set()
    assert asks(asking, rules, snapshot(axe={"results": []})) == set()


def test_an_optional_fact_that_came_or_went_asks_the_rule(asking):
    def either(title, axe=None):
        yield Passed("title", "good", what=bool(axe))

    rules = [asking.rule(either, ("title",), ("axe",))]
    asks(asking, rules, snapshot())

    assert asks(asking, rules, snapshot(axe={"results": []})) == {"either"}


def test_a_rule_that_crashed_is_asked_each_time(asking):
    rules = [asking.rule(crashes, ("dom",))]

    assert asks(asking, rules, snapshot()) == asks(asking, rules, snapshot()) == {"crashes"}


def test_another_address_is_another_page(asking):
    rules = [asking.rule(of_dom, ("dom",))]
    asks(asking, rules, snapshot())

    assert asks(asking, rules, snapshot(url="http://a.example/other")) == {"of_dom"}


def test_all_built_in_rules_say_the_same_with_a_memory(asking):
    book = read_rulebook()
    asking.facts = dict(book.facts)
    rules = select(book, (), ())
    html = PAGE + '<img src=a.png><table><tr><td>1</table><input id=x><a href="#no">click here</a><p style="color:#eee">pale</p>'
    for _ in range(2):
        asks(asking, rules, snapshot(html))


def test_a_fact_of_a_pack_counts_with_the_code_that_it_comes_from(tmp_path):
    digests = []
    for number, code in enumerate(("1", "2")):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "facts.py").write_text(f"def counted(dom): return {code}\n")
        names = {}
        exec(compile((folder / "facts.py").read_text(), str(folder / "facts.py"), "exec"), names)
        values, missing = gathered_values(snapshot())
        facts = {**builtin_facts(), "counted": fact(names["counted"])}
        digests.append(Digests(Evidence(values, missing, facts), facts).of("counted"))

    assert digests[0] != digests[1]


def test_a_gathered_fact_that_is_no_plain_data_is_never_the_same(asking):
    values = {"axe": object(), "role": "page", "url": URL}
    first, second = (Digests(Evidence(values, {}, asking.facts), asking.facts).of("axe") for _ in range(2))

    assert first != second


@pytest.mark.parametrize(
    "one, other",
    [(1, "1"), (1, True), ((1,), [1]), ({"a": 1}, [["a", 1]]), ("ab", ("a", "b")), (b"a", "a"), (None, "None"), ({1: 2}, {"1": 2}), (1, 1.0)],
)
def test_different_things_have_different_digests(one, other):
    assert digest(one) != digest(other)


def test_the_digest_of_a_tree_is_refused():
    with pytest.raises(TypeError, match="no plain data"):
        digest(object())


def test_what_is_made_of_a_fact_is_remembered_while_the_page_is_the_same(asking):
    worked_out = []

    def visit(seen):
        values, missing = gathered_values(seen)
        evidence = Evidence(values, missing, asking.facts)
        past = Remembered(evidence, asking.facts, seen, asking.memory)
        found = [past.fact(name, lambda name=name: worked_out.append(name) or evidence.get(name)) for name in ("links", "title")]
        asking.memory.keep(*past.entries())
        return found

    first, same = visit(snapshot()), visit(snapshot(date="Thu, 26 Nov 2026 10:00:00 GMT"))
    assert first == same and worked_out == ["links", "title"]

    other = visit(snapshot(PAGE.replace("form.pdf", "farm.pdf")))
    assert [link.url for link in other[0]] == ["http://a.example/farm.pdf"] and worked_out[2:] == ["links", "title"]


def test_all_facts_that_rules_want_of_each_page_can_be_remembered(asking):
    book = read_rulebook()
    seen = snapshot(PAGE + '<nav><a href="/help" accesskey=h>Help</a></nav>')
    values, missing = gathered_values(seen)
    evidence = Evidence(values, missing, book.facts)
    refused = []
    for name in make(select(book, (), ()), book.facts).lifted:
        try:
            value = evidence.get(name)
        except (Inapplicable, NotGathered) as absent:
            value = absent
        try:
            assert type(read(written(value))) is type(value)
        except NotPlain as reason:
            refused.append(f"{name}: {reason}")

    assert refused == []


def test_a_fact_and_what_is_made_of_it_are_remembered_apart(tmp_path):
    values, missing = gathered_values(snapshot())
    for _ in range(2):
        with Memory(tmp_path / "memory", write=True) as memory:
            past = Remembered(Evidence(values, missing, builtin_facts()), builtin_facts(), snapshot(), memory)
            answers = past.fact("links", lambda: ("whole",)), past.fact("links", lambda: ("pair",), "as pairs")
            memory.keep(past.entries()[0])

        assert answers == (("whole",), ("pair",))
