"""Each fact of the browser has its probe, and each probe its fact."""

import json
from types import SimpleNamespace

import pytest

from govlint.capture import probe as module
from govlint.capture.probe import EFFECTS, READS, Probe, probe, probes
from govlint.evidence.fact import Fact
from govlint.facts import builtin_facts

PAGE = "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1><a href=#>Link</a><p>“Text”</main></html>"


def test_each_fact_of_the_browser_is_gathered_by_the_probe_of_its_name():
    facts = {name for name, fact in builtin_facts().items() if isinstance(fact, Fact) and fact.by == "browser"}

    assert set(probes()) == facts


@pytest.mark.parametrize("name", sorted(probes()))
def test_an_answer_is_plain_data(ask, name):
    answer = ask(probes()[name], PAGE)

    assert json.loads(json.dumps(answer)) == answer


@pytest.mark.parametrize("name", sorted(probes()))
def test_a_probe_says_its_version_effect_and_meaning(name):
    found = probes()[name]

    assert found.version
    assert found.effect in EFFECTS
    assert found.function.__doc__


def test_an_unknown_effect_is_refused_by_name():
    with pytest.raises(ValueError, match="'looks'"):
        probe(version="1", effect="looks")


def test_a_probe_of_a_third_party_is_found_by_its_entry_point(monkeypatch):
    extra = Probe("extra", "1", READS, lambda browser, vantage: 1)
    entry = SimpleNamespace(load=lambda: SimpleNamespace(extra=extra))
    monkeypatch.setattr(module, "entry_points", lambda group: [entry] if group == "govlint.probes" else [])

    assert probes.__wrapped__()["extra"] is extra
