"""How elements stand to each other."""

from __future__ import annotations

import pytest

from govlint.evidence.fact import Evidence
from govlint.facts import builtin_facts
from govlint.facts.kin import (
    ancestors,
    below,
    children,
    classes,
    closest,
    contains,
    has_class,
    holders,
    in_main,
    in_order,
    inside,
    is_hidden,
)
from govlint.facts.place import parse

PAGE = parse(
    '<main id="m"><section id="s" class=" outer  one " hidden><div id="d" class="inner"><p id="p">A</p><p id="q">B</p>'
    '</div></section></main><div role="main" id="r"><b id="b"></b></div><i id="i"></i>'
)


def node(name):
    return PAGE.css_first("#" + name)


def ids(nodes):
    return [n.id for n in nodes]


def test_the_first_element_of_an_id_counts():
    html = '<p id="a" class="x">A</p><p id="a" class="y">B</p><form></form>'
    found = Evidence({"html": html, "url": "http://a.example/"}, {}, builtin_facts()).get("nodes_by_id")

    assert ("x",) == classes(found["a"])


def test_an_element_is_known_by_each_id_that_describes_it():
    html = '<input id="a" aria-describedby="h  e"><input id="b" aria-describedby="h"><form></form>'
    found = Evidence({"html": html, "url": "http://a.example/"}, {}, builtin_facts()).get("described_by")

    assert {"h": ["a", "b"], "e": ["a"]} == {name: ids(nodes) for name, nodes in found.items()}


def test_classes_are_names_in_order():
    assert ("outer", "one") == classes(node("s"))
    assert () == classes(node("m"))


def test_one_of_several_classes_is_enough():
    assert has_class(node("s"), "none", "one")
    assert not has_class(node("s"), "out")


def test_ancestors_go_from_the_nearest_outwards():
    assert ["d", "s", "m"] == ids(n for n in ancestors(node("p")) if n.id)


@pytest.mark.parametrize(("start", "names", "expected"), [("p", ["inner", "outer"], "d"), ("s", ["outer"], "s"), ("p", ["x"], None)])
def test_the_closest_element_with_a_class_may_be_the_element_itself(start, names, expected):
    found = closest(node(start), *names)

    assert expected == (found and found.id)


def test_inside_looks_only_around():
    assert "s" == inside(node("d"), "section").id
    assert inside(node("s"), "section") is None


def test_an_element_contains_itself_and_what_lies_in_it():
    assert contains(node("d"), node("d"))
    assert contains(node("m"), node("p"))
    assert not contains(node("p"), node("m"))


def test_below_leaves_the_element_itself_out():
    assert ["p", "q"] == ids(below(node("d"), "div, p"))


def test_children_are_elements_one_level_down():
    assert ["p", "q"] == ids(children(node("d")))


def test_order_is_that_of_the_page():
    order = in_order(PAGE, "main, p, i")

    assert [0, 1, 2, 3] == [order[node(name).mem_id] for name in ("m", "p", "q", "i")]


def test_what_lies_in_something_hidden_is_hidden():
    assert is_hidden(node("s"))
    assert is_hidden(node("p"))
    assert not is_hidden(node("m"))


def test_the_main_content_is_an_element_or_a_role():
    assert in_main(node("p"))
    assert in_main(node("b"))
    assert not in_main(node("m"))
    assert not in_main(node("i"))


def test_the_elements_that_hold_one_are_found_and_not_itself():
    held = [n.attributes["id"] for n in PAGE.css("[id]") if n.mem_id in holders(PAGE, "p")]

    assert held == ["m", "s", "d"]
    assert holders(PAGE, "table") == set()
