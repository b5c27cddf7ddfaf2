"""Derive what is known of GOV.UK Frontend and NHS.UK frontend from their published releases, and write it as data.

Reads one or more releases of each major version (npm, pinned by checksum, kept in a folder that git ignores) and writes
facts only: which classes each major knows, and what all official examples of a class have in common.

    python tools/derive_components.py [--check] [govuk] [nhsuk]

Needs npm; the style sheets of majors 1 to 4 are compiled with the npm package `sass`, pinned below.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from invariants import invariants_of, without_repeats  # noqa: E402
from vendor import ROOT, Package, VendorError, bring  # noqa: E402

DATA = ROOT / "src/govlint/facts/data"
VENDOR = "fixtures/vendor"
SASS = "sass@1.77.8"
MINUTES = 300

# Release: the sha512 that the npm registry publishes for it. The last of each major, and others to see what one major shares.
RELEASES = {
    "1.3.0": "NROJGh4wZgOSWhEzJOkcijIMR7GeFBOinG45wouVwK7ne6ihR4uyS/LQBkG/GGEkNkLZYuOG8cb+6fMVwP2W7Q==",
    "2.13.0": "6XDtTt5plSrPQvPgLFN4LCtb9ULuqoXCgkHy5c7XE/70/sVm47RPbLR11tYGPcmV8cOApBhW0wL8y8ryspHfpw==",
    "3.14.0": "y7FTuihCSA8Hty+e9h0uPhCoNanCAN+CLioNFlPmlbeHXpbi09VMyxTcH+XfnMPY4Cp++7096v0rLwwdapTXnA==",
    "4.0.0": "liaJildULUNSSvEgDm36SQTivqBHiZLdrm+O7bBxnW4Q1g64asi+mJIMzW8QeOqlG4Yn8s0gSklsIyaFOuCisQ==",
    "4.2.0": "IHbnz5DbnPjuCv4lQvtJGoCNAKAN6byKqmaej8hjd6Y/KTaAuw10npijeqfRJNO4WdDX9a34+n+SC/UmWdjfGQ==",
    "4.5.0": "gZHDqf5vdlHjmx0NGJiNT12XLyR3d5KCS4AnlC3xTWOObJ0kQROrkIFyp3w4/PY3EQiYdgacVaJ6lizzygnzYw==",
    "4.7.0": "0OsdCusF5qvLWwKziU8zqxiC0nq6WP0ZQuw51ymZ/1V0tO71oIKMlSLN2S9bm8RcEGSoidPt2A34gKxePrLjvg==",
    "4.9.0": "zfX+GBUKpWBeV6JwCIawEuI8VRWlskH8Ok8aNUjKOvzo3zIaNbcrv4IOwgy+oSnMoGh67Eeh+vb7+9GFxN2fNg==",
    "5.0.0": "3WSfvQ+3kw/q/m8jrq/t8XnMUA8D2r0uhGyZaDbIh1gWTJBQzJBHbHiKYI9nc9ixIXdCFsc9RozkgEm57a795g==",
    "5.3.0": "w6yaaDU3nqhVmWJFnOuJKRIUEB/2RrTFGzoA3z5n4cTG9h292EseT/q+JJA/LYTf5IYzeTIVAUbE5fFjUxefiQ==",
    "5.5.0": "lNSHCOzgk6LfgelcdtJxTLK1BX/cpjCUyEB3LnzliD9o9YQckNMsbj5+jSOs2RFy6XBJ/DJqxj2TKfjBCuzpyA==",
    "5.8.0": "6l3f/YhDUCWjpmSW3CL95Hg8B+ZLzTf2WYo25ZtCs2Lb8UIzxxxFI8LxG7Ey/z04UuPhUunqFhTwSkQyJ69XbQ==",
    "5.10.0": "9tjpB8PDwsDqutkQPJXfDalLvNOeKxzFhV7me21s/oyn7HcTg/ei/GC3Y4JvNsXauzjOkxv4eeCHntKeySkdMg==",
    "5.14.0": "MgfaXswIM6KpXS2T5gltEnzgVLgfM3UoE9+rYkhBiR0suaJ8Let31VZXQZqz9QhiPDbv28fW1nRjIyLujfZIBA==",
    "6.0.0": "n1DUbQD6coHL3UkQS0yTbd4ziIxLBzkWBODVCjXMclSY7FvOGeHcTg3c72z6u7DQECQb0tfZofhPjGxPUOIizA==",
    "6.1.0": "sqivexZFa82LiDIDVMItsUlqEXE/wEUWWBqzEoxHvUFLBH7bY0C8lVrj1qsDThSnj5JEUMS7isBAbKnfQ5Qp6g==",
    "6.3.0": "cXIQxm5PHCsbic47GXZrVBZhAeeshTLRL6ZBKilLsR6rMCjJuWb7Fruq0VUNMBJFlJk/srsRj/q8d5bM9cgKoA==",
    "6.6.0": "xctkWrQvLnvQt7fyjQ3MGX9S0wz0x0RQuLxCeoXF+s8EjGICG81/DYQGKN5qgO+0KVT12UAaRwUsGY6fulRcRg==",
}
NHS_RELEASES = {
    "7.1.0": "V3GDwwAWgBOZHKlh8kdpq8hiOh/mbD95MQrgI1qych2yRFeMXdOg1439VkOmmdKBJT5zuy9BA//33aU5NzYfjw==",
    "8.3.0": "oln8/+0ZJwQgWPrEWcI7+4SeHdAfr3dkvZ5PAKswa6+66f7dbnwYq/IU+Aaqzp25EJsQuSlwElZghJHUKIUOqg==",
    "9.6.4": "y0fi91jhgS1whD7jhNXKbpJ2Lmje/h5qBZ0aXmBbZdNo56805u7SsPJYxq7Uw6ffT86zQzQIxEwPwrjgSm5Whg==",
    "10.0.0": "WrvUfYi+FAqcDjQIvtvhx4V6+5nL/K7PvFXp/IwuAQl6F9q+RwxStsr4BBufhSVSfp9vYs7ldegLsO0UtzdJAQ==",
    "10.2.2": "l9iD+6lsB9aqAZgiY3VyvBxiqwzcoKDr65KhD0KVlgxC0wXFhY4hQP9/Fhud2N5a9TDv0aJkwTsxHIerPGKnLg==",
    "10.4.2": "DYa7E/jwWtQPKqzeF9eB9nVcTKHpjMYf+SydKao379qQapIkblfS2BNvKsVKuWpI0w+QgI8XSDNNOUTQEGRb1w==",
    "10.6.1": "PZorqQZjZx/A26yJoskCL9z0ib6AtkAyF0o4K/RHr8zRrJyXrUOCnMbjy0VNXsGO4tfTNMwqlkwATKs4a0xayw==",
}
CLASS_ATTRIBUTE = re.compile(r"\bclass=\\?[\"']([^\"'{}]*)")
# Cut off by a template tag, made up for an example, or the name of another thing in a script.
NO_CLASS = re.compile(r"-$|--custom-class$|^\w+-frontend$|^\w+-frontend-(?:version|component)$")


@dataclass(frozen=True, slots=True)
class System:
    """A design system that is published as an npm package: the prefix of its classes, the package, its releases with their sha512."""

    prefix: str
    package: str
    title: str
    releases: Mapping[str, str]


GOVUK = System("govuk", "govuk-frontend", "GOV.UK Frontend", RELEASES)
NHSUK = System("nhsuk", "nhsuk-frontend", "NHS.UK frontend", NHS_RELEASES)
SYSTEMS = (GOVUK, NHSUK)


def release(version: str, system: System = GOVUK) -> Path:
    """The unpacked release, fetched and checked where it does not lie there."""
    into = f"{VENDOR}/{system.package}-{version}"
    package = Package(system.package, version, "sha512-" + system.releases[version], into, parts_of(major_of(version), system))
    bring([package], ROOT)
    return ROOT / into


def major_of(version: str) -> int:
    """The major version."""
    return int(version.partition(".")[0])


def parts_of(major: int, system: System) -> tuple[str, ...]:
    """The files of a release that say something: its style sheets or their sources, templates, scripts, examples."""
    if system is NHSUK:
        return ("*.css", "*.js", "*.njk", *(("*fixtures.json",) if major >= 10 else ()))
    styles, scripts = ("*.css", "*.mjs") if major >= 5 else ("*.scss", "*.js")
    return (styles, scripts, "*.njk", *(("*fixtures.json",) if major >= 3 else ()))


def base_of(folder: Path) -> Path:
    """The folder of a release in which `components` lies."""
    places = ("dist/govuk", "govuk", "dist/nhsuk", "packages", ".")
    return next(folder / p for p in places if (folder / p / "components").is_dir())


def fixtures_of(folder: Path) -> dict[str, list[dict]]:
    """All official examples by component; none before 3.14."""
    found = {}
    for path in sorted((base_of(folder) / "components").glob("*/fixtures.json")):
        found[path.parent.name] = json.loads(path.read_text("utf-8"))["fixtures"]
    return found


def style_sheet(folder: Path) -> str:
    """The style sheet of all components, compiled where the release has none."""
    for pattern in ("dist/govuk/govuk-frontend.min.css", "dist/nhsuk/nhsuk-frontend.min.css", "dist/nhsuk*.css"):
        for made in sorted(folder.glob(pattern)):
            return made.read_text("utf-8")
    npx = shutil.which("npx")
    if npx is None:
        raise VendorError("The style sheets before 5.0 have to be compiled, and there is no npx on PATH. Install Node.js.")
    command = [npx, "--yes", "--package", SASS, "sass", "--quiet", "--no-source-map", str(base_of(folder) / "all.scss")]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=MINUTES)
    if run.returncode:
        raise VendorError(f"`{' '.join(command[1:])}` failed: {run.stderr.strip()[-400:]}")
    return run.stdout


def classes_of(folder: Path, prefix: str = "govuk") -> set[str]:
    """The classes that a release knows: of its style sheet, examples, templates and scripts."""
    base = base_of(folder)
    in_script = re.compile(rf"(?<![\w-])({prefix}-[a-z][\w-]*[a-z0-9])(?![\w-])")
    found = {re.sub(r"\\(.)", r"\1", name) for name in re.findall(rf"\.({prefix}-(?:[\w-]|\\[^\w\s])+)", style_sheet(folder))}
    markup = [f["html"] for fixtures in fixtures_of(folder).values() for f in fixtures]
    markup += [path.read_text("utf-8") for path in page_templates(base) + list(base.glob("components/*/template.njk"))]
    found |= {name for text in markup for value in CLASS_ATTRIBUTE.findall(text) for name in value.split()}
    scripts = [p for p in base.rglob("*.mjs") if "bundle" not in p.name] or list(base.rglob("*.js"))
    found |= {name for path in scripts for name in in_script.findall(path.read_text("utf-8"))}
    found |= {name for name in template_classes(base, prefix)}
    return {name for name in found if name.startswith(prefix + "-") and not NO_CLASS.search(name)}


def page_templates(base: Path) -> list[Path]:
    """The templates of whole pages."""
    return [path for path in (base / "template.njk", base / "page.njk") if path.exists()]


def template_classes(base: Path, prefix: str) -> Iterable[str]:
    """The classes of the page template, whose values are cut by template tags."""
    text = "".join(path.read_text("utf-8") for path in page_templates(base))
    return re.findall(rf"class=\"({prefix}-[\w-]+)", text)


def derive(system: System) -> dict[str, dict]:
    """The data files of a design system by name."""
    folders = {version: release(version, system) for version in system.releases}
    classes: dict[str, set[int]] = {}
    for version, folder in folders.items():
        for name in classes_of(folder, system.prefix):
            classes.setdefault(name, set()).add(major_of(version))
    facts: dict[tuple[str, str, str], set[int]] = {}
    for major in sorted({major_of(version) for version in system.releases}):
        examples = [fixtures_of(f) for v, f in folders.items() if major_of(v) == major]
        for fact in invariants_of([e for e in examples if e]):
            if fact[0].rpartition(".")[2] in classes:
                facts.setdefault(fact, set()).add(major)
    note = f"Derived by tools/derive_components.py from {system.title} " + ", ".join(system.releases)
    return {
        f"{system.prefix}_classes.json": {"note": note, "classes": {n: digits(m) for n, m in sorted(classes.items())}},
        f"{system.prefix}_components.json": {
            "note": note,
            "facts": [[*fact, digits(majors)] for fact, majors in sorted(without_repeats(facts).items())],
        },
    }


def digits(majors: set[int]) -> str:
    """The major versions, as the data have them."""
    return " ".join(map(str, sorted(majors)))


def written(data: dict) -> str:
    """JSON with one class or fact to the line, so that a difference can be read."""
    key = "classes" if "classes" in data else "facts"
    many = data[key]
    one = json.dumps
    lines = [f"{one(k)}: {one(v)}" for k, v in many.items()] if isinstance(many, dict) else [one(f) for f in many]
    opening, closing = ("{", "}") if isinstance(many, dict) else ("[", "]")
    body = ",\n".join("  " + line for line in lines)
    return f'{{\n "note": {one(data["note"])},\n "{key}": {opening}\n{body}\n {closing}\n}}\n'


def main(arguments: list[str]) -> int:
    """Writes the data files, or with --check says whether they are as they would be written."""
    systems = [system for system in SYSTEMS if system.prefix in arguments] or SYSTEMS
    try:
        files = {name: written(data) for system in systems for name, data in derive(system).items()}
    except VendorError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    stale = [name for name, text in files.items() if not (DATA / name).exists() or (DATA / name).read_text("utf-8") != text]
    if "--check" in arguments:
        print("as derived" if not stale else f"not as derived: {', '.join(stale)}; run this without --check")
        return 1 if stale else 0
    for name, text in files.items():
        (DATA / name).write_text(text, "utf-8")
        print(f"{name}: {text.count(chr(10)) - 4} lines{'' if name in stale else ', as it was'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
