"""Derive the types and properties of schema.org from the package schema-dts, which is made of its vocabulary.

    npm pack schema-dts@2.0.0 --ignore-scripts && tar xzf schema-dts-2.0.0.tgz
    python tools/derive_schema_org.py package src/govlint/facts/data/schema_org.json

schema.org itself publishes its vocabulary on its own site only, in no registry with checksums.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

BASE = re.compile(r"^interface (\w+)Base extends ([^{]+?) \{(.*?)^\}", re.MULTILINE | re.DOTALL)
LEAF = re.compile(r'^export interface \w+Leaf extends ([^{]+?) \{\s*"@type": "([^"]+)";', re.MULTILINE)
ALSO = re.compile(r'^(?:export )?interface \w+ extends ([^{]+?) \{[^}]*?"@type": "([^"]+)"', re.MULTILINE)
PROPERTY = re.compile(r'^    "(\w+)"\?:', re.MULTILINE)


def derive(package: Path) -> dict[str, object]:
    """Each type's parents (`is`) and own properties (`has`)."""
    text = (package / "dist/schema.d.ts").read_text("utf-8")
    types: dict[str, dict[str, list[str]]] = {}
    for name, parents, body in BASE.findall(text):
        types[name.lstrip("_")] = {"is": _names(parents), "has": sorted(PROPERTY.findall(body))}
    for pattern in (LEAF, ALSO):
        for parents, name in pattern.findall(text):
            types.setdefault(name, {"is": [parent for parent in _names(parents) if parent != name], "has": []})
    package_told = json.loads((package / "package.json").read_text("utf-8"))
    source = f"{package_told['name']} {package_told['version']} ({package_told['license']}), made of the vocabulary of schema.org (CC BY-SA 3.0)"
    kept = {name: told for name, told in sorted(types.items()) if re.fullmatch(r"[A-Z0-9]\w+", name)}
    for told in kept.values():  # some are likened to types of other vocabularies
        told["is"] = [parent for parent in told["is"] if parent in kept]
    return {"source": source, "types": kept}


def _names(parents: str) -> list[str]:
    found = (re.sub(r"\W", "", parent).removesuffix("Base").lstrip("_") for parent in parents.split(","))
    return [name for name in found if name and name not in ("IdReference", "PartialIdReference")]


def main(arguments: list[str]) -> None:
    """Write the derived file."""
    package, out = map(Path, arguments)
    derived = derive(package)
    lines = [f"{json.dumps(name)}: {json.dumps(told)}" for name, told in derived["types"].items()]
    out.write_text('{"source": ' + json.dumps(derived["source"]) + ', "types": {\n' + ",\n".join(lines) + "\n}}\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
