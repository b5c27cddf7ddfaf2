"""The build: pins, checksums, sources of the vendored files, and what a wheel contains."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from govlint.evidence import vendored as shipping
from govlint.evidence.vendored import SHIPPED, NotShipped, axe_metadata, axe_script, shipped, vendored, vendored_version
from tools.vendor import (
    RECORD,
    ROOT,
    Package,
    VendorError,
    bring,
    is_in_place,
    needs_node_wheel,
    pinned,
)

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SETTINGS = PROJECT["tool"]["hatch"]["build"]["hooks"]["custom"]["packages"]
PINNED = pinned(SETTINGS)
BUILT = [package for package in PINNED if package.needed_by == "build"]


def tarball(path: Path, files: dict[str, str]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return path


def package_of(path: Path, **changes: object) -> Package:
    """A pin that fits the tarball."""
    integrity = "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    plain = Package("some-package", "1.0.0", integrity, "vendor/some", ("*.css",), "dist", ("LICENSE",))
    return replace(plain, **changes)


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    files = {"package/dist/a.css": "a{}", "package/dist/b.js": "b()", "package/LICENSE": "MIT", "package/x.css": "x{}"}
    return tarball(tmp_path / "some-package-1.0.0.tgz", files)


def test_a_local_tarball_is_unpacked_as_the_pin_says(source, tmp_path):
    package = package_of(source)
    assert bring([package], tmp_path, {"GOVLINT_SOME_PACKAGE_TARBALL": str(source)})
    names = sorted(path.name for path in (tmp_path / "vendor/some").iterdir())
    assert names == ["LICENSE", "a.css", RECORD]
    assert is_in_place(package, tmp_path)


def test_files_that_lie_there_unchanged_are_not_fetched_again(source, tmp_path):
    package = package_of(source)
    bring([package], tmp_path, {"GOVLINT_SOME_PACKAGE_TARBALL": str(source)})
    assert not bring([package], tmp_path, {"PATH": ""})


def test_a_changed_file_or_a_changed_pin_is_noticed(source, tmp_path):
    package = package_of(source)
    bring([package], tmp_path, {"GOVLINT_SOME_PACKAGE_TARBALL": str(source)})
    assert not is_in_place(replace(package, version="1.0.1"), tmp_path)
    assert not is_in_place(replace(package, files=("*.css", "*.js")), tmp_path)
    (tmp_path / "vendor/some/a.css").write_text("a{color:red}")
    assert not is_in_place(package, tmp_path)


def test_a_wrong_checksum_is_refused_and_nothing_is_written(source, tmp_path):
    package = package_of(source, integrity=BUILT[0].integrity)
    with pytest.raises(VendorError, match="wrong checksum") as caught:
        bring([package], tmp_path, {"GOVLINT_SOME_PACKAGE_TARBALL": str(source)})
    assert BUILT[0].integrity in str(caught.value) and str(source) in str(caught.value)
    assert not (tmp_path / "vendor").exists()


def test_a_wrong_checksum_leaves_the_old_files_in_place(source, tmp_path):
    package = package_of(source)
    variables = {"GOVLINT_SOME_PACKAGE_TARBALL": str(source)}
    bring([package], tmp_path, variables)
    with pytest.raises(VendorError):
        bring([replace(package, integrity="sha512-AAAA")], tmp_path, variables)
    assert is_in_place(package, tmp_path)


def test_a_path_that_leads_out_of_the_folder_is_not_written(tmp_path):
    files = {"package/dist/a.css": "a{}", "package/LICENSE": "MIT", "package/dist/../../../../out.css": "out"}
    source = tarball(tmp_path / "bad.tgz", files)
    bring([package_of(source)], tmp_path / "root", {"GOVLINT_SOME_PACKAGE_TARBALL": str(source)})
    assert not list(tmp_path.rglob("out.css"))


def test_a_pattern_that_matches_nothing_is_an_error_that_names_it(source, tmp_path):
    with pytest.raises(VendorError, match=r"matches \*\.woff2"):
        bring([package_of(source, files=("*.css", "*.woff2"))], tmp_path, {"GOVLINT_SOME_PACKAGE_TARBALL": str(source)})


def test_a_variable_that_names_no_file_is_an_error(source, tmp_path):
    with pytest.raises(VendorError, match="GOVLINT_SOME_PACKAGE_TARBALL names .*nothing.tgz"):
        bring([package_of(source)], tmp_path, {"GOVLINT_SOME_PACKAGE_TARBALL": str(tmp_path / "nothing.tgz")})


def test_the_variable_of_a_scoped_package_can_be_set_in_a_shell(source):
    assert package_of(source, name="@some/package-1.x").variable == "GOVLINT_SOME_PACKAGE_1_X_TARBALL"


def test_npm_is_asked_for_the_pinned_version_without_its_scripts(source, tmp_path):
    program(tmp_path / "bin", "npm", f'echo "$@" > {tmp_path}/asked; cp {source} .')
    bring([package_of(source)], tmp_path, {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.defpath}"})
    assert (tmp_path / "asked").read_text().startswith("pack some-package@1.0.0 --ignore-scripts")
    assert (tmp_path / "vendor/some/a.css").read_text() == "a{}"


def test_one_tarball_serves_what_the_build_and_what_the_tests_need(source, tmp_path):
    built = package_of(source)
    tested = replace(built, into="fixtures/some", files=("*.js",), root_files=(), needed_by="tests")
    program(tmp_path / "bin", "npm", f"echo called >> {tmp_path}/asked; cp {source} .")
    environment = {"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.defpath}"}
    assert bring([built, tested], tmp_path, environment) == [built, tested]
    assert (tmp_path / "fixtures/some/b.js").read_text() == "b()"
    assert bring([built, tested], tmp_path, environment, "tests") == []
    assert (tmp_path / "asked").read_text() == "called\n"


def test_a_build_does_not_fetch_what_only_the_tests_lack(source, tmp_path):
    tested = package_of(source, needed_by="tests")
    assert bring([tested], tmp_path, {"PATH": ""}) == []
    assert not needs_node_wheel([tested], tmp_path, {"PATH": ""})


def test_a_machine_without_npm_is_told_both_ways_out(source, tmp_path):
    with pytest.raises(VendorError, match="no npm on PATH.*\n?.*GOVLINT_SOME_PACKAGE_TARBALL"):
        bring([package_of(source)], tmp_path, {"PATH": str(tmp_path)})


def test_what_npm_said_is_told_when_it_brings_nothing(source, tmp_path):
    program(tmp_path / "bin", "npm", "echo 'npm error code ENOTFOUND' >&2; exit 1")
    with pytest.raises(VendorError, match="ENOTFOUND"):
        bring([package_of(source)], tmp_path, {"PATH": str(tmp_path / "bin")})


def test_node_comes_from_the_package_index_only_where_it_is_missing_and_needed(source, tmp_path):
    package = package_of(source)
    axe = replace(package, name="axe-core")
    program(tmp_path / "both", "npm", "")
    program(tmp_path / "both", "node", "")
    neither, both = str(tmp_path / "empty"), str(tmp_path / "both")
    assert needs_node_wheel([package], tmp_path, {"PATH": neither})
    assert not needs_node_wheel([package], tmp_path, {"PATH": both})
    assert not needs_node_wheel([package], tmp_path, {"PATH": neither, package.variable: str(source)})
    assert needs_node_wheel([axe], tmp_path, {"PATH": neither, axe.variable: str(source)})
    bring([package], tmp_path, {package.variable: str(source)})
    assert not needs_node_wheel([package], tmp_path, {"PATH": neither})


def test_the_files_in_this_tree_are_the_pinned_ones():
    assert [package.name for package in BUILT] == ["axe-core", "govuk-frontend"]
    assert all(is_in_place(package, ROOT) for package in BUILT)


def test_the_tests_and_the_demo_use_the_same_govuk_frontend():
    (for_tests,) = (p for p in PINNED if p.needed_by == "tests" and p.name == "govuk-frontend")
    assert (for_tests.version, for_tests.integrity) == (BUILT[1].version, BUILT[1].integrity)


def test_every_rule_of_the_vendored_axe_core_has_its_metadata():
    script, rules = axe_script().read_text("utf-8"), axe_metadata()
    assert vendored_version("axe-core") in script[:100]
    assert len(rules) > 90 and rules == sorted(rules, key=lambda rule: rule["id"])
    for rule in rules:
        assert rule["description"] and rule["help"] and rule["tags"] and f'"{rule["id"]}"' in script
        assert rule["helpUrl"].startswith("https://") and rule["enabled"] in (True, False)
        assert rule["impact"] in ("minor", "moderate", "serious", "critical"), rule["id"]
    by_id = {rule["id"]: rule for rule in rules}
    assert by_id["document-title"]["actIds"] == ["2779a5"]
    assert not by_id["target-size"]["enabled"] and "wcag258" in by_id["target-size"]["tags"]


def test_the_licences_of_what_is_vendored_are_there():
    assert "Mozilla Public License" in vendored("axe-core", "LICENSE").read_text("utf-8")
    assert vendored("axe-core", "LICENSE-3RD-PARTY.txt").stat().st_size
    assert "MIT" in vendored("govuk-frontend", "package.json").read_text("utf-8")
    assert "Copyright (C) 2017 Crown Copyright" in (ROOT / "THIRD-PARTY-NOTICES.md").read_text("utf-8")


def test_a_checkout_uses_its_own_rules_and_sites():
    assert shipped("rules") == ROOT / "rules"
    assert shipped("sites") == ROOT / "fixtures" / "sites"


def test_an_installed_package_uses_the_rules_that_came_with_it(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "govlint"
    (package / "rules").mkdir(parents=True)
    monkeypatch.setattr(shipping, "PACKAGE", package)
    monkeypatch.setattr(shipping, "CHECKOUT", tmp_path)
    (tmp_path / "rules").mkdir()  # somebody else's folder
    assert shipped("rules") == package / "rules"
    with pytest.raises(NotShipped, match="--force-reinstall govlint"):
        shipped("sites")


def test_a_missing_vendored_file_is_told_with_the_command_that_brings_it():
    with pytest.raises(NotShipped, match="nothing.js is missing. Run `python tools/vendor.py build`"):
        vendored("axe-core", "nothing.js")


def test_asking_for_a_folder_that_is_not_shipped_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="ships no folder 'rule', only rules, sites"):
        shipped("rule")


def test_every_dependency_has_its_reason_written_down():
    names = [re.match(r"[\w-]+", line)[0] for line in PROJECT["project"]["dependencies"]]
    pages = [page.name + page.read_text("utf-8").lower() for page in (ROOT / "docs" / "decisions").glob("0*.md")]
    assert not [name for name in names if not any(name.lower() in page for page in pages)]


def test_every_folder_that_is_shipped_goes_into_the_wheel():
    forced = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    shipped_as = {target.removeprefix("govlint/"): source for source, target in forced.items()}
    editions = {f"sites/{name}": f"{SHIPPED['sites']}/{name}" for name in ("permit-clean", "permit-broken")}

    assert shipped_as == {name: source for name, source in SHIPPED.items() if name != "sites"} | editions
    assert not any("hostile" in source for source in forced)


@pytest.mark.slow
def test_the_wheel_made_from_the_source_archive_without_node_has_all_that_is_shipped(tmp_path):
    tree = tmp_path / "tree"
    ignored = shutil.ignore_patterns(".git", ".venv", "dist", "build", ".pytest_cache", ".hypothesis", "__pycache__")
    shutil.copytree(ROOT, tree, ignore=ignored)
    # The source archive is made with the files in place; the wheel from it must need no npm, node or network.
    bare = os.environ | {"PATH": str(tmp_path), "PIP_NO_INDEX": "1"}
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", tree], env=bare, check=True, capture_output=True)
    (wheel,) = (tree / "dist").glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"govlint/vendor/axe-core/{name}" for name in ("axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt")} <= names
    assert "govlint/vendor/axe-core/axe-rules.json" in names
    assert "govlint/vendor/govuk-frontend/govuk-frontend.min.css" in names
    assert not [name for name in names if "font" in name.lower() and name.endswith((".woff", ".woff2"))]
    sheets = {f"govlint/{path.relative_to(ROOT)}" for path in (ROOT / "rules").rglob("*.yaml")}
    assert sheets and sheets <= names
    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert [name for name in names if name.endswith("licenses/THIRD-PARTY-NOTICES.md")]
    assert not [name for name in names if name.startswith(("tests/", "tools/"))]

    place = tmp_path / "installed"
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", place, wheel]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    ask = (
        f"import sys; sys.path.insert(0, {str(place)!r})\n"
        "from govlint.evidence.vendored import *\n"
        "import json\n"
        "paths = shipped('rules'), shipped('sites'), axe_script()\n"
        "print(json.dumps([*map(str, paths), len(axe_metadata())]))"
    )
    told = subprocess.run([sys.executable, "-I", "-c", ask], check=True, capture_output=True, text=True)
    rules, sites, script, count = json.loads(told.stdout)
    assert all(path.startswith(str(place)) for path in (rules, sites, script))
    assert count == len(axe_metadata())
