"""The pytest plugin that comes with govlint: `pytest --govlint-pack FOLDER` makes a test of each case of a pack.

The folder is a pack, a rule of one, or a folder that holds packs. Naming it lets the Python in it run, as
pytest runs the tests beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .rulebook.cases import Case
    from .rulebook.examined import Fault
    from .rulebook.packs import Rulebook

OPTION = "govlint_pack"
CASES = "cases.yaml"


class Otherwise(Exception):
    """A case that came out otherwise than it says."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option --govlint-pack, which can be given more than once."""
    group = parser.getgroup("govlint", "rules of govlint")
    group.addoption(
        "--govlint-pack", action="append", default=[], metavar="FOLDER", dest=OPTION,
        help="make a test of each case of the pack in FOLDER (or of all packs below it)",
    )  # fmt: skip


def pytest_configure(config: pytest.Config) -> None:
    """Have the packs collected, wherever else pytest was told to look."""
    for folder in config.getoption(OPTION):
        path = Path(config.invocation_params.dir, folder)
        if not path.is_dir():
            raise pytest.UsageError(f"--govlint-pack: there is no folder {folder}")
        looked = [Path(config.invocation_params.dir, str(argument).split("::")[0]) for argument in config.args]
        if not any(path.resolve().is_relative_to(place.resolve()) for place in looked):
            config.args.append(str(path))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CasesFile | None:
    """The cases of a rule, where the file is one of a pack that was named."""
    if file_path.name != CASES or not parent.config.getoption(OPTION):
        return None
    named = [Path(parent.config.invocation_params.dir, folder).resolve() for folder in parent.config.getoption(OPTION)]
    if not (file_path.parent / "rule.yaml").exists() or not any(file_path.resolve().is_relative_to(n) for n in named):
        return None
    return CasesFile.from_parent(parent, path=file_path)


class CasesFile(pytest.File):
    """The cases.yaml of one rule."""

    def collect(self) -> Iterator[CaseItem]:
        """One item a case."""
        from .rulebook.cases import read_cases

        pack = self.path.resolve().parent.parent
        book = _book(self.config, pack)
        rule = next(r for r in book.rules.values() if r.folder and r.folder.resolve() == self.path.resolve().parent)
        for case in read_cases(rule, book.facts):
            yield CaseItem.from_parent(self, name=f"{rule.id}: {case.name}", case=case, book=book)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:
        """A fault of the rule or its cases as a line; anything else as pytest shows it."""
        from .rulebook.written import RuleError

        return str(excinfo.value) if isinstance(excinfo.value, RuleError) else super().repr_failure(excinfo)


class CaseItem(pytest.Item):
    """One case."""

    def __init__(self, *, case: Case, book: Rulebook, **named: Any) -> None:
        super().__init__(**named)
        self.case, self.book = case, book

    def runtest(self) -> None:
        """Judge, and compare with what the case lists."""
        from .rulebook.examined import examine_case

        if fault := examine_case(self.case, self.book.facts):
            raise Otherwise(fault)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: Any) -> Any:
        """The difference, without the way to it."""
        return str(excinfo.value) if isinstance(excinfo.value, Otherwise) else super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        """File, line (from 0) and name of the case."""
        return self.path, self.case.line - 1, self.name


_BOOKS = pytest.StashKey[dict[Path, Any]]()


def _book(config: pytest.Config, pack: Path) -> Rulebook:
    """The rulebook with this pack in it, read once."""
    from .rulebook.packs import pack_folders, read_rulebook

    books = config.stash.setdefault(_BOOKS, {})
    if pack not in books:
        known = {folder.resolve() for folder in pack_folders()}
        books[pack] = read_rulebook(*(() if pack in known else ([pack], [pack])))
    return books[pack]
