"""Make the downloads of the example service in fixtures/sites; run it after a change here and commit what it wrote."""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

import pikepdf

sys.path.insert(0, str(Path(__file__).resolve().parent))

from office_files import TYPES, XML, compound, odf, packed, word_stream  # noqa: E402
from pdf_files import good, no_language, no_title, untagged  # noqa: E402

SITES = Path(__file__).resolve().parent.parent / "fixtures" / "sites"
TITLE = "Street market permits 2026"
HEADER = ("Goods", "Applications", "Permits")
ROWS = (("Food and drink", 412, 305), ("Plants and flowers", 128, 119), ("Something else", 260, 187))
REPORT = ("Year in review 2026", "We had 800 applications for a street market permit.", "We gave 611 permits.")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def csv(rows: tuple[tuple[object, ...], ...] = (HEADER, *ROWS), end: str = "\r\n") -> str:
    """Rows as RFC 4180 has them; no value here needs quotes."""
    return "".join(",".join(map(str, row)) + end for row in rows)


def ods() -> bytes:
    """The figures as an OpenDocument spreadsheet."""

    def cell(value: object) -> str:
        kind = f'office:value-type="float" office:value="{value}"' if isinstance(value, int) else 'office:value-type="string"'
        return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in ROWS)
    head = f"<table:table-header-rows><table:table-row>{''.join(map(cell, HEADER))}</table:table-row></table:table-header-rows>"
    columns = f'<table:table-column table:number-columns-repeated="{len(HEADER)}"/>'
    return packed(odf("spreadsheet", f'<table:table table:name="Permits">{columns}{head}{rows}</table:table>', title=TITLE))


def xlsx() -> bytes:
    """The figures as an Office Open XML workbook."""

    def cell(value: object) -> str:
        return f"<c><v>{value}</v></c>" if isinstance(value, int) else f'<c t="inlineStr"><is><t>{value}</t></is></c>'

    rows = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in (HEADER, *ROWS))
    return packed({
        "[Content_Types].xml": f'{XML}<Types xmlns="{TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Permits" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{XML}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
        "docProps/core.xml": f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>',
    })  # fmt: skip


def report(*faults) -> bytes:
    """The report as a PDF, tagged, titled and in English but for these faults."""
    made = good(day="20260515")
    made.docinfo["/Title"] = REPORT[0]
    drawn = (
        f"/{'P' if number else 'H1'} <</MCID {number}>> BDC BT /F1 {14 if number else 24} Tf 72 {760 - 30 * number} Td ({line}) Tj ET EMC"
        for number, line in enumerate(REPORT)
    )
    made.pages[0].Contents = made.make_stream("\n".join(drawn).encode())
    for fault in faults:
        fault(made)
    out = io.BytesIO()
    made.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def documents() -> dict[str, bytes]:
    """Each file's path under fixtures/sites, and its bytes."""
    clean, broken = "permit-clean/statistics", "permit-broken/statistics"
    ragged = csv((HEADER, *ROWS[:1], ("Plants and flowers", 128), *ROWS[2:]))
    return {
        f"{clean}/street-market-permits-2026.csv": csv().encode(),
        f"{clean}/street-market-permits-2026.ods": ods(),
        f"{clean}/street-market-permits-2026.xlsx": xlsx(),
        f"{clean}/year-in-review-2026.pdf": report(),
        f"{broken}/year-in-review-2026.pdf": report(untagged, no_language, no_title),
        f"{broken}/street-market-permits-2026.csv": ragged.encode(),
        f"{broken}/fees-2026.csv": csv((("Goods", "Fee"), ("Food and drink", "£25"), ("Crêpes", "£30"))).encode("cp1252"),
        f"{broken}/pitches-2026.xlsx": xlsx(),
        f"{broken}/markets-2026.ods": csv().encode(),
        f"{broken}/permit-form.doc": compound({"WordDocument": word_stream()}),
        f"{broken}/old-figures.xls": compound({"Workbook": struct.pack("<HHHH", 0x809, 4, 0x600, 5) + struct.pack("<HH", 10, 0)}),
    }


def main() -> int:
    """0 when all is written; says which files changed."""
    for name, body in documents().items():
        path = SITES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != body:
            path.write_bytes(body)
            print(f"wrote {name} ({len(body):,} bytes)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
