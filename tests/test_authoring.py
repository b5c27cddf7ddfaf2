"""The commands for authors, from a new rule to a tested one."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from govlint.cli import main
from govlint.rulebook import check, packs
from tests.rulebook.house import CASES, CHECK, CHECKED, SHEET, folder_of

STANDARD = "house/one: {title: House rule one, url: https://example.org/one}\n"


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["rules", *arguments])
    return result.exit_code, result.output


def pack(here: Path, **files: str) -> Path:
    folder = folder_of(here, **files)
    (folder.parent / "standards").mkdir(exist_ok=True)
    (folder.parent / "standards" / "house.yaml").write_text(STANDARD, "utf-8")
    return folder


def test_a_new_rule_fails_until_its_case_and_texts_are_replaced(here):
    code, said = run("new", "house/one-heading")
    folder = here / "rules" / "house" / "one-heading"

    assert code == 0, said
    assert {"rule.yaml", "cases.yaml"} == {path.name for path in folder.iterdir()}
    assert 'packs = ["rules/house"]' in said

    code, said = run("test", "house")
    assert code == 1
    assert "rules/house/one-heading/cases.yaml:3:1: REPLACE this by what is wrong\n  - failed at main: heading" in said
    assert "rules/house/one-heading/rule.yaml:1:1: “title” still says what to write there" in said

    (folder / "cases.yaml").write_text("- name: none\n  html: <main><p>Apply</p></main>\n  failed: {main: heading}\n", "utf-8")
    sheet = (folder / "rule.yaml").read_text("utf-8").replace("REPLACE this", "Mind")
    (folder / "rule.yaml").write_text(sheet.replace("house/replace-this", "wcag22/1.3.1"), "utf-8")
    assert (0, "1 case of 1 rule: all as they say\n") == run("test", "house")


def test_a_second_rule_cites_the_standard_of_the_first(here):
    pack(here)
    (here / "govlint.toml").write_text('packs = ["pack"]\n', "utf-8")

    code, said = run("new", "pack/another")

    assert (code, "govlint.toml" in said) == (0, False), said
    assert "standards: [house/one]" in (here / "pack" / "another" / "rule.yaml").read_text("utf-8")


def test_a_new_rule_can_be_put_anywhere(here):
    assert run("new", "house/one-heading", "--in", "packs")[0] == 0
    assert (here / "packs" / "house" / "one-heading" / "rule.yaml").exists()


@pytest.mark.parametrize("name", ["image-alt", "region", "color-contrast", "aria-hidden-focus", "page-has-heading-one"])
def test_axe_core_fills_the_sheet_of_a_rule_of_its_own(here, name):
    assert run("new", "house/new", "--axe", name)[0] == 0

    code, said = run("test", "house/new")
    assert code == 1
    assert "- passed at html: passes\n  + failed at #x: violations" in said
    assert ["fix"] == [line.split("“")[1].split("”")[0] for line in said.splitlines() if "still says" in line]


def test_what_axe_core_says_stands_in_the_sheet(here):
    run("new", "house/pictures", "--axe", "image-alt")
    sheet = (here / "rules" / "house" / "pictures" / "rule.yaml").read_text("utf-8")

    assert "title: Images must have alternative text\nseverity: critical\nstandards: [wcag22/1.1.1]\nact: [23a2a8]" in sheet
    assert "axe: [image-alt]" in sheet


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("House/x",), "“House/x” is no id: write PACK/RULE in lower-case words with hyphens"),
        (("one-heading",), "“one-heading” is no id"),
        (("../x/y",), "“../x/y” is no id"),
        (("house/x", "--axe", "image-allt"), "The pinned axe-core has no rule “image-allt”; did you mean image-alt?"),
        (("metadata/page-description",), "The rule metadata/page-description is there already"),
    ],
)
def test_a_rule_that_cannot_be_new_is_misuse(here, arguments, said):
    code, output = run("new", *arguments)

    assert (code, said in output) == (2, True), output
    assert [] == list(here.iterdir())


def test_a_rule_is_not_written_over(here):
    run("new", "house/x")
    before = (here / "rules" / "house" / "x" / "rule.yaml").read_bytes()

    code, output = run("new", "house/x", "--axe", "region")

    assert (code, "rules/house/x is there already" in output) == (2, True)
    assert before == (here / "rules" / "house" / "x" / "rule.yaml").read_bytes()


def test_cases_can_be_named_by_pack_by_id_and_by_folder(here):
    pack(here)
    (here / "govlint.toml").write_text('packs = ["pack"]\n', "utf-8")

    for name in ("pack", "pack/some-rule", "pack/*", str(here), str(here / "pack" / "some-rule")):
        assert (0, "2 cases of 1 rule: all as they say\n") == run("test", name)
    assert (0, "2 cases of 1 rule: all as they say\n") == run("test")


def test_a_folder_of_packs_that_nobody_configured_is_found(here):
    pack(here / "deep" / "below")

    assert (0, "2 cases of 1 rule: all as they say\n") == run("test", ".")


def test_packs_of_others_that_were_fetched_are_not_tested(here):
    pack(here / "own")
    pack(here / "node_modules" / "theirs")
    (here / "venv").mkdir()
    (here / "venv" / "pyvenv.cfg").touch()
    pack(here / "venv" / "theirs")

    assert (0, "2 cases of 1 rule: all as they say\n") == run("test", ".")


@pytest.mark.parametrize(
    ("name", "said"),
    [("nothing", "there is no rule or pack “nothing”"), ("empty", "this folder holds no rules"), ("axe/region", "")],
)
def test_what_is_not_there_is_misuse(here, name, said):
    (here / "empty").mkdir()

    code, output = run("test", name)

    assert (code, said in output) == (2, True), output


def test_a_warning_does_not_fail(here):
    pack(here, sheet=CHECKED, cases="- name: one\n  html: <h1>\n  passed: {body: fine}\n", check=CHECK)
    (here / "govlint.toml").write_text('packs = ["pack"]\ntrusted = ["pack"]\n', "utf-8")

    code, output = run("test")

    assert code == 0
    assert "warning: pack/some-rule/rule.yaml:7:10: no case says the message “found”; add one" in output


def test_a_bare_folder_with_python_is_refused_and_nothing_in_it_runs(here):
    folder = pack(here, sheet=CHECKED, check="from pathlib import Path\n\nPath('ran').touch()\n" + CHECK)

    code, output = run("test", "pack")

    assert code == 2
    assert f"{folder / 'check.py'}:1:1: this pack brings Python" in output
    assert not (here / "ran").exists()


def test_a_pack_of_sheets_alone_runs_no_code(here, monkeypatch):
    pack(here)
    load = packs.load_module

    def watched(path: Path, pack_folder: Path):
        assert here not in path.parents, f"{path} was run"
        return load(path, pack_folder)

    for module in (check, packs):
        monkeypatch.setattr(module, "load_module", watched)

    assert run("test", "pack", "--mutate", "--at-least", "50")[0] == 0


def test_mutants_that_no_case_notices_are_named_with_their_place(here):
    pack(here)

    code, output = run("test", "pack", "--mutate", "--at-least", "100")

    assert code == 1
    assert "pack/some-rule/rule.yaml:10: count 1 → 1..2" in output
    assert "Below 100% in 1 rule: pack/some-rule" in output


def test_enough_mutants_caught_is_success(here):
    pack(here, cases=CASES + "\n- name: two\n  html: <h1>A</h1><h1>B</h1>\n  failed: {body: heading}\n")

    code, output = run("test", "pack", "--mutate")

    assert (code, "Mutants: 6 of 6 caught (100.0%)" in output) == (0, True), output


def test_two_processes_find_what_one_finds(here):
    for name in ("first", "second"):
        pack(here / name)
        (here / name / "pack").rename(here / f"pack-{name}")
    (here / "pack-second" / "standards" / "house.yaml").unlink()
    (here / "govlint.toml").write_text('packs = ["pack-first", "pack-second"]\n', "utf-8")

    assert run("test", "--mutate") == run("test", "--mutate", "-j", "2")


def test_a_rule_whose_cases_fail_is_not_mutated(here):
    pack(here, sheet=SHEET, cases=CASES.replace("failed: {body: heading}", ""))

    code, output = run("test", "pack", "--mutate")

    assert code == 1
    assert "pack/some-rule: no mutants were made: pack/some-rule/cases.yaml:5: “no heading” fails" in output
