"""What a validator says of a description of an API; read offline, whatever it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ..evidence.fact import Inapplicable, NotGathered, fact
from .api_description import ApiDescription

MOST_FAULTS = 3  # named one by one
# Values in a description; with the schema of OpenAPI 3.1 each takes about 1 ms, with that of 3.0 a fifth of that.
MOST_VALUES = {"3.0": 20_000, "3.1": 4_000}
LONGEST = 110  # letters of a fault


@dataclass(frozen=True, slots=True)
class ApiValidity:
    """`faults` are (where, what); `elsewhere` is the first reference to another file, which was not followed."""

    faults: tuple[tuple[str, str], ...] = ()
    elsewhere: str = ""


@fact
def api_validity(api_source: dict[str, Any], api_description: ApiDescription) -> ApiValidity:
    """What openapi-spec-validator says of a linked OpenAPI 3.0 or 3.1 description."""
    version = api_description.version[:3]
    if version not in MOST_VALUES:
        raise Inapplicable("this is not OpenAPI 3.0 or 3.1")
    count, elsewhere = 0, ""
    for value in _values(api_source):
        count += 1
        if count > MOST_VALUES[version]:
            raise NotGathered(f"The API description holds more than {MOST_VALUES[version]:,} values and was not validated.")
        said = value.get("$ref") if isinstance(value, dict) else None
        if isinstance(said, str) and not said.startswith("#"):
            elsewhere = elsewhere or said[:100]
    faults = [fault for fault, _ in zip(_faults(api_source, version, not elsewhere), range(MOST_FAULTS), strict=False)]
    return ApiValidity(tuple(faults), elsewhere)


def _faults(source: dict[str, Any], version: str, follow: bool) -> Iterator[tuple[str, str]]:
    # Only here, since loading it takes as long as judging twenty documents.
    from jsonschema_path import SchemaPath
    from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
    from referencing.exceptions import PointerToNowhere, Unresolvable

    kind = OpenAPIV30SpecValidator if version == "3.0" else OpenAPIV31SpecValidator
    # No handlers: nothing is fetched and no file is opened. Not its iter_errors, which keeps each description for ever.
    validator = kind(SchemaPath.from_dict(source, handlers={}))
    try:
        sound = True
        for error in validator.schema_validator.iter_errors(validator.schema):
            sound = False
            inner = _innermost(error)
            yield _where(inner.absolute_path), _short(inner.message)
        # What the parts say of each other is looked at only where each is as it should be.
        if sound and follow:
            for error in validator.root_validator(validator.schema_path):
                yield _where(error.absolute_path), _short(error.message)
    except PointerToNowhere as error:
        yield error.ref, "nothing is there that this reference names"
    except Unresolvable as error:
        yield str(error.ref), "this reference leads nowhere"
    except RecursionError:
        raise NotGathered("The API description refers to itself too deeply and was not validated.") from None


def _innermost(error: Any) -> Any:
    """The fault that says most: of what may be a reference or a thing of its own, it is held to be the thing."""
    while error.context:
        things = [inner for inner in error.context if "'$ref' is a required property" not in inner.message]
        error = max(things or error.context, key=lambda inner: len(inner.absolute_path))
    return error


def _where(path: Iterable[Any]) -> str:
    return "/".join(str(step) for step in path)[-80:] or "the description"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _values(value: Any) -> Iterator[Any]:
    """Each value within, once for each place; a YAML file can have one value in very many."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        yield value
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
