"""Sitemaps are read, and what is none is refused with a reason."""

import pytest

from govlint.facts.sitemaps import NAMESPACE, BadSitemap, read_sitemap

SOUND = f"""<?xml version="1.0" encoding="UTF-16"?>
<urlset xmlns="{NAMESPACE}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc> https://hill.gov.uk/ </loc><lastmod>2026-08-05</lastmod><image:image><image:loc>/a.png</image:loc></image:image></url>
  <url><loc>https://hill.gov.uk/b</loc></url>
</urlset>"""


def test_the_entries_of_a_sitemap_come_in_order_with_their_dates():
    sitemap = read_sitemap(SOUND)
    assert [(e.number, e.url, e.changed) for e in sitemap.entries] == [
        (1, "https://hill.gov.uk/", "2026-08-05"),
        (2, "https://hill.gov.uk/b", ""),
    ]
    assert sitemap.namespace == NAMESPACE
    assert not sitemap.lists_sitemaps


def test_a_list_of_sitemaps_says_so():
    index = f'<sitemapindex xmlns="{NAMESPACE}"><sitemap><loc>https://hill.gov.uk/1.xml</loc></sitemap></sitemapindex>'
    assert read_sitemap(index).lists_sitemaps


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<urlset>", "well-formed"),
        ("", "well-formed"),
        ("<rss/>", "rss"),
        ('<!DOCTYPE u [<!ENTITY a "b">]><urlset>&a;</urlset>', "entities"),
        ('<!DOCTYPE u [<!ENTITY a SYSTEM "file:///etc/hostname">]><urlset>&a;</urlset>', "entities"),
    ],
)
def test_what_is_no_sitemap_is_refused_with_the_reason(text, reason):
    with pytest.raises(BadSitemap, match=reason):
        read_sitemap(text)
