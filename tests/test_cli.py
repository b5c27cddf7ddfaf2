"""The command line through real runs on loopback: what is asked, what is printed, which exit code."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from govlint import cli
from govlint.cli import main
from govlint.evidence.gathering import PAGE
from govlint.facts import builtin_facts
from govlint.rulebook.packs import read_rulebook
from tests.capture.conftest import dead_port  # noqa: F401
from tests.loopback import Loopback, html, silence

COMMAND = Path(sys.executable).parent / "govlint"
# Select graphic rendition with one of the 8, 16, 256 or all colours (ECMA-48, 8.3.117).
COLOUR = re.compile(r"\x1b\[(\d+;)*(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;\d+)*m")
PAGE_OF = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{0}</title></head><body><main><h1>{0}</h1>{1}</main></body></html>'
UNTITLED = PAGE_OF.replace("<title>{0}</title>", "").format("Apply", "")
TITLES = ("--no-browser", "--workers", "1", "--rules", "metadata/title-present")
RULE = """title: A page has a heading
severity: minor
standards: [wcag22/2.4.6]
why: People look for it.
fix: Add one.
select: body
expect:
  heading:
    find: h1
    count: 1
    else: The page has {count} headings; give it one.
"""


def page(title, body=""):
    return html(PAGE_OF.format(title, body))


def hang_up(handler):
    """An answer that is a closed connection."""
    handler.close_connection = True


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder that the command runs in, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def folder(here):
    """A folder with one sound page and one without a title."""
    site = here / "site"
    site.mkdir()
    (site / "index.html").write_text(PAGE_OF.format("Apply for a permit", ""))
    (site / "untitled.html").write_text(UNTITLED)
    return site


def govlint(*arguments):
    """Exit code, standard output and standard error of a run in this process."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def scan(*arguments):
    """Exit code of a check, and its JSON report, which is as the published schema says."""
    result = govlint("check", *arguments, "--format", "json=scan.json", "--quiet")
    assert result.output == "", result.output
    report = json.loads(Path("scan.json").read_bytes())
    published_schema().validate(report)
    return result.exit_code, report


@cache
def published_schema():
    """What `govlint schema` prints."""
    schema = json.loads(govlint("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def on_terminal(command, environment):
    """What a command prints on a terminal of 100 columns."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    colourful = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    running = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=colourful | {"TERM": "xterm-256color"} | environment)
    os.close(theirs)
    pieces = []
    with contextlib.suppress(OSError):  # the terminal is gone when the last process has left it
        while piece := os.read(ours, 65536):
            pieces.append(piece)
    os.close(ours)
    assert running.wait(60) == 1
    return b"".join(pieces).decode()


def rules_found(report):
    return {finding["rule"] for finding in report["findings"]}


def visited(report, outcome="judged"):
    return {visit["url"] for visit in report["visits"] if visit["outcome"] == outcome and visit["role"] == PAGE}


def test_a_clean_folder_gives_exit_code_0_and_says_so(folder):
    (folder / "untitled.html").unlink()
    result = govlint("check", folder, *TITLES)

    assert result.exit_code == 0
    assert "Clean: no finding counts." in result.stdout
    assert result.stderr == ""


def test_findings_that_count_give_exit_code_1(folder):
    code, report = scan(folder, *TITLES)

    assert (code, report["exit_code"]) == (1, 1)
    assert [(f["rule"], f["outcome"], f["settled"]) for f in report["findings"]] == [
        ("metadata/title-present", "failed", "counts")
    ]
    assert report["verdict"] == "Not compliant: 1 finding counts."


def test_what_is_less_severe_than_fail_on_does_not_count(folder):
    code, report = scan(folder, *TITLES, "--fail-on", "critical")

    assert code == 0
    assert [f["settled"] for f in report["findings"]] == ["noted"]


def test_what_stands_in_the_baseline_does_not_count_and_what_is_new_does(folder):
    scan(folder, *TITLES)
    Path("scan.json").rename("baseline.json")
    code, report = scan(folder, *TITLES, "--baseline", "baseline.json")
    assert (code, [f["settled"] for f in report["findings"]]) == (0, ["baseline"])

    (folder / "new.html").write_text(UNTITLED)
    code, report = scan(folder, *TITLES, "--baseline", "baseline.json")
    assert (code, sorted(f["settled"] for f in report["findings"])) == (1, ["baseline", "counts"])


def test_the_configuration_waives_chooses_and_names_the_target(folder, here):
    (here / "govlint.toml").write_text(
        'targets = ["site"]\nrules = ["metadata/title-present"]\nbrowser = false\nworkers = 1\nprofile = "uk-public-sector"\n'
        '[[waivers]]\nrule = "metadata/*"\naddress = "*/untitled.html"\nreason = "A draft"\nwho = "Robin"\n'
    )
    code, report = scan()

    assert (code, report["profile"], report["profile_reason"]) == (0, "uk-public-sector", "it was asked for")
    assert [(f["settled"], f["reason"]) for f in report["findings"]] == [("waived", "A draft (Robin)")]
    assert [rule["id"] for rule in report["rules"]] == ["metadata/title-present"]


def test_a_waiver_that_has_run_out_waives_nothing(folder, here):
    (here / "govlint.toml").write_text(
        '[[waivers]]\nrule = "metadata/*"\nreason = "A draft"\nuntil = 2020-01-31\n'
    )
    assert scan(folder, *TITLES)[0] == 1


def test_a_public_site_may_lead_inside_where_the_option_or_the_configuration_says_so(folder, here):
    told = []
    for config, arguments in (("", ()), ("", ("--allow-private",)), ("allow-private = true", ()), ("allow-private = true", ("--no-allow-private",))):
        (here / "govlint.toml").write_text(config)
        result = govlint("check", "site", *TITLES, "--format", "json", *arguments)
        told.append(json.loads(result.stdout)["options"]["allowPrivate"])

    assert told == [False, True, True, False]


def test_a_pack_of_the_configuration_judges_too(folder, here):
    (here / "house" / "one-heading").mkdir(parents=True)
    (here / "house" / "one-heading" / "rule.yaml").write_text(RULE)
    (here / "govlint.toml").write_text('packs = ["house"]\n')
    (folder / "untitled.html").write_text(PAGE_OF.format("Two headings", "<h1>Two</h1>"))

    code, report = scan(folder, "--no-browser", "--workers", "1", "--rules", "house")
    assert code == 0
    assert [(f["rule"], f["text"]) for f in report["findings"]] == [
        ("house/one-heading", "The page has 2 headings; give it one.")
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "There is nothing to check: name an address, a sitemap, a list of addresses or a folder."),
        (("http://",), "http:// names no host."),
        (("ftp://example.gov.uk/",), "ftp"),
        (("sitt",), "There is no file or folder sitt. Did you mean site?"),
        (("empty.txt",), "empty.txt is empty."),
        (("site", "--rules", "metadata/title-presnt"), "there is no rule or pack “metadata/title-presnt”; did you mean metadata/title-present?"),
        (("site", "--skip", "keyborad"), "did you mean keyboard?"),
        (("site", "--format", "sarfi"), "unknown report format “sarfi”; did you mean sarif?"),
        (("site", "--format", "json=nowhere/a.json"), "there is no folder nowhere"),
        (("site", "--format", "json", "--format", "text"), "only one report can go to the standard output"),
        (("site", "--config", "other.toml"), "other.toml: there is no such configuration file."),
        (("site", "--baseline", "none.json"), "none.json: the baseline cannot be read (No such file or directory)."),
        (("site", "--baseline", "site/index.html"), "this is no JSON report of govlint"),
        (("site", "--profile", "govuk"), "'govuk' is not one of 'govuk-service'"),
        (("site", "--max-page", "3"), "--max-pages"),
        (("site", "--workers", "0"), "0 is not in the range"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_misuse_gives_exit_code_2_and_says_what_to_do(folder, arguments, told):
    Path("empty.txt").touch()
    result = govlint("check", *arguments)

    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("max-page = 3\n", "govlint.toml: unknown key “max-page”; did you mean “max-pages”?"),
        ('fail-on = "seriuos"\n', "“fail-on” cannot be 'seriuos'; did you mean “serious”?"),
        ('crawl = "yes"\n', "“crawl” must be true or false, not 'yes'."),
        ("targets = \n", "govlint.toml: this is not TOML"),
        ('[[waivers]]\nrule = "a/b"\n', "a waiver needs a rule and a reason"),
        ('[[waivers]]\nrule = "a/b"\nreson = "a"\n', "unknown key “reson” of a waiver; did you mean “reason”?"),
        ('packs = ["hous"]\n', "hous:1:1: this pack is not a folder"),
        ("load-seconds = 0\n", "“load-seconds” must be more than 0, not 0."),
        ("load-second = 9\n", "unknown key “load-second”; did you mean “load-seconds”?"),
    ],
)
def test_a_bad_configuration_gives_exit_code_2_and_names_the_nearest(folder, here, config, told):
    (here / "govlint.toml").write_text(config)
    result = govlint("check", folder, *TITLES)

    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("severity: minor", "severity: mnior"), "rule.yaml:2:11: unknown severity “mnior”; did you mean minor?"),
        (("find: h1", "find: 'h1['"), "rule.yaml:9:11: "),
        (("title: A page has a heading\n", ""), "rule.yaml:1:1: “title” is missing"),
    ],
)
def test_a_broken_rule_gives_exit_code_2_with_its_file_line_and_nearest_name(folder, here, change, told):
    (here / "house" / "one-heading").mkdir(parents=True)
    (here / "house" / "one-heading" / "rule.yaml").write_text(RULE.replace(*change))
    (here / "govlint.toml").write_text('packs = ["house"]\n')

    for command in (("check", folder), ("rules", "list")):
        result = govlint(*command)
        assert result.exit_code == 2
        assert f"house/one-heading/{told}" in result.stderr


def test_a_defect_of_govlint_is_no_finding_and_says_what_it_is(folder, monkeypatch):
    def broken(*arguments):
        raise ZeroDivisionError("half of nothing")

    monkeypatch.setattr(cli, "scanning", broken)
    result = CliRunner().invoke(main, ["check", str(folder)])

    assert result.exit_code == 3
    assert "ZeroDivisionError: half of nothing" in result.stderr
    assert "a defect of govlint" in result.stderr


def test_what_cannot_be_reached_is_told_with_exit_code_3_and_the_rest_goes_on(certificate, dead_port):  # noqa: F811
    hung = {"/robots.txt": (404, {}, ""), "/": silence, "/gone": hang_up, "/missing": html("gone", 404)}
    sound = {"/": page("Apply", '<a href="/next">Next</a>'), "/next": page("Next")}
    with Loopback(hung) as bad, Loopback({}, certificate("IP:127.0.0.1")) as self_signed, Loopback(sound) as good:
        addresses = [f"{bad.url}/", f"{bad.url}/gone", f"{bad.url}/missing", f"{self_signed.url}/",
                     f"http://127.0.0.1:{dead_port}/", f"{good.url}/"]  # fmt: skip
        Path("list.txt").write_text("# what we run\n" + "\n".join(addresses))
        code, report = scan("list.txt", *TITLES[:1], *TITLES[3:], "--workers", "2")

    assert code == 3
    told = {f["url"]: (f["rule"], f["outcome"], f["settled"], f["text"]) for f in report["findings"]}
    kinds = ["time-out", "dead-host", "http-error", "tls-error", "dead-host"]
    assert [told[address][:3] for address in addresses[:-1]] == [(f"engine/{kind}", "untested", "counts") for kind in kinds]
    assert "self-signed certificate" in told[addresses[3]][3]
    assert visited(report) == {f"{good.url}/", f"{good.url}/next"}
    assert report["verdict"] == "Incomplete: at 5 addresses something that was asked for could not be tested."


def test_a_broken_link_that_nobody_asked_for_is_told_and_not_counted_by_the_engine():
    with Loopback({"/": page("Apply", '<a href="/gone">Gone</a>')}) as site:
        code, report = scan(f"{site.url}/", *TITLES)

    assert code == 0
    assert [(f["rule"], f["settled"]) for f in report["findings"]] == [("engine/http-error", "noted")]


def test_robots_txt_is_obeyed_and_said():
    robots = {"/robots.txt": (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /private\n")}
    with Loopback(robots | {"/": page("Apply", '<a href="/private/a">A</a>'), "/private/a": page("A")}) as site:
        code, report = scan(f"{site.url}/", *TITLES)
        assert code == 0
        assert [(f["rule"], f["url"], f["settled"]) for f in report["findings"]] == [
            ("engine/robots-disallowed", f"{site.url}/private/a", "noted")
        ]
        code, report = scan(f"{site.url}/private/a", *TITLES, "--no-crawl")
        assert (code, rules_found(report)) == (3, {"engine/robots-disallowed", "engine/nothing-judged"})
        assert ("GET", "/private/a") not in site.asked


def test_the_limits_are_those_of_the_options_over_the_configuration(here):
    (here / "govlint.toml").write_text("page-megabytes = 0.01\nfetch-seconds = 0.2\n")
    large = page("Large", "<p>" + "word " * 10_000)
    with Loopback({"/": large, "/slow": silence}) as site:
        code, report = scan(f"{site.url}/", f"{site.url}/slow", *TITLES)
        told = {f["url"].removeprefix(site.url): f["text"] for f in report["findings"]}
        assert code == 3
        assert "cut at 10,000 bytes, the limit of a body" in told["/"]
        assert "gave no answer within 0.2 seconds" in told["/slow"]

        code, report = scan(f"{site.url}/", *TITLES, "--page-megabytes", "1")
        assert (code, report["findings"]) == (0, [])
        assert report["options"]["limits"]["page-megabytes"] == 1


@pytest.fixture
def tree():
    """A site of a front page, three pages that it links to, and one that only /b links to."""
    links = "".join(f'<a href="/{name}">{name}</a>' for name in "abc")
    answers = {"/": page("Front", links), "/a": page("A"), "/b": page("B", '<a href="/b/deep">Deep</a>'), "/c": page("C"), "/b/deep": page("Deep")}
    with Loopback(answers) as site:
        yield site


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        (("--no-crawl",), ["/"]),
        (("--depth", "1"), ["/", "/a", "/b", "/c"]),
        (("--include", "/", "--include", "/b*"), ["/", "/b", "/b/deep"]),
        (("--exclude", "*/b", "--exclude", "*/c"), ["/", "/a"]),
        (("--max-pages", "2"), ["/", "/a"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_the_crawl_goes_where_the_options_let_it(tree, options, paths):
    _, report = scan(f"{tree.url}/", *TITLES, *options)

    assert sorted(visited(report)) == [f"{tree.url}{path}" for path in paths]
    assert {path for _, path in tree.asked} == {"/robots.txt", *paths}
    assert ("engine/crawl-incomplete" in rules_found(report)) == ("--max-pages" in options or "--depth" in options)


def test_a_sitemap_and_a_list_are_targets(tree):
    locations = "".join(f"<url><loc>{tree.url}{path}</loc></url>" for path in ("/a", "/b/deep"))
    tree.answers["/sitemap.xml"] = (200, {"Content-Type": "application/xml"}, f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{locations}</urlset>')
    _, report = scan(f"{tree.url}/sitemap.xml", *TITLES, "--no-crawl")
    assert visited(report) == {f"{tree.url}/a", f"{tree.url}/b/deep"}

    Path("list.txt").write_text(f"{tree.url}/c # the third\n\n{tree.url}/a\n")
    _, report = scan("list.txt", *TITLES, "--no-crawl")
    assert visited(report) == {f"{tree.url}/a", f"{tree.url}/c"}


def test_without_a_browser_its_rules_are_untested_and_never_pass(folder):
    code, report = scan(folder, "--no-browser", "--workers", "1")
    facts, rules = builtin_facts(), read_rulebook().rules
    by_browser = {fact.name for fact in facts.values() if fact.by == "browser"}
    asking = {name for name, rule in rules.items() if by_browser & set(rule.needs)}

    said = [visit["outcomes"] for visit in report["visits"] if visit["outcome"] == "judged" and visit["role"] == PAGE]
    assert len(said) == 2 and len(asking) > 50
    for outcomes in said:
        assert {outcomes.get(name) for name in asking if name.startswith("axe/")} == {"untested"}
        assert not {name for name in asking if outcomes.get(name) == "passed"}
    gaps = [f for f in report["findings"] if f["rule"] == "engine/not-gathered"]
    assert {(f["outcome"], f["settled"]) for f in gaps} == {("untested", "noted")}
    assert all("--no-browser was given" in f["text"] for f in gaps)
    assert (code, report["options"]["browser"]) == (1, False)
    assert "browser" not in report["tools"]


def test_a_profile_leaves_out_the_rules_of_others(folder):
    chosen = ("--no-browser", "--workers", "1", "--rules", "metadata/page-description", "--rules", "metadata/title-present")
    _, content = scan(folder, *chosen, "--profile", "govuk-content")
    _, service = scan(folder, *chosen, "--profile", "govuk-service")

    assert {rule["id"] for rule in content["rules"]} == {"metadata/page-description", "metadata/title-present"}
    assert {rule["id"] for rule in service["rules"]} == {"metadata/title-present"}


def test_the_installed_command_is_quiet_where_there_is_no_terminal(folder):
    ran = subprocess.run([COMMAND, "check", folder, *TITLES], capture_output=True, text=True, timeout=120)

    assert (ran.returncode, ran.stderr) == (1, "")
    assert "metadata/title-present" in ran.stdout
    assert "\x1b" not in ran.stdout and "\r" not in ran.stdout


@pytest.mark.parametrize("no_colour", [False, True])
def test_on_a_terminal_there_is_colour_unless_no_color_is_set(folder, no_colour):
    printed = on_terminal([str(COMMAND), "check", str(folder), *TITLES], {"NO_COLOR": "1"} if no_colour else {})

    assert "metadata/title-present" in printed
    assert (COLOUR.search(printed) is None) == no_colour


def test_quiet_prints_only_the_reports_that_were_asked_for(folder):
    result = govlint("check", folder, *TITLES, "--quiet", "--format", "csv")
    assert result.stdout.count("metadata/title-present") == 1
    assert result.stderr == ""


def test_several_reports_are_written_in_one_run(folder):
    formats = [f"--format={name}={name}.out" for name in ("html", "sarif", "junit", "markdown", "earl", "csv")]
    result = govlint("check", folder, *TITLES, *formats)

    assert result.stderr == "Not compliant: 1 finding counts.\n"
    assert result.stdout == ""
    for name in ("html", "sarif", "junit", "markdown", "earl", "csv"):
        assert b"title-present" in Path(f"{name}.out").read_bytes(), name


def test_rules_are_listed_and_shown():
    listed = govlint("rules", "list", "metadata/title-*")
    assert listed.exit_code == 0
    assert "metadata/title-present  serious   Every page has a title" in listed.stdout

    shown = govlint("rules", "show", "metadata/title-present")
    assert "How to mend it" in shown.stdout and "2.4.2" in shown.stdout
    assert govlint("rules", "show", "metadata/titel-present").exit_code == 2


def test_the_doctor_says_what_is_found():
    result = govlint("doctor")

    assert result.exit_code == 0
    assert "axe-core" in result.stdout and "4.14" in result.stdout
    assert govlint("--version").stdout.startswith("govlint, version ")


def test_a_length_of_time_that_is_none_is_a_mistake_of_the_user():
    result = CliRunner().invoke(main, ["check", "http://127.0.0.1:1/", "--fresh-for", "soon"])

    assert (result.exit_code, "30m, 2h or 7d" in result.output) == (2, True)
