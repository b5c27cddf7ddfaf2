"""What holds for every rule of every pack."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from govlint.evidence.fact import Inapplicable, NotGathered
from govlint.evidence.vendored import axe_metadata
from govlint.rulebook.cases import read_cases, unsaid
from govlint.rulebook.packs import read_rulebook
from govlint.rulebook.rule import placeholders
from govlint.rulebook.trial import differences, lay_out

BOOK = read_rulebook()
FOLDERS = [rule for rule in BOOK.rules.values() if rule.folder and rule.pack != "axe"]
LONGEST_MESSAGE = 160


def by_id(rule):
    return rule.id


@pytest.mark.parametrize("rule", FOLDERS, ids=by_id)
def test_every_message_is_said_by_some_case(rule):
    assert [] == unsaid(rule, read_cases(rule, BOOK.facts))


@pytest.mark.parametrize("rule", FOLDERS, ids=by_id)
def test_every_rule_has_a_failing_or_doubtful_case_and_one_without(rule):
    outcomes = [{outcome for outcome, _ in case.expected} for case in read_cases(rule, BOOK.facts)]

    assert any(o & {"failed", "cantTell"} for o in outcomes), "no case shows what is wrong"
    assert any(not o & {"failed", "cantTell"} for o in outcomes), "no case shows what is right"


@pytest.mark.parametrize("rule", FOLDERS, ids=by_id)
def test_a_title_is_a_sentence_without_a_stop(rule):
    assert not rule.title.endswith(".")
    assert "\n" not in rule.title
    assert len(rule.title.split()) >= 3


@pytest.mark.parametrize("rule", FOLDERS, ids=by_id)
def test_messages_are_short_and_tell_what_to_do(rule):
    for key, text in rule.messages.items():
        bare = re.sub(r"\{\w*\}", "", text)
        assert len(bare) <= LONGEST_MESSAGE, f"{key} has {len(bare)} characters without its placeholders"
        first = text.split()[0]  # the name of a file or directive is written as it is: security.txt
        assert not first[0].islower() or not first.isalpha(), f"{key} does not begin like a sentence"


@pytest.mark.parametrize("rule", FOLDERS, ids=by_id)
def test_an_id_is_lower_case_words_with_hyphens(rule):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*", rule.id)


@pytest.mark.parametrize("rule", FOLDERS, ids=by_id)
def test_judging_a_case_twice_gives_the_same_and_leaves_its_evidence_alone(rule):
    for trial in (lay_out(case, BOOK.facts) for case in read_cases(rule, BOOK.facts)):
        assert [[], []] == [differences(trial), differences(trial)], trial.case.name


def test_every_standard_is_cited_or_a_wcag_criterion():
    cited = {name for rule in BOOK.rules.values() for name in rule.standards}
    unused = [name for name in BOOK.standards if name not in cited and not name.startswith("wcag22/")]

    assert unused == []


def test_no_rule_declares_an_act_rule_twice():
    for rule in BOOK.rules.values():
        assert [] == [act for act, count in Counter(rule.act).items() if count > 1]


def test_the_axe_pack_has_each_rule_that_is_run_and_no_other():
    run = {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}
    expected = {
        f"axe/{rule['id']}"
        for rule in axe_metadata()
        if run & set(rule["tags"]) and not {"experimental", "deprecated"} & set(rule["tags"])
    }

    assert {rule.id for rule in BOOK.rules.values() if rule.pack == "axe"} == expected


@pytest.mark.parametrize("rule", FOLDERS, ids=by_id)
def test_placeholders_are_names(rule):
    for text in rule.messages.values():
        assert all(re.fullmatch(r"[a-z_]+", name) for name in placeholders(text))


@pytest.mark.parametrize("rule", FOLDERS, ids=by_id)
def test_judging_twice_gives_the_same_and_leaves_the_evidence_as_it_was(rule):
    for case in read_cases(rule, BOOK.facts):
        trial = lay_out(case, BOOK.facts)
        before = drawn(trial.evidence)
        once, twice = judged(trial), judged(trial)

        assert once == twice, case.name
        assert before == drawn(trial.evidence), case.name


def judged(trial):
    try:
        return trial.case.rule.judge(trial.evidence, trial.pages)
    except (Inapplicable, NotGathered) as absent:
        return str(absent)


def drawn(evidence):
    try:
        return evidence.get("dom").html
    except (Inapplicable, NotGathered):
        return ""
