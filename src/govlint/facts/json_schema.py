"""A linked JSON Schema: whether it is valid itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..evidence.fact import Inapplicable, NotGathered, fact
from .json_document import Parsed

LARGEST = 10_000  # values and names; each takes about a quarter of a millisecond


@dataclass(frozen=True, slots=True)
class SchemaReport:
    """`dialect` is what $schema names, `known` whether its meaning is known here; `where` and `fault` say what is wrong."""

    dialect: str
    known: bool = True
    where: str = ""
    fault: str = ""


@fact
def json_schema(json_document: Parsed) -> SchemaReport:
    """The report of a linked JSON file that says by $schema that it is a JSON Schema."""
    schema = json_document.value
    if not isinstance(schema, dict) or not isinstance(schema.get("$schema"), str) or not _is_schema(schema):
        raise Inapplicable("this is no JSON Schema")
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import validator_for

    dialect = schema["$schema"][:120]
    kind = validator_for(schema, default=None)
    if kind is None:
        return SchemaReport(dialect, known=False)
    if _size(schema) > LARGEST:
        raise NotGathered(f"The JSON Schema holds more than {LARGEST:,} values and was not validated.")
    try:
        # Formats are left out: a pattern is one of JavaScript, which Python reads otherwise.
        kind.check_schema(schema, format_checker=None)
    except SchemaError as error:
        where = "/".join(map(str, error.absolute_path))[-80:] or "the top"
        return SchemaReport(dialect, where=where, fault=" ".join(error.message.split())[:110])
    except RecursionError:
        raise NotGathered("The JSON Schema is nested too deeply and was not validated.") from None
    return SchemaReport(dialect)


def _is_schema(value: dict[str, object]) -> bool:
    # Configurations name the schema that they follow by $schema too; a schema says that of the schema of schemas.
    return "json-schema.org/" in str(value["$schema"])


def _size(value: object) -> int:
    count, waiting = 0, [value]
    while waiting and count <= LARGEST:
        value = waiting.pop()
        count += 1
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return count
