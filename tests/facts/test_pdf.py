"""What a PDF says of itself. (What rules make of it stands in their cases.)"""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from govlint.evidence.fact import NotGathered
from govlint.evidence.vendored import shipped
from govlint.facts.pdf import read_pdf
from govlint.facts.pdf_form import MOST_FIELDS
from govlint.facts.pdf_pages import MOST_PAGES
from govlint.facts.pdf_structure import DEEPEST, MOST_ELEMENTS


def shipped_pdf(name: str):
    return read_pdf((shipped("documents") / name).read_bytes())


def saved(made: Pdf) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def blank(pages: int = 1) -> Pdf:
    made = Pdf.new()
    for _ in range(pages):
        made.add_blank_page()
    return made


def test_a_good_pdf_says_all_of_itself():
    report = shipped_pdf("good.pdf")

    assert report.tagged and report.shows_title and not report.old and not report.error and not report.damage
    assert (report.title, report.language, report.changed) == ("Apply for a permit to keep bees", "en-GB", "2025-04-30")
    assert (report.structure.elements, report.structure.headings, report.pages.count) == (4, (1,), 1)


def test_an_error_says_what_is_wrong_and_names_no_object_of_python():
    for name in ("truncated.pdf", "looped-pages.pdf", "no-pages.pdf"):
        error = shipped_pdf(name).error
        assert error and "BytesIO" not in error and "object at" not in error


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.4",
        b"%PDF-1.4\n1 0 obj " + b"[" * 100_000,
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF",
        b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R/StructTreeRoot 3/Names 4/AcroForm [5]/MarkInfo (a)>> endobj\n"
        b"2 0 obj <</Type/Pages/Count 1/Kids[6 0 R]>> endobj\n6 0 obj <</Type/Page/Parent 2 0 R/Annots 7/Resources 8>> endobj\n"
        b"trailer <</Root 1 0 R/Info 9>>\n%%EOF",
    ],
)
def test_no_bytes_whatever_make_the_reader_raise(body):
    read_pdf(body)


def test_values_of_the_wrong_type_count_as_not_there():
    made = blank()
    made.Root.Lang = 5
    made.Root.MarkInfo = Dictionary(Marked=String("true"))
    made.Root.ViewerPreferences = Array([1])
    report = read_pdf(saved(made))

    assert (report.error, report.language, report.marked, report.shows_title) == ("", "", False, False)


def test_a_pdf_with_a_stream_that_unpacks_beyond_the_limit_is_not_judged_by_the_rest_of_it():
    made = blank()
    made.pages[0].obj.Contents = made.make_stream(zlib.compress(bytes(70_000_000), 9), Filter=Name.FlateDecode)

    with pytest.raises(NotGathered, match="unpacks to more than 64,000,000 bytes"):
        read_pdf(saved(made))


def test_more_elements_than_the_limit_are_not_walked():
    made = blank()
    tree = made.Root.StructTreeRoot = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    wide = [made.make_indirect(Dictionary(S=Name.Sect, K=Array([Dictionary(S=Name.P) for _ in range(9_999)]))) for _ in range(6)]
    tree.K = Array(wide)
    structure = read_pdf(saved(made)).structure

    assert (structure.elements, structure.whole) == (MOST_ELEMENTS, False)


def test_elements_that_hold_each_other_are_walked_once():
    made = blank()
    tree = made.Root.StructTreeRoot = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    one, two = (made.make_indirect(Dictionary(S=Name.Sect)) for _ in range(2))
    one.K, two.K, tree.K = two, one, Array([one, two])

    assert read_pdf(saved(made)).structure.elements == 2


def test_elements_nested_too_deep_are_left_out():
    made = blank()
    tree = made.Root.StructTreeRoot = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    at = tree
    for _ in range(DEEPEST + 5):
        at.K = made.make_indirect(Dictionary(S=Name.Sect))
        at = at.K
    structure = read_pdf(saved(made)).structure

    assert (structure.elements, structure.whole) == (DEEPEST, False)


def test_only_so_many_pages_are_looked_at_and_all_are_counted():
    report = read_pdf(saved(blank(MOST_PAGES + 1)))

    assert (report.pages.count, report.pages.looked_at) == (MOST_PAGES + 1, MOST_PAGES)


def test_forms_that_draw_each_other_are_followed_once():
    made = blank()
    forms = [made.make_stream(b"q", Subtype=Name.Form) for _ in range(60)]
    for form in forms:
        form.Resources = Dictionary(XObject=Dictionary({f"/F{number}": other for number, other in enumerate(forms)}))
    made.pages[0].Resources = forms[0].Resources

    assert read_pdf(saved(made)).pages.pictures_only == ()


def test_a_form_with_countless_fields_is_cut():
    made = blank()
    field = [Dictionary(FT=Name.Tx, T=String(f"t{number}")) for number in range(MOST_FIELDS + 1)]
    made.Root.AcroForm = Dictionary(Fields=Array(field))

    assert len(read_pdf(saved(made)).fields) == MOST_FIELDS


def test_the_later_of_two_dates_is_the_day_of_the_last_change():
    made = blank()
    made.docinfo["/CreationDate"], made.docinfo["/ModDate"] = "D:2016", "D:20190102120000+01'00'"

    assert read_pdf(saved(made)).changed == "2019-01-02"


def test_a_date_that_cannot_be_read_makes_no_old_document():
    made = blank()
    made.docinfo["/ModDate"] = "last May"
    report = read_pdf(saved(made))

    assert (report.changed, report.old) == ("", False)


def test_fonts_of_the_pdf_itself_and_of_its_drawings_need_no_file():
    made = blank()
    bare = Dictionary(Subtype=Name.TrueType, BaseFont=Name("/Bees"))
    drawn = Dictionary(Subtype=Name.Type3)
    inner = Dictionary(FontDescriptor=Dictionary(FontFile2=made.make_stream(b"x")))
    made.pages[0].Resources = Dictionary(
        Font=Dictionary(A=bare, B=drawn, C=Dictionary(Subtype=Name.Type0, DescendantFonts=Array([inner])))
    )

    assert read_pdf(saved(made)).pages.missing_fonts == ("Bees",)


def test_hostile_xmp_is_no_metadata():
    made = blank()
    made.Root.Metadata = made.make_stream(b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')

    assert read_pdf(saved(made)).xmp.title == ""


def test_the_limits_of_qpdf_are_set():
    assert pikepdf.settings.get_qpdf_limits()["flate_max_memory"] > 0
