"""A linked description of an API: OpenAPI 3, or Swagger 2 before it, in JSON or YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from ..evidence.fact import Inapplicable, NotGathered, fact
from .json_document import Parsed
from .signatures import TEXTUAL

LARGEST_YAML = 600_000  # bytes; PyYAML can take eight seconds for that
MOST_FAULTS = 3  # named one by one
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_NAMED = re.compile(rb"^[\"']?(?:openapi|swagger)[\"']?\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ApiDescription:
    """`version` as written, with `swagger` before it for the older kind. `faults` are sentences about what is missing."""

    version: str
    title: str = ""
    operations: int = 0
    faults: tuple[str, ...] = ()


@fact
def api_source(
    document: bytes, signature: str, promised: str, media_type: str, json_document: Parsed | None = None
) -> dict[str, Any]:
    """The whole value of a linked file that says to describe an API."""
    value = json_document.value if json_document else _yaml(document, signature, promised, media_type)
    if not isinstance(value, dict) or not ("openapi" in value or "swagger" in value):
        raise Inapplicable("this describes no API")
    return value


@fact
def api_description(api_source: dict[str, Any]) -> ApiDescription:
    """The report of a linked file that says to describe an API."""
    return _report(api_source)


def _yaml(body: bytes, signature: str, promised: str, media_type: str) -> Any:
    if signature not in TEXTUAL or not (promised in ("yaml", "yml") or "yaml" in media_type):
        raise Inapplicable("this is no YAML")
    if not _NAMED.search(body):
        raise Inapplicable("this describes no API")
    if len(body) > LARGEST_YAML:
        raise NotGathered(f"The API description is larger than {LARGEST_YAML:,} bytes of YAML and was not read.")
    try:
        return yaml.load(body, Loader=_Loader)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError, TypeError):
        raise Inapplicable("this YAML cannot be read") from None


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as OpenAPI has it, which is that of JSON: a day, “yes” and 08:30 are words, and a name is never a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """The mapping with names that are text, as the 200 of a response."""
        found = super().construct_mapping(node, deep=deep)
        return {str(key) if isinstance(key, int | float) else key: value for key, value in found.items()}


# The core schema of YAML 1.2, 10.3.2.
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+0123456789.")),
    ("merge", "<<", ["<"]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), _first)


def _report(value: dict[str, Any]) -> ApiDescription:
    if "openapi" not in value:
        return ApiDescription(f"swagger {value['swagger']}"[:40])
    info = value.get("info") if isinstance(value.get("info"), dict) else {}
    paths = value.get("paths") if isinstance(value.get("paths"), dict) else {}
    version = str(value["openapi"])[:40]
    faults = [f"info.{key} is missing" for key in ("title", "version") if not info.get(key)]
    if not any(isinstance(value.get(key), dict) for key in _holders(version)):
        faults.append(f"{' or '.join(_holders(version))} is missing")
    operations = 0
    for path, item in paths.items():
        if not str(path).startswith("/"):
            faults.append(f"the path {str(path)[:40]} does not begin with /")
        for method, operation in item.items() if isinstance(item, dict) else ():
            if method not in METHODS:
                continue
            operations += 1
            # OpenAPI 3.0 asks for responses of each operation, 3.1 no longer does.
            if version.startswith("3.0") and not (isinstance(operation, dict) and operation.get("responses")):
                faults.append(f"{method.upper()} {str(path)[:40]} has no responses")
    return ApiDescription(version, str(info.get("title", ""))[:200], operations, tuple(faults[:MOST_FAULTS]))


def _holders(version: str) -> tuple[str, ...]:
    return ("paths",) if version.startswith("3.0") else ("paths", "webhooks", "components")
