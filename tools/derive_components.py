"""Derive what is known of GOV.UK Frontend from its published releases, and write it as data.

Reads one or more releases of each major version (npm, pinned by checksum, kept in a folder that git ignores) and writes
facts only: which classes each major knows, and what all official examples of a class have in common.

    python tools/derive_components.py [--check]

Needs npm; the style sheets of majors 1 to 4 are compiled with the npm package `sass`, pinned below.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
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
CLASS_IN_CSS = re.compile(r"\.(govuk-(?:[\w-]|\\[^\w\s])+)")
CLASS_ATTRIBUTE = re.compile(r"\bclass=\\?[\"']([^\"'{}]*)")
# Cut off by a template tag, made up for an example, or the name of another thing in a script.
NO_CLASS = re.compile(r"-$|--custom-class$|^govuk-frontend$|^govuk-frontend-(?:version|component)$")
CLASS_IN_SCRIPT = re.compile(r"(?<![\w-])(govuk-[a-z][\w-]*[a-z0-9])(?![\w-])")


def release(version: str) -> Path:
    """The unpacked release, fetched and checked where it does not lie there."""
    into = f"{VENDOR}/govuk-frontend-{version}"
    package = Package("govuk-frontend", version, "sha512-" + RELEASES[version], into, parts_of(int(version[0])))
    bring([package], ROOT)
    return ROOT / into


def parts_of(major: int) -> tuple[str, ...]:
    """The files of a release that say something: its style sheets or their sources, templates, scripts, examples."""
    styles, scripts = ("*.css", "*.mjs") if major >= 5 else ("*.scss", "*.js")
    return (styles, scripts, "*.njk", *(("*fixtures.json",) if major >= 3 else ()))


def base_of(folder: Path) -> Path:
    """The folder of a release in which `components` lies."""
    return next(p for p in (folder / "dist/govuk", folder / "govuk", folder) if (p / "components").is_dir())


def fixtures_of(folder: Path) -> dict[str, list[dict]]:
    """All official examples by component; none before 3.14."""
    found = {}
    for path in sorted((base_of(folder) / "components").glob("*/fixtures.json")):
        found[path.parent.name] = json.loads(path.read_text("utf-8"))["fixtures"]
    return found


def style_sheet(folder: Path) -> str:
    """The style sheet of all components, compiled where the release has none."""
    made = base_of(folder) / "govuk-frontend.min.css"
    if made.exists():
        return made.read_text("utf-8")
    npx = shutil.which("npx")
    if npx is None:
        raise VendorError("The style sheets before 5.0 have to be compiled, and there is no npx on PATH. Install Node.js.")
    command = [npx, "--yes", "--package", SASS, "sass", "--quiet", "--no-source-map", str(base_of(folder) / "all.scss")]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=MINUTES)
    if run.returncode:
        raise VendorError(f"`{' '.join(command[1:])}` failed: {run.stderr.strip()[-400:]}")
    return run.stdout


def classes_of(folder: Path) -> set[str]:
    """The classes that a release knows: of its style sheet, examples, templates and scripts."""
    base = base_of(folder)
    found = {re.sub(r"\\(.)", r"\1", name) for name in CLASS_IN_CSS.findall(style_sheet(folder))}
    markup = [f["html"] for fixtures in fixtures_of(folder).values() for f in fixtures]
    markup += [path.read_text("utf-8") for path in (base / "template.njk", *base.glob("components/*/template.njk"))]
    found |= {name for text in markup for value in CLASS_ATTRIBUTE.findall(text) for name in value.split()}
    scripts = [p for p in base.rglob("*.mjs") if "bundle" not in p.name] or list(base.rglob("*.js"))
    found |= {name for path in scripts for name in CLASS_IN_SCRIPT.findall(path.read_text("utf-8"))}
    found |= {name for name in template_classes(base)}
    return {name for name in found if name.startswith("govuk-") and not NO_CLASS.search(name)}


def template_classes(base: Path) -> Iterable[str]:
    """The classes of the page template, whose values are cut by template tags."""
    text = (base / "template.njk").read_text("utf-8")
    return re.findall(r"class=\"(govuk-[\w-]+)", text)


def derive() -> dict[str, dict]:
    """The data files by name."""
    folders = {version: release(version) for version in RELEASES}
    classes: dict[str, set[str]] = {}
    for version, folder in folders.items():
        for name in classes_of(folder):
            classes.setdefault(name, set()).add(version[0])
    facts: dict[tuple[str, str, str], set[str]] = {}
    for major in sorted({version[0] for version in RELEASES}):
        examples = [fixtures_of(f) for v, f in folders.items() if v[0] == major]
        for fact in invariants_of([e for e in examples if e]):
            facts.setdefault(fact, set()).add(major)
    note = "Derived by tools/derive_components.py from GOV.UK Frontend " + ", ".join(RELEASES)
    return {
        "govuk_classes.json": {"note": note, "classes": {n: " ".join(sorted(m, key=int)) for n, m in sorted(classes.items())}},
        "govuk_components.json": {
            "note": note,
            "facts": [[*fact, " ".join(sorted(majors, key=int))] for fact, majors in sorted(without_repeats(facts).items())],
        },
    }


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
    try:
        files = {name: written(data) for name, data in derive().items()}
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
