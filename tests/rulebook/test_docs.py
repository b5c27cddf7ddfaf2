"""The manual of the rules: a page a rule, and indexes that lead to them all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from govlint.cli import main
from govlint.rulebook.docs import MADE, pages
from govlint.rulebook.packs import Rulebook, read_rulebook

from .house import CASES, FACTS, STANDARDS, rule_of

BOOK = read_rulebook()
PAGES = pages(BOOK)
LINK = re.compile(r"\]\((?!<)([^)#]+)")
HOSTILE = "A page | has <script>alert(1)</script> *no* [trap](javascript:alert(1)) `code` &amp; ![x](y)"


def book_of(*rules):
    return Rulebook({rule.id: rule for rule in rules}, FACTS, STANDARDS)


def shown(markdown):
    return MarkdownIt("commonmark").enable("table").render(markdown)


def test_every_rule_has_a_page_of_its_own():
    assert {path.removesuffix(".md") for path in PAGES if "/" in path} == set(BOOK.rules)


@pytest.mark.parametrize("index", ["index.md", "by-standard.md", "by-profile.md"])
def test_every_index_leads_to_every_rule(index):
    linked = {target.removesuffix(".md") for target in LINK.findall(PAGES[index])}

    assert set(BOOK.rules) <= linked


def test_no_link_between_the_pages_leads_nowhere():
    for path, text in PAGES.items():
        for target in LINK.findall(text):
            parts: list[str] = []
            for part in (*PurePosixPath(path).parent.parts, *target.split("/")):
                parts = parts[:-1] if part == ".." else [*parts, part]
            assert "/".join(parts) in PAGES, f"{path} links to {target}"


def test_a_page_tells_why_how_to_mend_who_asks_and_shows_both_kinds_of_example():
    page = PAGES["metadata/page-description.md"]

    assert page.startswith("# Every page describes itself in one sentence\n")
    headings = re.findall(r"^## (.+)$", page, re.M)
    assert headings == ["Why", "How to mend it", "Asked for by", "What it says", "An example that is not so", "An example that is so"]
    assert "* **Wrong**, at `html`: The page has 0 descriptions; it needs one." in page
    assert "* **Fine**, at `html`: This is as the rule asks." in page
    assert "](<https://www.gov.uk/guidance/content-design/writing-for-gov-uk>)" in page


def test_the_index_by_standard_has_wcag_first_in_the_order_of_its_numbers_and_every_act_rule():
    page = PAGES["by-standard.md"]
    criteria = re.findall(r"^### WCAG 2.2, (\d+)\.(\d+)\.(\d+) ", page, re.M)
    acts = {act for rule in BOOK.rules.values() for act in rule.act}

    assert page.index("\n## WCAG 2.2\n") == page.index("\n## ")
    assert criteria == sorted(criteria, key=lambda numbers: tuple(map(int, numbers)))
    assert set(re.findall(r"^### ACT rule (\w+)$", page, re.M)) == acts


def test_a_standard_that_no_rule_cites_is_not_listed(tmp_path):
    made = pages(book_of(rule_of(tmp_path)))["by-standard.md"]

    assert "### House rule one" in made
    assert "ACT rules" not in made


def test_a_rule_stands_under_its_profiles_only(tmp_path):
    made = pages(book_of(replace(rule_of(tmp_path), profiles=("govuk-content",))))["by-profile.md"]
    sections = {part.split("\n", 1)[0]: part for part in made.split("\n## ")[1:]}

    assert [name for name, part in sections.items() if "pack/some-rule" in part] == ["govuk-content"]


def test_the_words_of_a_rule_mean_nothing_to_markdown(tmp_path):
    rule = replace(rule_of(tmp_path), title=HOSTILE, why=HOSTILE, fix=HOSTILE, messages={"heading": HOSTILE, "as-expected": HOSTILE})
    made = pages(book_of(rule))

    for text in (made["pack/some-rule.md"], made["index.md"]):
        page = shown(text)
        assert "<script" not in page
        assert "<em>no" not in page
        assert "javascript:alert(1)\"" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_case_cannot_close_the_code_that_shows_it(tmp_path):
    rule = rule_of(tmp_path, cases=CASES.replace("<p>Apply</p>", "|\n    ```\n    ````\n    <p>Apply</p>\n    # Not a heading"))
    page = shown(pages(book_of(rule))["pack/some-rule.md"])

    assert "<h1>Not a heading" not in page
    assert "````\n&lt;p&gt;Apply&lt;/p&gt;\n# Not a heading" in page


def test_a_long_case_is_cut(tmp_path):
    many = "\n".join(f"    <p>{number}</p>" for number in range(70))
    rule = rule_of(tmp_path, cases=CASES.replace("<p>Apply</p>", f"|\n{many}\n    {'x' * 500}").replace("<h1>Apply</h1>", f"<h1>{'y' * 500}</h1>"))
    page = pages(book_of(rule))["pack/some-rule.md"]

    assert "<p>59</p>" in page
    assert "<p>60</p>" not in page
    assert "… and 11 more lines" in page
    assert "y" * 241 not in page


def test_an_address_in_a_text_is_a_link_and_its_full_stop_is_not_part_of_it(tmp_path):
    rule = replace(rule_of(tmp_path), fix="Read https://example.org/a_b_c.")

    assert "Read <https://example.org/a_b_c>." in pages(book_of(rule))["pack/some-rule.md"]


def test_known_issues_are_told_with_their_reason():
    rule = next(rule for rule in BOOK.rules.values() if rule.known_issues)

    assert "## Known issues, not counted" in PAGES[f"{rule.id}.md"]


def test_the_command_writes_all_pages_and_deletes_only_what_it_made_before(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = tmp_path / "manual"
    (out / "gone").mkdir(parents=True)
    (out / "gone" / "old-rule.md").write_text(f"# Old\n\n{MADE}\n", "utf-8")
    (out / "ours.md").write_text("# Written by hand\n", "utf-8")

    result = CliRunner().invoke(main, ["rules", "docs", "--out", str(out)])

    assert (result.exit_code, result.output) == (0, f"Wrote {len(PAGES)} pages into {out}\n")
    written = {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in out.rglob("*.md")}
    assert written == PAGES | {"ours.md": "# Written by hand\n"}
