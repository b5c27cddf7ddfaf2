"""A sound little PDF, and the changes that make it one with something about it."""

from __future__ import annotations

import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

LINES = ("Apply for a permit", "Tell us where you live and what you keep.", "We answer within ten working days.")
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{said}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def good(pages: int = 1, day: str = "20250430") -> Pdf:
    """A tagged PDF with a title and a language; each page says three lines."""
    made = Pdf.new()
    for _ in range(pages):
        made.add_blank_page(page_size=(595, 842))
    root = made.Root
    root.Lang = String("en-GB")
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    made.docinfo["/Title"] = "Apply for a permit to keep bees"
    made.docinfo["/CreationDate"] = made.docinfo["/ModDate"] = f"D:{day}120000Z"
    font = made.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    tree = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree, K=Array()))
    tree.K = document
    for page in made.pages:
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        drawn = []
        for number, line in enumerate(LINES):
            role = Name.H1 if number == 0 else Name.P
            element(made, document, role, page=page.obj, content=number)
            drawn.append(f"/{str(role)[1:]} <</MCID {number}>> BDC BT /F1 14 Tf 72 {760 - 30 * number} Td ({line}) Tj ET EMC")
        page.Contents = made.make_stream("\n".join(drawn).encode())
    root.StructTreeRoot = tree
    return made


def element(made: Pdf, parent: pikepdf.Object, role: Name, page=None, content: int | None = None, **more) -> pikepdf.Object:
    """A structure element under another one; with a piece of marked content on a page if one is named."""
    child = made.make_indirect(Dictionary(Type=Name.StructElem, S=role, P=parent, **more))
    child.K = Array() if content is None else Array([content])
    if page is not None:
        child.Pg = page
    parent.K.append(child)
    return child


def top(made: Pdf) -> pikepdf.Object:
    """The one element at the top of the structure."""
    return made.Root.StructTreeRoot.K


def untagged(made: Pdf) -> None:
    del made.Root.StructTreeRoot, made.Root.MarkInfo


def unmarked(made: Pdf) -> None:
    made.Root.MarkInfo = Dictionary(Marked=False)


def empty_structure(made: Pdf) -> None:
    del made.Root.StructTreeRoot.K


def no_language(made: Pdf) -> None:
    del made.Root.Lang


def language_below(made: Pdf) -> None:
    del made.Root.Lang
    top(made).Lang = String("cy")


def language_on_some(made: Pdf) -> None:
    del made.Root.Lang
    top(made).K[0].Lang = String("cy")


def language_word(made: Pdf) -> None:
    made.Root.Lang = String("English")


def no_title(made: Pdf) -> None:
    del made.docinfo["/Title"]


def hidden_title(made: Pdf) -> None:
    del made.Root.ViewerPreferences


def title_in_xmp(made: Pdf) -> None:
    del made.docinfo["/Title"]
    xmp(made, '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Keep bees</rdf:li></rdf:Alt></dc:title>')


def junk_title(made: Pdf) -> None:
    made.docinfo["/Title"] = "Microsoft Word - permit form v3 FINAL.docx"


def xmp(made: Pdf, said: str) -> None:
    made.Root.Metadata = made.make_stream(XMP.format(said=said).encode(), Type=Name.Metadata, Subtype=Name.XML)


def figure(made: Pdf, **said) -> None:
    page = made.pages[0].obj
    element(made, top(made), Name.Figure, page, 1, **said)


def table(made: Pdf, header: Name, rows: int = 2, columns: int = 2) -> None:
    grid = element(made, top(made), Name.Table)
    for number in range(rows):
        row = element(made, grid, Name.TR)
        for _ in range(columns):
            element(made, row, header if number == 0 else Name.TD, made.pages[0].obj, 1)


def table_in_table(made: Pdf) -> None:
    """A table of cells, and in one of them a table with headers."""
    table(made, Name.TD)
    cell = top(made).K[-1].K[0].K[0]
    table(made, Name.TH)
    cell.K.append(top(made).K[-1])
    del top(made).K[-1]


def grouped(made: Pdf) -> None:
    """A figure with words, made up of two that have none."""
    whole = element(made, top(made), Name.Figure, Alt=String("Two hives"))
    for _ in range(2):
        element(made, whole, Name.Figure, made.pages[0].obj, 1)


def mapped(made: Pdf, own: Name, role: Name) -> None:
    element(made, top(made), own, made.pages[0].obj, 1)
    made.Root.StructTreeRoot.RoleMap = Dictionary({str(own): role})


def deep(made: Pdf) -> None:
    """Elements nested deeper than is read."""
    at = top(made)
    for _ in range(201):
        at = element(made, at, Name.Sect)


def titled(made: Pdf, title: str) -> None:
    made.docinfo["/Title"] = title


def heading(made: Pdf, role: Name) -> None:
    element(made, top(made), role, made.pages[0].obj, 1)


def without_headings(made: Pdf) -> None:
    for child in top(made).K:
        child.S = Name.P


def outline(made: Pdf) -> None:
    with made.open_outline() as entries:
        entries.root.append(pikepdf.OutlineItem("Apply", 0))


def field(made: Pdf, name: str, label: str = "", kind: Name = Name.Tx, **more) -> None:
    box = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=kind, T=String(name), Rect=Array([72, 500, 300, 520]), **more)
    if label:
        box.TU = String(label)
    box = made.make_indirect(box)
    page = made.pages[0]
    page.Tabs = Name.S
    page.obj.Annots = Array([*(page.obj.get("/Annots") or []), box])
    form = made.Root.get("/AcroForm")
    if form is None:
        form = made.Root.AcroForm = Dictionary(Fields=Array())
    form.Fields.append(box)


def radios(made: Pdf) -> None:
    """Two buttons that share the name and the tooltip of their group."""
    box = {"Type": Name.Annot, "Subtype": Name.Widget, "Rect": Array([72, 500, 90, 520])}
    kids = Array([made.make_indirect(Dictionary(**box)) for _ in range(2)])
    group = made.make_indirect(Dictionary(FT=Name.Btn, Ff=1 << 15, T=String("g1"), TU=String("Do you keep bees?"), Kids=kids))
    made.Root.AcroForm = Dictionary(Fields=Array([group]))


def nested_field(made: Pdf) -> None:
    field(made, "Text1")
    kid = made.Root.AcroForm.Fields[0]
    part = made.make_indirect(Dictionary(T=String("Part A"), Kids=Array([kid])))
    made.Root.AcroForm.Fields = Array([part])


def link(made: Pdf, tabs: bool) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 500, 300, 520]), Contents=String("GOV.UK"),
                      A=Dictionary(S=Name.URI, URI=String("https://www.gov.uk/")))  # fmt: skip
    made.pages[0].obj.Annots = Array([made.make_indirect(note)])
    if tabs:
        made.pages[0].Tabs = Name.S


def picture(made: Pdf, pages: int, width: int = 620, height: int = 877) -> None:
    """The first pages become one picture without a letter."""
    raw = zlib.compress(bytes(width * height), 9)
    image = made.make_stream(raw, Type=Name.XObject, Subtype=Name.Image, Width=width, Height=height,
                             ColorSpace=Name.DeviceGray, BitsPerComponent=8, Filter=Name.FlateDecode)  # fmt: skip
    for page in list(made.pages)[:pages]:
        page.Resources = Dictionary(XObject=Dictionary(Im0=image))
        page.Contents = made.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q")


def readable_layer(made: Pdf) -> None:
    """A scan with the letters that a text recogniser found, laid unseen under it."""
    picture(made, 1)
    font = made.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page = made.pages[0]
    page.Resources.Font = Dictionary(F1=font)
    page.Contents = made.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q BT 3 Tr /F1 12 Tf 72 700 Td (Keep bees) Tj ET")


def letters_in_form(made: Pdf) -> None:
    """A page whose letters stand in a form that it draws, over a picture of the size of the page."""
    picture(made, 1)
    page = made.pages[0]
    form = made.make_stream(b"BT /F1 12 Tf 72 700 Td [(Keep) -5 (bees)] TJ ET", Type=Name.XObject, Subtype=Name.Form,
                            BBox=Array([0, 0, 595, 842]))  # fmt: skip
    page.Resources.XObject.Fm0 = form


def into_form(made: Pdf) -> None:
    """What the first page draws moves into a form that it draws."""
    page = made.pages[0]
    form = made.make_stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q", Type=Name.XObject, Subtype=Name.Form,
                            BBox=Array([0, 0, 595, 842]), Resources=page.Resources)  # fmt: skip
    page.Resources = Dictionary(XObject=Dictionary(Fm0=form))
    page.Contents = made.make_stream(b"/Fm0 Do")


def embedded_font(made: Pdf) -> None:
    """A font that says to be embedded, though it holds no letters."""
    file = made.make_stream(b"%!PS")
    for page in made.pages:
        page.Resources.Font.F1.FontDescriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Helvetica, FontFile=file)


def xfa(made: Pdf, dynamic: bool) -> None:
    made.Root.AcroForm = Dictionary(Fields=Array(), XFA=made.make_stream(b"<xdp/>"))
    if dynamic:
        made.Root.NeedsRendering = True


def script(made: Pdf) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('Hello')"))


def looped_pages(made: Pdf) -> None:
    made.Root.Pages.Kids.append(made.Root.Pages)
