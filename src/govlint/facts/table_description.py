"""A description of tables beside them: CSV on the Web, or a Data Package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from ..evidence.fact import Inapplicable, fact
from .json_document import Parsed

CSVW = "http://www.w3.org/ns/csvw"
MOST_TABLES = 200
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class DescribedTable:
    """A table that a description names: its address, and for each column the names that its header may have.

    `named` is False where the table has no header to compare with; without columns nothing is said of them.
    """

    url: str
    columns: tuple[tuple[str, ...], ...] = ()
    named: bool = True


@dataclass(frozen=True, slots=True)
class TableDescription:
    """`kind` is CSVW or Data Package; `faults` say what is wrong with the description itself."""

    kind: str
    tables: tuple[DescribedTable, ...] = ()
    faults: tuple[str, ...] = ()


@fact
def table_description(json_document: Parsed, url: str) -> TableDescription:
    """The report of a linked JSON file that describes tables."""
    value = json_document.value
    if not isinstance(value, dict):
        raise Inapplicable("this describes no tables")
    faults: list[str] = []
    if _names_csvw(value.get("@context")):
        tables = list(_csvw(value, url, faults))
        return TableDescription("CSVW", tuple(tables[:MOST_TABLES]), tuple(faults[:3]))
    if _is_package(value, url):
        tables = list(_package(value, url, faults))
        return TableDescription("Data Package", tuple(tables[:MOST_TABLES]), tuple(faults[:3]))
    raise Inapplicable("this describes no tables")


def _names_csvw(context: Any) -> bool:
    return context == CSVW or (isinstance(context, list) and CSVW in context)


def _is_package(value: dict[str, Any], url: str) -> bool:
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    said = f"{value.get('$schema', '')} {value.get('profile', '')}"
    return name == "datapackage.json" or ("resources" in value and "data-package" in said)


def _csvw(value: dict[str, Any], url: str, faults: list[str]) -> Iterator[DescribedTable]:
    context = value["@context"]
    bases = [c["@base"] for c in context if isinstance(c, dict) and isinstance(c.get("@base"), str)] if isinstance(context, list) else []
    base = urljoin(url, bases[0]) if bases else url
    tables = value.get("tables") if "tables" in value else [value]
    if not isinstance(tables, list) or not tables:
        faults.append("“tables” is no list of tables")
        return
    for table in tables:
        if not isinstance(table, dict) or not isinstance(table.get("url"), str):
            faults.append("a table has no “url”")
            continue
        schema = table.get("tableSchema", value.get("tableSchema"))
        dialect = table.get("dialect", value.get("dialect"))
        columns = schema.get("columns") if isinstance(schema, dict) else None
        names = []
        for column in columns[:MOST_COLUMNS] if isinstance(columns, list) else ():
            if not isinstance(column, dict):
                faults.append(f"a column of {table['url'][:60]} is no object")
            elif column.get("virtual") is not True:
                names.append(_titles(column))
        _note_twice([column.get("name") for column in columns if isinstance(column, dict)] if isinstance(columns, list) else [], faults)
        yield DescribedTable(_address(base, table["url"]), tuple(names), _has_header(dialect))


def _titles(column: dict[str, Any]) -> tuple[str, ...]:
    found: list[str] = []
    waiting = [column.get("titles"), column.get("name")]
    for said in waiting:
        if isinstance(said, str):
            found += [said, unquote(said)]
        elif isinstance(said, list):
            waiting.extend(said)
        elif isinstance(said, dict):
            waiting.extend(said.values())
    return tuple(dict.fromkeys(text.strip() for text in found))


def _has_header(dialect: Any) -> bool:
    if not isinstance(dialect, dict):
        return True
    rows = dialect.get("headerRowCount", 1)
    return dialect.get("header") is not False and rows == 1 and not dialect.get("skipRows") and not dialect.get("skipColumns")


def _package(value: dict[str, Any], url: str, faults: list[str]) -> Iterator[DescribedTable]:
    resources = value.get("resources")
    if not isinstance(resources, list) or not resources:
        faults.append("“resources” is no list of files")
        return
    for resource in resources:
        if not isinstance(resource, dict) or not ("path" in resource or "data" in resource):
            faults.append("a resource has neither “path” nor “data”")
            continue
        if not resource.get("name"):
            faults.append("a resource has no “name”")
        paths = resource.get("path")
        schema = resource.get("schema")
        fields = schema.get("fields") if isinstance(schema, dict) else None
        # Version 2 lets a schema name some of the fields, or more than there are.
        exact = not isinstance(schema, dict) or schema.get("fieldsMatch", "exact") in ("exact", ["exact"])
        listed = [f for f in fields[:MOST_COLUMNS] if isinstance(f, dict)] if isinstance(fields, list) and exact else []
        _note_twice([f.get("name") for f in listed], faults)
        names = tuple((str(f.get("name", "")),) for f in listed)
        for path in paths if isinstance(paths, list) else [paths]:
            if isinstance(path, str) and path.lower().endswith((".csv", ".tsv")):
                yield DescribedTable(_address(url, path), names, _has_header(resource.get("dialect")))


def _note_twice(names: list[Any], faults: list[str]) -> None:
    said = [name for name in names if isinstance(name, str)]
    twice = next((name for name in said if said.count(name) > 1), "") if len(said) <= MOST_COLUMNS else ""
    if twice:
        faults.append(f"two columns have the name “{twice[:60]}”")


def _address(base: str, path: str) -> str:
    try:
        return urldefrag(urljoin(base, path)).url
    except ValueError:
        return path
