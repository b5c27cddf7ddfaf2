"""What a page tells machines is read from wherever it may stand."""

from govlint.facts.metadata import canonical_url, data_blocks, has_icon, metas, relations, versions
from govlint.facts.place import parse

URL = "https://hill.gov.uk/a"


def related(html):
    return relations(parse(html), URL)


def test_a_meta_element_is_known_by_name_property_or_http_equiv():
    html = '<meta name=" Robots " content=" none "><meta property="og:image" content="a"><meta http-equiv="Refresh"><meta charset="utf-8">'
    assert [(m.name, m.content) for m in metas(parse(html))] == [("robots", "none"), ("og:image", "a"), ("refresh", "")]


def test_a_page_without_a_canonical_address_is_its_own():
    assert canonical_url(related('<link rel="stylesheet" href="/b">'), URL) == URL
    assert canonical_url(related('<link rel="canonical" href="">'), URL) == URL
    assert canonical_url(related('<link rel="nofollow Canonical" href="b">'), URL) == "https://hill.gov.uk/b"


def test_a_version_has_a_language_and_an_address():
    html = '<link rel="alternate" hreflang="cy" href="/cy"><link rel="alternate" hreflang="en"><link rel="alternate" href="/feed">'
    assert versions(related(html)) == (("cy", "https://hill.gov.uk/cy"),)


def test_an_icon_needs_an_address():
    assert has_icon(related('<link rel="shortcut icon" href="/i.ico">'))
    assert not has_icon(related('<link rel="icon" href=""><link rel="iconic" href="/a">'))


def test_a_block_of_data_is_read_or_has_the_line_of_its_error():
    good, bad = data_blocks(
        parse('<script type="application/ld+json">{"a": 1}</script><script type="application/LD+json">{\n"a": 1,\n}</script>')
    )
    assert (good.value, good.error) == ({"a": 1}, "")
    assert (bad.value, bad.line) == (None, 3)


def test_a_block_nested_without_end_is_an_error_and_no_crash():
    (block,) = data_blocks(parse(f'<script type="application/ld+json">{"[" * 200_000}</script>'))
    assert block.error
