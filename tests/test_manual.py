"""The site of the manual: what its settings name is there, and what the theme leaves open is mended."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govlint.rulebook.written import read
from tools.mend_pages import on_post_page

ROOT = Path(__file__).parent.parent
SETTINGS = read(ROOT / "mkdocs.yml")
DOCS = ROOT / SETTINGS["docs_dir"]
SEARCH = '<div class="md-search" data-md-component="search" role="dialog"></div>'


def named(nav):
    """The files in the menu."""
    for entry in nav:
        for value in entry.values():
            yield from named(value) if isinstance(value, list) else [value]


def test_every_page_in_the_menu_is_there_or_made_from_the_rules():
    missing = [page for page in named(SETTINGS["nav"]) if not page.startswith("rules/") and not (DOCS / page).is_file()]

    assert missing == []


def test_every_decision_is_in_the_list_of_decisions():
    listed = set(re.findall(r"\]\((\d+-[\w-]+\.md)\)", (DOCS / "decisions" / "README.md").read_text("utf-8")))

    assert {path.name for path in (DOCS / "decisions").glob("0*.md")} == listed


def test_the_theme_asks_no_host_for_fonts():
    assert SETTINGS["theme"]["font"] == "false"


def test_the_search_dialog_gets_a_name():
    page = on_post_page(SEARCH, None, None)

    assert page == '<div aria-label="Search" class="md-search" data-md-component="search" role="dialog"></div>'


def test_a_dialog_that_has_a_name_keeps_it():
    named_already = SEARCH.replace("<div", '<div aria-label="Find"')

    assert on_post_page(named_already, None, None) == named_already


def test_the_build_ends_where_the_theme_has_another_search():
    with pytest.raises(RuntimeError, match="finds none"):
        on_post_page(SEARCH.replace("md-search", "md-find"), None, None)


def test_a_label_for_a_box_that_is_not_there_is_one_no_more():
    label = '<label class="md-nav__title" for="__toc">Table of contents</label>'

    assert on_post_page(SEARCH + label, None, None).endswith('<label class="md-nav__title">Table of contents</label>')
    assert on_post_page(SEARCH + label + '<input id="__toc">', None, None).endswith(label + '<input id="__toc">')
