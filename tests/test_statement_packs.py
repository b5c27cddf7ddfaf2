"""Packs for statements of other countries plug in: they speak up where their form is meant, and a British scan hears nothing of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from govlint.rulebook.packs import read_rulebook
from govlint.scan.asked import Asked
from govlint.scan.run import run

from .loopback import Loopback, html

BOOK = read_rulebook()
OTHERS = ("statement-eu", "statement-agid")
BRITISH = (Path(__file__).parent.parent / "fixtures" / "statements" / "sound.html").read_text("utf-8")
GERMAN = "<html lang=de><title>Erklärung zur Barrierefreiheit</title><h1>Erklärung zur Barrierefreiheit</h1><p>Willkommen.</p>"
ITALIAN = '<html lang=it><title>Collina</title><h1>Collina</h1><a href="/accessibilita">Dichiarazione di accessibilità</a>'


def scan(page, tmp_path, **options):
    with Loopback({"/": html(f"<!doctype html>{page}")}) as site:
        given = {"rules": ("statement", *OTHERS), "browser": False, "workers": 1, "store": tmp_path / "evidence.sqlite"} | options
        found = run(Asked(targets=(f"{site.url}/",), **given))
    return {finding.rule for finding in found.findings if not finding.rule.startswith("engine/")}


@pytest.mark.parametrize("pack", OTHERS)
def test_each_pack_has_its_rules_and_they_are_for_no_british_profile(pack):
    rules = [rule for rule in BOOK.rules.values() if rule.pack == pack]

    assert len(rules) == 2
    assert {rule.profiles for rule in rules} == {("any-government",)}


@pytest.mark.parametrize(("page", "profile"), [(GERMAN, "govuk-service"), (ITALIAN, "govuk-content"), (BRITISH, "uk-public-sector")])
def test_a_british_scan_is_told_nothing_by_them(page, profile, tmp_path):
    assert not {rule for rule in scan(page, tmp_path, profile=profile) if rule.startswith(OTHERS)}


def test_a_british_statement_is_none_of_theirs_even_where_the_profile_is_not_known(tmp_path):
    assert scan(BRITISH, tmp_path) == set()


def test_a_german_statement_is_held_against_the_model_of_the_union_alone(tmp_path):
    assert scan(GERMAN, tmp_path) == {"statement-eu/status", "statement-eu/parts"}


def test_an_italian_page_is_held_against_the_form_of_agid_alone(tmp_path):
    assert scan(ITALIAN, tmp_path) == {"statement-agid/leads-to-form"}
