"""What a page offers, and what an answer promises to be."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence, Inapplicable, NotGathered
from govlint.facts import builtin_facts
from govlint.facts.offers import said

PAGE = "https://www.gov.uk/guidance/bees"


def seen(html: str = "", **given) -> Evidence:
    values = {
        "url": PAGE, "asked": PAGE, "role": "page", "status": 200, "found_on": "", "body": html.encode(),
        "raw_headers": [["content-type", "text/html; charset=utf-8"]], "truncated": "",
    }  # fmt: skip
    return Evidence(values | given, {}, builtin_facts())


def downloads(html: str) -> list[tuple[str, str, str]]:
    return [(d.url, d.stem, d.format) for d in seen(f"<body>{html}").get("downloads")]


def test_a_link_is_a_download_by_the_suffix_of_its_path():
    html = '<a href="/a/Spend%20May.XLSX?v=2#top">x</a> <a href="/b.html">y</a> <a href="/c?file=d.pdf">z</a>'

    assert downloads(html) == [("https://www.gov.uk/a/Spend%20May.XLSX?v=2#top", "Spend May", "xlsx")]


def test_a_link_is_a_download_by_its_download_attribute_or_its_type():
    html = '<a href="/e" download="pay.csv">x</a> <a href="/f" type="application/pdf">y</a>'

    assert [form for _, _, form in downloads(html)] == ["csv", "pdf"]


def test_a_type_on_a_link_to_a_page_makes_no_download_of_it():
    assert downloads('<a href="/f.html" type="application/pdf">y</a>') == []


def test_what_is_embedded_is_offered_too():
    html = (
        '<object data="a.pdf"></object><embed src="b.pdf"><iframe src="c.pdf"></iframe>'
        '<video><source src="d.mp4"></video><map><area href="e.odt"></map>'
    )

    assert [form for _, _, form in downloads(html)] == ["pdf", "pdf", "pdf", "mp4", "odt"]


def test_addresses_that_no_browser_fetches_are_no_downloads():
    assert downloads('<a href="mailto:a.pdf">x</a> <a href="//[bad/a.pdf">y</a> <a href="javascript:a.pdf">z</a>') == []


def test_each_document_is_fetched_once_and_films_are_not():
    html = '<body><a href="a.pdf">A</a> <a href="a.pdf#page=2">A, page 2</a> <a href="b.mp4">B</a> <a href="c.ods">C</a>'

    assert [d.url.rpartition("/")[2] for d in seen(html).get("document_links")] == ["a.pdf", "c.ods"]
    assert seen(html).get("document_links")[0].text == "A"


def document_links(html: str) -> list[str]:
    return [d.url.removeprefix("https://www.gov.uk/guidance/") for d in seen(html).get("document_links")]


def test_what_a_page_names_beside_its_text_is_fetched():
    html = (
        '<link rel="alternate" type="application/atom+xml" href="feed"><link rel="describedby" href="fees.csv-metadata.json">'
        '<link rel="service-desc" href="api.yaml"><link rel="alternate" hreflang="cy" href="cy.pdf"><link rel="stylesheet" href="a.css">'
        '<body><video><track src="talk.vtt"><source src="talk.mp4"></video>'
    )

    assert document_links(html) == ["feed", "fees.csv-metadata.json", "api.yaml", "talk.vtt"]


def test_photographs_and_drawings_that_a_page_shows_are_fetched_and_other_pictures_are_not():
    html = (
        '<body><img src="a.jpg"><img src="b.png"><img src="c.gif" srcset="c-1.jpg 1x, c-2.JPEG 2x"><picture><source srcset="d.svg"></picture>'
        '<img src="https://cdn.example/e.jpg"><img src="data:image/jpeg;base64,AA"><img src="//[bad/f.jpg"><img src="a.jpg#x"><img src>'
    )

    assert sorted(document_links(html)) == ["a.jpg", "c-2.JPEG", "d.svg"]


def test_of_very_many_pictures_some_are_fetched():
    assert len(document_links("<body>" + "".join(f'<img src="{n}.jpg">' for n in range(30)))) == 20


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="a b.csv"', "a b.csv"),
        ("attachment; filename=a.csv", "a.csv"),
        ("attachment; filename=x; filename*=UTF-8''t%C5%B7.csv", "tŷ.csv"),
        ("inline", ""),
    ],
)
def test_the_file_name_is_read_from_content_disposition(header, name):
    assert seen(raw_headers=[["content-disposition", header]]).get("file_name") == name


def test_the_format_promised_is_that_of_the_last_name_given():
    asked = {"asked": "https://www.gov.uk/a.odt"}

    assert seen(**asked).get("promised") == "odt"
    assert seen(**asked, url="https://www.gov.uk/b.pdf").get("promised") == "pdf"
    assert seen(**asked, raw_headers=[["content-disposition", "inline; filename=c.csv"]]).get("promised") == "csv"


def test_a_document_of_somebody_else_is_not_judged():
    linked = {"role": "document", "found_on": PAGE}

    assert seen("x", **linked, asked="https://assets.publishing.service.gov.uk/a.pdf").get("document") == b"x"
    with pytest.raises(Inapplicable, match="somebody else"):
        seen("x", **linked, asked="https://example.org/a.pdf").get("document")
    with pytest.raises(Inapplicable, match="somebody else"):
        seen("x", role="document", found_on="http://10.0.0.1/", asked="http://11.1.0.1/a.pdf").get("document")


def test_a_document_that_was_cut_is_not_judged():
    with pytest.raises(NotGathered, match="longer than 100 MB"):
        seen("x", role="document", truncated="longer than 100 MB").get("document")


@pytest.mark.parametrize(("words", "left"), [
    ("Spending, May 2025 (Excel, 20KB)", "spendingmay2025"),
    ("Spending, May 2025 (ODS, 1.4 MB)", "spendingmay2025"),
    ("Download as PDF", ""),
    ("Excel (20KB)", ""),
])  # fmt: skip
def test_the_words_of_a_link_are_read_without_those_about_the_format(words, left):
    assert said(words) == left
