"""What a page loads is found wherever HTML lets it be named."""

from govlint.facts.place import parse
from govlint.facts.resources import resources


def found(html, base="https://hill.gov.uk/a/b"):
    return {(r.kind, r.url) for r in resources(parse(html), base)}


def test_every_kind_of_resource_is_found_with_its_whole_address():
    assert found(
        """<script src="s.js"></script><link rel="stylesheet" href="/s.css"><link rel="icon" href="i.ico">
        <link rel="manifest" href="m.json"><link rel="preload" href="f.woff2" as="font"><link rel="modulepreload" href="m.js">
        <iframe src="//maps.example.com/"></iframe><object data="o.svg"></object><embed src="e.pdf">
        <img src="p.png" srcset="p1.png 1x, https://cdn.example.com/p2.png 2x"><input type="IMAGE" src="b.png">
        <video src="v.mp4" poster="v.png"><source src="v.webm"><track src="v.vtt"></video><audio src="a.mp3"></audio>
        <picture><source srcset="q.webp"></picture>"""
    ) == {
        ("script", "https://hill.gov.uk/a/s.js"),
        ("style", "https://hill.gov.uk/s.css"),
        ("image", "https://hill.gov.uk/a/i.ico"),
        ("manifest", "https://hill.gov.uk/a/m.json"),
        ("preload", "https://hill.gov.uk/a/f.woff2"),
        ("script", "https://hill.gov.uk/a/m.js"),
        ("frame", "https://maps.example.com/"),
        ("frame", "https://hill.gov.uk/a/o.svg"),
        ("frame", "https://hill.gov.uk/a/e.pdf"),
        ("image", "https://hill.gov.uk/a/p.png"),
        ("image", "https://hill.gov.uk/a/p1.png"),
        ("image", "https://cdn.example.com/p2.png"),
        ("image", "https://hill.gov.uk/a/b.png"),
        ("media", "https://hill.gov.uk/a/v.mp4"),
        ("image", "https://hill.gov.uk/a/v.png"),
        ("media", "https://hill.gov.uk/a/v.webm"),
        ("media", "https://hill.gov.uk/a/v.vtt"),
        ("media", "https://hill.gov.uk/a/a.mp3"),
        ("image", "https://hill.gov.uk/a/q.webp"),
    }


def test_links_forms_and_empty_addresses_load_nothing():
    assert not found(
        """<a href="a">A</a><link rel="canonical" href="c"><link rel="alternate stylesheet" href="d.css"><form action="f"></form>
        <img src=""><img srcset=" , "><script>go()</script><iframe srcdoc="x"></iframe><img src="http://[">"""
    )


def test_a_comma_within_an_address_does_not_part_it():
    assert found('<img srcset="a,b.png 1x, data:image/png;base64,AA== 2x">') == {
        ("image", "https://hill.gov.uk/a/a,b.png"),
        ("image", "data:image/png;base64,AA=="),
    }
