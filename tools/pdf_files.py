"""The PDFs of fixtures/documents: each has one thing about it, and is otherwise as it should be."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pikepdf
from pdf_parts import (
    deep,
    element,
    embedded_font,
    empty_structure,
    field,
    figure,
    good,
    grouped,
    heading,
    hidden_title,
    into_form,
    junk_title,
    language_below,
    language_on_some,
    language_word,
    letters_in_form,
    link,
    looped_pages,
    mapped,
    nested_field,
    no_language,
    no_title,
    outline,
    picture,
    radios,
    readable_layer,
    script,
    table,
    table_in_table,
    title_in_xmp,
    titled,
    top,
    unmarked,
    untagged,
    without_headings,
    xfa,
    xmp,
)
from pikepdf import Array, Dictionary, Name, Pdf, String

CHANGES: dict[str, tuple[Callable[[Pdf], None], ...]] = {
    "good": (),
    "untagged": (untagged,),
    "unmarked": (unmarked,),
    "empty-structure": (empty_structure,),
    "no-language": (no_language,),
    "language-below": (language_below,),
    "language-on-some": (language_on_some,),
    "language-word": (language_word,),
    "no-title": (no_title,),
    "hidden-title": (hidden_title,),
    "title-in-xmp": (title_in_xmp,),
    "junk-title": (junk_title,),
    "figure-bare": (figure,),
    "figure-described": (lambda made: figure(made, Alt=String("A hive between two trees")),),
    "figure-actual-text": (lambda made: figure(made, ActualText=String("Bees")),),
    "figure-file-name": (lambda made: figure(made, Alt=String("IMG_0042.JPG")),),
    "figure-blank": (lambda made: figure(made, Alt=String(" ")),),
    "table-headers": (lambda made: table(made, Name.TH),),
    "table-bare": (lambda made: table(made, Name.TD),),
    "table-one-row": (lambda made: table(made, Name.TD, rows=1),),
    "headings-skip": (lambda made: heading(made, Name.H3),),
    "headings-step": (lambda made: heading(made, Name.H2),),
    "headings-mapped": (
        lambda made: heading(made, Name.Chapter),
        lambda made: made.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(Chapter=Name.Section2, Section2=Name.H2)),
    ),
    "form-labelled": (lambda made: field(made, "f1", "Your full name"),),
    "form-bare": (lambda made: field(made, "Text1"), lambda made: field(made, "f2", "Your address")),
    "form-words": (lambda made: field(made, "Date of birth"),),
    "form-button": (lambda made: field(made, "Print", kind=Name.Btn, Ff=1 << 16),),
    "form-hidden": (lambda made: field(made, "Text1", F=2),),
    "link-tabs": (lambda made: link(made, True),),
    "link-no-tabs": (lambda made: link(made, False),),
    "scan": (untagged, lambda made: picture(made, 1)),
    "scan-described": (lambda made: picture(made, 1), lambda made: figure(made, Alt=String("A poster"))),
    "scan-bare-figure": (lambda made: picture(made, 1), figure),
    "scan-readable": (readable_layer,),
    "picture-small": (lambda made: picture(made, 1, 400, 400),),
    "picture-form": (letters_in_form,),
    "xfa-static": (lambda made: xfa(made, False),),
    "xfa-dynamic": (lambda made: xfa(made, True),),
    "script": (script,),
    "pdfa-2b": (embedded_font, lambda made: xmp(made, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>")),
    "pdfa-3b": (embedded_font, lambda made: xmp(made, "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>")),
    "pdfa-2b-fonts": (lambda made: xmp(made, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"),),
    "pdfa-2b-script": (embedded_font, script, lambda made: xmp(made, "<pdfaid:part>2</pdfaid:part>")),
    "pdfa-2a-untagged": (embedded_font, untagged, lambda made: xmp(made, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")),
    "pdfua": (lambda made: xmp(made, "<pdfuaid:part>1</pdfuaid:part>"),),
    "pdfua-untagged": (untagged, lambda made: xmp(made, "<pdfuaid:part>1</pdfuaid:part>")),
    "looped-pages": (looped_pages,),
    "no-pages": (lambda made: made.pages.__delitem__(slice(0, 1)),),
    "title-file-name": (lambda made: titled(made, "permit_v3.indd"),),
    "title-untitled": (lambda made: titled(made, "Untitled 3"),),
    "title-number": (lambda made: titled(made, "20250430_01"),),
    "title-report": (lambda made: titled(made, "Report on bees 2025"),),
    "title-welsh": (lambda made: titled(made, "Gwneud cais am drwydded i gadw gwenyn – tŷ"),),
    "figure-grouped": (lambda made: grouped(made),),
    "figure-empty": (lambda made: element(made, top(made), Name.Figure),),
    "figure-mapped": (lambda made: mapped(made, Name.Chart, Name.Figure),),
    "figure-many": (lambda made: figure(made, Alt=String("A hive")), lambda made: deep(made)),
    "table-many": (lambda made: table(made, Name.TH), lambda made: deep(made)),
    "table-one-column": (lambda made: table(made, Name.TD, columns=1),),
    "table-nested": (lambda made: table_in_table(made),),
    "headings-up": (lambda made: [heading(made, role) for role in (Name.H2, Name.H3, Name.H1)],),
    "headings-plain": (without_headings, lambda made: [heading(made, Name.H) for _ in range(2)]),
    "headings-skip-twice": (lambda made: [heading(made, role) for role in (Name.H3, Name.H5)],),
    "form-radios": (lambda made: radios(made),),
    "form-nested": (lambda made: nested_field(made),),
    "scan-form": (untagged, lambda made: picture(made, 1), lambda made: into_form(made)),
    "script-named": (
        lambda made: made.Root.__setitem__("/Names", Dictionary(JavaScript=Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript)])))),
    ),
    "opens-at-page": (lambda made: made.Root.__setitem__("/OpenAction", Dictionary(S=Name.GoTo, D=Array([made.pages[0].obj, Name.Fit]))),),
    "pdfua-bare": (no_language, no_title, lambda made: xmp(made, "<pdfuaid:part>1</pdfuaid:part>")),
    "pdfua-language-below": (language_below, lambda made: xmp(made, "<pdfuaid:part>1</pdfuaid:part>")),
    "pdfua-hidden-title": (hidden_title, lambda made: xmp(made, "<pdfuaid:part>1</pdfuaid:part>")),
    "link-untagged": (untagged, lambda made: link(made, False)),
}  # fmt: skip
LONG = {
    "pages-20": (20, ()), "pages-21": (21, ()), "pages-21-outline": (21, (outline,)),
    "pages-21-no-headings": (21, (outline, without_headings)), "pages-20-no-headings": (20, (without_headings,)),
    "pages-21-cut": (21, (without_headings, deep)),
    "scan-half": (2, (lambda made: picture(made, 1),)), "scan-some": (3, (lambda made: picture(made, 1),)),
}  # fmt: skip
OLD = {
    "untagged-old": ("20180922", untagged), "untagged-new": ("20180923", untagged),
    "no-language-old": ("20170101", no_language), "figure-bare-old": ("20170101", figure),
    "form-bare-old": ("20170101", lambda made: field(made, "Text1")),
    "scan-old": ("20170101", lambda made: (untagged(made), picture(made, 1))),
}  # fmt: skip
# RC4: the newer ciphers mix chance into the file, so that it would differ each time. Nothing here is secret.
LOCKED = {
    "locked": pikepdf.Encryption(user="bees", owner="bees", R=3, aes=False, metadata=False),
    "no-access": pikepdf.Encryption(user="", owner="bees", R=3, aes=False, metadata=False,
                                    allow=pikepdf.Permissions(accessibility=False, extract=False)),
    "no-copying": pikepdf.Encryption(user="", owner="bees", R=3, aes=False, metadata=False,
                                     allow=pikepdf.Permissions(extract=False)),
}  # fmt: skip


def pdfs() -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    for name, changes in CHANGES.items():
        yield f"{name}.pdf", _saved(_changed(good(), changes))
    for name, (pages, changes) in LONG.items():
        yield f"{name}.pdf", _saved(_changed(good(pages), changes))
    for name, (day, change) in OLD.items():
        yield f"{name}.pdf", _saved(_changed(good(day=day), (change,)))
    for name, lock in LOCKED.items():
        yield f"{name}.pdf", _saved(good(), encryption=lock)
    claims = _changed(good(), (embedded_font, lambda made: xfa(made, False), lambda made: xmp(made, "<pdfaid:part>2</pdfaid:part>")))
    yield "pdfa-2b-encrypted.pdf", _saved(claims, encryption=LOCKED["no-copying"])
    whole = _saved(good())
    yield "truncated.pdf", whole[: len(whole) // 2]
    yield "wrong-offsets.pdf", whole.replace(b"startxref\n", b"startxref\n9")


def _changed(made: Pdf, changes: tuple[Callable[[Pdf], None], ...]) -> Pdf:
    for change in changes:
        change(made)
    return made


def _saved(made: Pdf, **how) -> bytes:
    out = io.BytesIO()
    # static_id: the same bytes each time.
    made.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, **how)
    return out.getvalue()
