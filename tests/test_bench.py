"""The benchmark reads each tool's answer in its own form, keeps what it measured, and says what holds."""

import json
from dataclasses import replace

import pytest

from tools import bench, bench_peers
from tools.bench_findings import Difference, Found, differences, of_axe_cli, of_govlint, of_loop, of_pa11y
from tools.bench_record import Measurement, Record, open_record
from tools.bench_report import page
from tools.bench_rows import rows
from tools.bench_sites import Place, Sites
from tools.bench_targets import checks
from tools.bench_tree import Cost

FACTS = {
    "versions": {"axe-core": "4.14.1"}, "seed": 1, "code": "abc", "peers": {},
    "machine": {"cores": 2, "memory": 8.0, "processor": "Any", "system": "Linux"},
}  # fmt: skip


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path / "urls.txt", (), tmp_path)


@pytest.fixture
def record(tmp_path):
    return open_record(tmp_path / "measured.jsonl", FACTS, fresh=False)


def cost(cpu=1.0, wall=1.0, parent=50_000_000, **kinds):
    return Cost(wall, cpu, cpu, 0.0, 100_000_000, parent, 3, 0, by_kind=kinds or {"chromium renderer": cpu})


def measured(row, pages=40, turn=1, differs=(), problem="", **given):
    return Measurement(row, pages, turn, cost(**given), 5, 0, differs, problem)


def say(place, document):
    place.out.write_text(json.dumps(document), "utf-8")
    return place


def axe_page(url, *found):
    return {"url": url, "violations": [{"id": rule, "nodes": [{"target": target}]} for rule, target in found]}


def told_by_govlint(outcomes, *findings):
    given = [{"rule": rule, "outcome": outcome, "url": "http://h/a.html", "text": "Crashed.", "place": {"selector": at}} for rule, outcome, at in findings]
    return {"visits": [{"url": "http://h/a.html", "role": "page", "outcomes": outcomes}], "findings": given}


def test_all_tools_answers_come_to_one_form(place):
    wanted = {"/a.html": (("label", "#b"),)}
    issue = {"code": "label", "selector": "#b", "runnerExtras": {"needsFurtherReview": False}}

    assert of_loop(say(place, {"http://h/a.html": [["label", "#b"]]})).pages == wanted
    assert of_axe_cli(say(place, [axe_page("http://h/a.html", ("label", ["#b"]))])).pages == wanted
    assert of_axe_cli(say(place, axe_page("http://h/a.html", ("label", ["#b"])))).pages == wanted
    assert of_pa11y(say(place, {"results": {"http://h/a.html": [issue]}})).pages == wanted
    assert of_govlint(say(place, told_by_govlint({"axe/document-title": "passed"}, ("axe/label", "failed", "#b")))).pages == wanted


def test_a_target_in_a_frame_is_one_text(place):
    found = of_axe_cli(say(place, [axe_page("http://h/a.html", ("label", ["#frame", ["#host", "#b"]]))]))

    assert found.pages == {"/a.html": (("label", "#frame #host #b"),)}


def test_what_only_has_to_be_looked_at_is_no_finding(place):
    issue = {"code": "label", "selector": "#b", "runnerExtras": {"needsFurtherReview": True}}

    assert of_pa11y(say(place, {"results": {"http://h/a.html": [issue]}})).pages == {"/a.html": ()}
    looked_at = told_by_govlint({"axe/document-title": "passed"}, ("axe/label", "cantTell", "#b"), ("forms/labels", "failed", "#b"))
    assert of_govlint(say(place, looked_at)).pages == {"/a.html": ()}


def test_a_page_without_a_result_is_lost(place):
    assert of_loop(say(place, {"http://h/a.html": "TimeoutException: too slow"})).pages == {}
    assert of_pa11y(say(place, {"results": {"http://h/a.html": [{"message": "Navigation timeout"}]}})).pages == {}
    assert of_govlint(say(place, told_by_govlint({"axe/document-title": "untested"}))).pages == {}
    assert of_govlint(say(place, told_by_govlint({}))).pages == {}


def test_a_reason_for_lost_pages_is_told_once_and_without_addresses(place):
    lost = {f"http://h/{name}": f"TimeoutException: http://h/{name} is slow\nstack" for name in "ab"}

    assert of_loop(say(place, lost)).why == ("TimeoutException: an address is slow",)
    assert of_pa11y(say(place, {"results": {"http://h/a": [{"message": "Gone"}]}})).why == ("Gone",)
    assert of_govlint(say(place, told_by_govlint({}, ("engine/not-gathered", "untested", None)) | {"visits": []})).why == ("Crashed.",)


def test_differences_are_told_by_rule_over_the_pages_that_both_judged():
    expected = Found({"/a": (("label", "#b"), ("list", "#c")), "/lost": (("list", "#d"),)})
    found = Found({"/a": (("label", "#x"), ("list", "#c"))})

    assert differences(found, expected) == [Difference("label", 1, 1), Difference("label", -1, 1)]
    assert differences(Found(found.pages, comparable=False), expected) == []
    assert differences(expected, expected) == []


def test_more_and_less_of_a_rule_are_counted():
    expected = Found({"/a": (("list", "#c"),), "/b": (("list", "#c"),)})
    found = Found({"/a": (), "/b": (("list", "#1"), ("list", "#2"), ("list", "#3"))}, comparable=False)

    assert differences(found, expected) == [Difference("list", 2, 1), Difference("list", -1, 1)]


def test_what_was_measured_outlasts_a_cut_run(record, tmp_path):
    record.add(measured("naive", differs=(("label", 1, 1),)))

    again = open_record(record.file, FACTS, fresh=False)

    assert again.all == record.all
    assert again.has("naive", 40, 1) and not again.has("naive", 40, 2)


def test_other_code_or_versions_begin_anew(record):
    record.add(measured("naive"))

    assert open_record(record.file, FACTS | {"code": "other"}, fresh=False).all == []


def test_a_run_that_failed_is_made_again(record):
    record.add(measured("naive", problem="ended after 1 s"))

    assert not record.has("naive", 40, 1)
    assert record.median("naive", 40, "cpu") is None


def test_a_median_is_that_of_the_runs(record):
    for turn, cpu in enumerate((1.0, 9.0, 2.0), 1):
        record.add(measured("naive", turn=turn, cpu=cpu))

    assert record.median("naive", 40, "cpu") == 2.0


@pytest.mark.parametrize("cpu, said", [(6.0, "met, 0% below"), (3.0, "met, 50% below"), (6.6, "**not met**, 10% above")])
def test_a_target_is_met_up_to_its_limit(record, cpu, said):
    record.add(measured("naive", cpu=10.0))
    record.add(measured("govlint-axe", cpu=cpu))

    assert [check.said for check in checks(record) if check.what.startswith("CPU a page, default path")] == [said]


def test_what_was_not_measured_is_neither_met_nor_missed(record):
    assert {check.said for check in checks(record)} == {"not measured"}


@pytest.mark.parametrize("more, is_met", [(1.14, True), (1.16, False), (1 / 1.14, True), (1 / 1.16, False)])
def test_flat_is_within_15_percent_either_way(record, more, is_met):
    record.add(measured("govlint-axe-2", 40, cpu=40.0, parent=100_000_000))
    record.add(measured("govlint-axe-2", 4000, cpu=4000.0 * more, parent=int(100_000_000 * more)))

    flat = [check for check in checks(record) if "at 40 pages" in check.what]

    assert [check.said.startswith("met") for check in flat] == [is_met, is_met]


def test_a_short_run_is_marked_and_a_full_one_is_not(record):
    for turn in (1, 2, 3):
        for row in rows():
            record.add(measured(row.key, 40, turn))
    record.add(measured("naive", 400))
    record.add(measured("govlint-axe-2", 4000))
    every = len(rows())
    text = f"**This is a short run (40 pages: {every} of {every} rows, 3 runs; 400 pages: 1 of {every} rows, 1 run; 4,000 pages: 1 of {every} rows, 1 run)"
    assert text in page(record, rows(), {}, ["wcag2a"])

    for turn in (1, 2, 3):
        for row in rows():
            if (row.key, turn) != ("naive", 1):
                record.add(measured(row.key, 400, turn))
    assert f"This is a full run (40 pages: {every} of {every} rows, 3 runs; 400 pages: {every} of {every} rows, 3 runs;" in page(record, rows(), {}, ["wcag2a"])


def test_the_page_tells_ratios_differences_problems_and_what_was_left_out(record):
    record.add(measured("naive", cpu=30.0, wall=20.0))
    record.add(measured("govlint-axe", cpu=10.0, differs=()))
    record.add(measured("govlint-axe-2", cpu=10.0, wall=5.0))
    record.add(replace(measured("pa11y-ci", differs=(("list", 1, 1), ("list", -2, 1))), lost=2, why=("Gone",)))
    record.add(measured("axe-cli", problem="no findings to read"))

    text = page(record, rows(), {"govlint, fast lane": "this govlint has no option --lane"}, ["wcag2a"])

    assert "| naive loop (axe-selenium-python) | 1 | 20.0 | 0.750 | 3.00 | 4.00 | 100 | 50 | 5 | 0 | 1 |" in text
    assert "the same findings as the naive loop's: govlint, axe pack, 1 at a time" in text
    assert "* pa11y-ci, axe runner, 1 at a time: `list` +1 place on 1 page; `list` -2 places on 1 page." in text
    assert "* pa11y-ci, axe runner, 1 at a time: Gone" in text
    assert "| @axe-core/cli | 1 | no findings to read |" in text
    assert "* govlint, fast lane: this govlint has no option --lane." in text
    assert "| naive loop (axe-selenium-python) | 1 | 750 | 750 | 0 |" in text


def test_every_row_has_a_name_of_its_own_and_a_repetition_follows_its_first():
    keys = [row.key for row in rows()]

    assert len(set(keys)) == len(keys)
    assert all(keys.index(row.after) < keys.index(row.key) for row in rows() if row.after)


def test_every_command_of_the_pages_names_what_it_writes(tmp_path):
    with Sites(tmp_path) as sites:
        place = sites.place(2, "any")
        for row in rows():
            said = row.command(place)
            assert any(place.out.name in word for word in said) or place.out.name in (place.folder / "pa11y.json").read_text("utf-8")
        assert sites.place(2, "other").urls == place.urls


def test_all_rounds_of_few_pages_come_before_the_first_of_many():
    chosen = [row for row in rows() if row.key == "naive"]

    assert [(pages, turn) for _, pages, turn in bench._order(chosen, (40, 400), 2)] == [(40, 1), (40, 2), (400, 1), (400, 2)]


def test_rounds_are_interleaved_and_the_largest_comes_once_at_the_end():
    chosen = [row for row in rows() if row.key in ("naive", "govlint-axe-2")]

    order = [(row.key, pages, turn) for row, pages, turn in bench._order(chosen, (40, 4000), 2)]

    assert order == [
        ("naive", 40, 1), ("govlint-axe-2", 40, 1), ("naive", 40, 2), ("govlint-axe-2", 40, 2), ("govlint-axe-2", 4000, 1),
    ]  # fmt: skip


def test_a_row_that_is_not_there_is_named(capsys):
    with pytest.raises(SystemExit):
        bench._arguments(["--only", "lighthouse"])

    assert "there is no row lighthouse" in capsys.readouterr().err


def test_all_peers_are_pinned_to_the_axe_core_of_govlint():
    manifest = bench_peers.manifest()

    assert manifest["overrides"] == {"axe-core": bench_peers.axe_version()}
    assert all(number[0].isdigit() for number in [*manifest["dependencies"].values(), *bench_peers.PYPI.values()])


def test_a_machine_without_npm_leaves_its_peers_out(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert bench_peers.install_npm(tmp_path / "peers") == "there is no npm on this machine"


def test_the_record_holds_no_path_and_no_name_of_the_machine():
    told = json.dumps(bench.bench_record.machine())

    assert "/" not in told.replace(" / ", "")
    assert set(json.loads(told)) == {"cores", "memory", "processor", "system"}


def test_a_record_of_an_empty_run_makes_a_page(tmp_path):
    assert "# Benchmarks" in page(Record(tmp_path / "none", FACTS), rows(), {}, [])
