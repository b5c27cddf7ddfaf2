"""What a page has in common with the others of its site."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence
from govlint.facts import builtin_facts

SERVICE = '<{tag} class="govuk-service-navigation"><a href="/">Apply</a></{tag}>'


def links(html):
    return Evidence({"html": html, "url": "http://a.example/"}, {}, builtin_facts()).get("repeated_links")


@pytest.mark.parametrize("tag", ["section", "div"])
def test_the_service_navigation_is_a_part_of_its_own_wherever_it_stands(tag):
    service = SERVICE.format(tag=tag)
    inside, below = (
        links(f'<header><a href="/kit">Kit</a>{service}</header>'),
        links(f'<header><a href="/kit">Kit</a></header>{service}'),
    )

    assert inside == below == {"header": (("http://a.example/kit", "Kit"),), tag: (("http://a.example/", "Apply"),)}


def test_a_navigation_within_the_header_keeps_its_links():
    found = links('<header><a href="/">Home</a><nav aria-label="Menu"><a href="/help">Help</a></nav></header>')

    assert {"header": (("http://a.example/", "Home"),), "nav menu": (("http://a.example/help", "Help"),)} == found
