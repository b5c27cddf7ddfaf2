"""The command line: what is asked becomes a scan, the scan becomes reports and an exit code."""

from __future__ import annotations

import tempfile
import traceback
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from . import __version__, terminal
from .capture.limits import SETTABLE, Limits, limits_of
from .capture.target import BadTarget
from .capture.verapdf import find_verapdf
from .completion import complete_rule
from .config import BadConfig, read_baseline, read_config, waivers
from .demo import EDITIONS, staged
from .doc_commands import explain, print_schema, write_manual
from .doctor import examine
from .evidence.store import StoreError
from .evidence.vendored import NotShipped
from .model.duration import BadDuration, seconds
from .model.finding import Scan
from .model.verdict import SEVERITIES
from .report import reporters
from .rule_commands import rules
from .rulebook.packs import UnknownRule
from .rulebook.rule import PROFILES
from .rulebook.translation import UnknownLanguage
from .rulebook.written import RuleError
from .scan.asked import DEPTH, LANES, MAX_PAGES, RATE, SAMPLES, Asked
from .scan.policy import CLEAN, FINDINGS, INCOMPLETE, MISUSE
from .scan.run import INTERRUPTED, run, scanning
from .scan.shelf import ShelfError
from .statement_command import draft_statement

MISTAKES = (BadConfig, BadDuration, BadTarget, RuleError, UnknownRule, ShelfError, StoreError, NotShipped, UnknownLanguage)
EXPECTED = {"broken": FINDINGS, "clean": CLEAN}
MANY = ("include", "exclude", "rules", "skip", "format")


class Command(click.Group):
    """Turns every mistake of the user into one clear line and exit code 2, and a defect of govlint into exit code 3.

    Python's own exit code for a defect is 1, and would be read as findings that count.
    """

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except MISTAKES as mistake:
            click.echo(f"govlint: {mistake}", err=True)
            context.exit(MISUSE)
        except KeyboardInterrupt:
            click.echo("govlint: ended at once; a scan goes on where it stopped if the same command is given again.", err=True)
            context.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception:
            traceback.print_exc()
            text = f"this is a defect of govlint {__version__}, and says nothing of what was checked. Report it with the lines above"
            click.echo(f"govlint: {text}, please; the same command goes on where it stopped.", err=True)
            context.exit(INCOMPLETE)


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="govlint")
def main() -> None:
    """Check a government service: accessibility, open formats, GOV.UK design, metadata and hosting.

    Exit codes: 0 clean, 1 findings that count, 2 misuse, 3 something asked for could not be tested,
    130 interrupted.
    """


def limit_options(command: Any) -> Any:
    """An option for each limit that can be set."""
    for name, (field, factor, what) in reversed(SETTABLE.items()):
        usual = f"{getattr(Limits(), field) / factor:g}"
        command = click.option(f"--{name}", type=click.FloatRange(0, min_open=True), help=f"{what} (default {usual}).")(command)
    return command


@main.command()
@click.argument("targets", nargs=-1)
@click.option("--crawl/--no-crawl", default=None, help="Follow links within the same site (default: crawl).")
@click.option("--max-pages", type=click.IntRange(1), help=f"Visit at most so many pages (default {MAX_PAGES}).")
@click.option("--depth", type=click.IntRange(0), help=f"Follow links at most so deep (default {DEPTH}).")
@click.option("--include", multiple=True, metavar="GLOB", help="Crawl only addresses that fit; repeatable.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Do not visit addresses that fit; repeatable.")
@click.option("--profile", type=click.Choice(PROFILES), help="What kind of site this is (default: detected).")
@click.option("--rules", multiple=True, metavar="ID", help="Only these rules or packs, globs allowed; repeatable.", shell_complete=complete_rule)
@click.option("--skip", multiple=True, metavar="ID", help="Not these rules or packs, globs allowed; repeatable.", shell_complete=complete_rule)
@click.option("--fail-on", type=click.Choice(SEVERITIES), help="The least severity that counts (default serious).")
@click.option("--format", "formats", multiple=True, metavar="NAME[=FILE]", help="text, json, sarif, html …; repeatable.")
@click.option("--lang", metavar="LANG", help="The language of the rules' texts, as cy; English where a text has no other.")
@click.option("--workers", type=click.IntRange(1), help="Processes, one browser each (default: one a core, at most 8).")
@click.option("--browser/--no-browser", default=None, help="With --no-browser only HTTP and static rules are tested.")
@click.option("--lane", type=click.Choice(LANES), help="How axe-core gets to pages: anew in each, or kept started (default plain).")
@click.option("--sample", type=click.Choice(SAMPLES), help="Show every page in the browser, or some of each group of pages of alike structure (default all).")
@click.option("--rate", type=click.FloatRange(0, min_open=True), help=f"Requests a second to one host (default {RATE:g}).")
@click.option("--allow-private/--no-allow-private", default=None, help="Let a public site lead into this machine and its network (default: not).")
@click.option("--ask-hidden/--no-ask-hidden", default=None, help="Ask your own site for files that nobody should get, as /.git/HEAD (default: not).")
@limit_options
@click.option("--config", type=click.Path(path_type=Path), help="Configuration file (default: the nearest govlint.toml).")
@click.option("--baseline", type=click.Path(path_type=Path), help="An earlier JSON report: what stands in it does not count.")
@click.option("--store", type=click.Path(path_type=Path), help="The SQLite file for the evidence.")
@click.option("--fresh-for", metavar="DURATION", help="Take what was visited so lately, as 30m, 2h or 7d, from the store; ask if the rest changed.")
@click.option("--memory/--no-memory", default=None, help="Remember answers about pages that stay the same (default: memory).")
@click.option("--forget", is_flag=True, default=None, help="Look at everything again, and remember that instead.")
@click.option("--verapdf", metavar="PATH", help="The program veraPDF, for PDFs that claim PDF/A or PDF/UA (default: as on PATH, if it is there).")
@click.option("--quiet", "-q", is_flag=True, help="No progress, and nothing printed but reports that were asked for.")
@click.option("--verbose", "-v", is_flag=True, help="Name every place.")
@click.pass_context
def check(context: click.Context, targets: tuple[str, ...], config: Path | None, quiet: bool, verbose: bool, **options: Any) -> None:
    """Visit TARGETS and judge what is there.

    A target is an address, a sitemap.xml, a text file of addresses, or a folder of HTML files.
    """
    settings, path = read_config(config, Path.cwd())
    asked, formats = _asked(targets, settings, path, options)
    outputs = terminal.outputs(formats or (() if quiet else ("text",)), reporters())
    with ExitStack() as shown:
        seen = shown.enter_context(terminal.progress(quiet))
        with scanning(asked, seen.hear, seen.say) as scan:
            shown.close()
            _report(scan, outputs, quiet, verbose)
    context.exit(scan.exit_code)


def _asked(targets: tuple[str, ...], settings: dict[str, Any], path: Path | None, options: dict[str, Any]) -> tuple[Asked, tuple[str, ...]]:
    """The command line over the configuration over the defaults."""
    base = path.parent if path else Path.cwd()
    given = {key.replace("_", "-"): value for key, value in options.items() if value not in (None, ())}
    formats = given.pop("formats", None) or tuple(settings.get("format", ()))
    merged = {**{k: v for k, v in settings.items() if k not in ("format", "waivers")}, **given}
    chosen = targets or tuple(merged.pop("targets", ()))
    merged.pop("targets", None)
    if not chosen:
        raise BadTarget("There is nothing to check: name an address, a sitemap, a list of addresses or a folder.")
    folders = {key: tuple(base / name for name in merged.pop(key, ())) for key in ("packs", "trusted")}
    baseline = merged.pop("baseline", None)
    limits = limits_of({key: merged.pop(key) for key in SETTABLE if key in merged})
    store = merged.pop("store", None)
    if merged.get("verapdf") and find_verapdf(merged["verapdf"]) is None:
        raise BadConfig(f"verapdf: there is no program {merged['verapdf']}; name the one that starts veraPDF, or leave it out.")
    if "fresh-for" in merged:
        merged["fresh-for"] = seconds(merged["fresh-for"])
    words = {key.replace("-", "_"): tuple(value) if key in MANY else value for key, value in merged.items()}
    asked = Asked(
        targets=chosen, limits=limits, waivers=waivers(settings, path), store=Path(store) if store else None,
        baseline=read_baseline(Path(baseline)) if baseline else frozenset(), **folders, **words,
    )  # fmt: skip
    return asked, formats


def _report(scan: Scan, outputs: list[terminal.Output], quiet: bool, verbose: bool) -> None:
    for output in outputs:
        terminal.write(output, scan, verbose)
    if not quiet and all(output.file for output in outputs):
        click.echo(scan.verdict, err=True)


main.add_command(rules)
main.add_command(explain)
main.add_command(print_schema)
main.add_command(draft_statement)
rules.add_command(write_manual)


@main.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say what is found of browser, driver and axe-core, and the command that mends what is missing."""
    text, healthy = examine()
    click.echo(text)
    context.exit(0 if healthy else 1)


@main.command("demo")
@click.option("--edition", type=click.Choice(EDITIONS), default=EDITIONS[0], help="Which edition of the service.")
@click.option("--format", "formats", multiple=True, default=("text",), metavar="NAME[=FILE]", help="As for check; repeatable.")
@click.pass_context
def check_example(context: click.Context, edition: str, formats: tuple[str, ...]) -> None:
    """Check the example service that comes with govlint.

    Its broken edition has a defect of each kind, its clean edition none. Exit codes: 0 it was so, 3 it was not.
    """
    outputs = terminal.outputs(formats, reporters())
    with tempfile.TemporaryDirectory(prefix="govlint-") as folder, terminal.progress(False) as seen:
        into = Path(folder)
        scan = run(Asked(targets=(str(staged(edition, into)),), store=into / "evidence.sqlite"), seen.hear)
    _report(scan, outputs, False, False)
    for output in outputs:
        if output.file:
            click.echo(f"The {output.name} report is in {output.file}.", err=True)
    context.exit(CLEAN if scan.exit_code == EXPECTED[edition] else INCOMPLETE)
