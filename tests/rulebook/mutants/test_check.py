"""Each constant, comparison and operator of a check is changed on its own, and nothing that no case can notice."""

from __future__ import annotations

import ast

import pytest

from govlint.rulebook.mutants.check import check_mutants


def changes(tmp_path, body: str) -> list[str]:
    path = tmp_path / "rule" / "check.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(body, "utf-8")
    return [mutant.change for mutant in check_mutants(path, tmp_path)]


def of(tmp_path, expression: str) -> list[str]:
    """The changes to one expression of names a, b, c."""
    return changes(tmp_path, f"def check(a, b, c):\n    yield {expression}\n")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a == b", ["a == b → a != b"]),
        ("a < b <= c", ["a < b <= c → a <= b <= c", "a < b <= c → a < b < c"]),
        ("a > b", ["a > b → a >= b"]),
        ("a >= b", ["a >= b → a > b"]),
        ("a in b", ["a in b → a not in b"]),
        ("a is not None", ["a is not None → a is None"]),
        ("a and b", ["“a” left out of “a and b”", "“b” left out of “a and b”"]),
        ("a or b or c", [f"“{name}” left out of “a or b or c”" for name in "abc"]),
        ("not a", ["not a → a"]),
        ("a + b", ["a + b → a - b"]),
        ("a * b", ["a * b → a // b"]),
        ("a | b", ["“b” left out of “a | b”", "“a” left out of “a | b”"]),
        ("3", ["3 → 2 in “yield 3”", "3 → 4 in “yield 3”"]),
        ("0.85", ["0.85 → 0.84 in “yield 0.85”", "0.85 → 0.86 in “yield 0.85”"]),
        ("True", ["True → False in “yield True”"]),
        ("b'a'", ["b'a' → b'xxaxx'"]),
        ("'a'", ["'a' → 'xxaxx'"]),
        ("{'a': 'b'}", ["'a' → 'xxaxx'", "'b' → 'xxbxx'"]),
        ("'a b'.split()", ["the word “a” left out", "the word “b” left out"]),
        ("a.css('h1, h2')", ["the alternative “h1” left out", "the alternative “h2” left out", "“h1” left out of “h1”"]),
        ("r'a|b'", ["the alternative “a” left out", "the alternative “b” left out"]),
        ("re.match('a|b', a)", ["the alternative “a” left out", "the alternative “b” left out"]),
        ("re.search(a, b, re.I)", ["re.I → 0"]),
        ("re.search(a, b, re.I | re.M)", ["“re.M” left out of “re.I | re.M”", "“re.I” left out of “re.I | re.M”"]),
        ("[a for a in b if c.x]", ["c.x → True"]),
        ("a if b else c", ["b → True"]),
        ("None", []),
        ("a.get('x', '')", ["'x' → 'xxxxx'"]),
        ("a or ''", ["“a” left out of “a or ''”"]),
        ("a == ''", ["a == '' → a != ''", "'' → 'xxxx'"]),
    ],
)
def test_an_expression_is_changed_part_by_part(tmp_path, expression, expected):
    assert sorted(expected) == sorted(of(tmp_path, expression))


def test_a_name_given_to_a_selector_is_a_selector(tmp_path):
    found = changes(tmp_path, "WANTED = 'h1, h2'\n\ndef check(dom):\n    yield dom.css(WANTED)\n")

    assert ["the alternative “h1” left out", "the alternative “h2” left out", "“h1” left out of “h1”"] == found


@pytest.mark.parametrize(
    "body",
    [
        '"""A docstring of 3 words."""\n',
        "from __future__ import annotations\nimport re as x\n",
        "def check(a: Literal['x'], b: int | None) -> Iterator['Verdict']:\n    yield a\n",
        "@dataclass(frozen=True)\nclass Found:\n    name: 'str'\n",
        "def check(a):\n    raise ValueError('not 3')\n",
        "def check(a):\n    assert a, 'nothing'\n",
        "def check(a):\n    yield Failed(a, a.key, what='a' if a.x > 3 else 'b')\n",
        "def check(a):\n    yield Failed(Place(a, 3, excerpt='x'), a.key)\n",
        "def check(a):\n    said = {'what': 'x'}\n    yield Failed(a, a.key, **said)\n",
        "def check(a):\n    yield Failed(a, a.key, what=shown(a))\n\ndef shown(a):\n    return half(a) + '…'\n\ndef half(a):\n    return a[:40]\n",
        "def check(a):\n    yield f'{a:>3}'\n",
        "def check(a):\n    at, major = a.place, a.major + 1\n    yield Failed(at, a.key, major=major)\n",
    ],
)
def test_what_no_case_can_notice_is_left_as_it_is(tmp_path, body):
    assert [] == changes(tmp_path, body)


def test_a_name_that_is_not_only_read_by_users_is_changed(tmp_path):
    body = "def check(a):\n    limit = 3\n    if a > limit:\n        yield Failed(a, a.key, limit=limit)\n"

    assert ["3 → 2 in “limit = 3”", "3 → 4 in “limit = 3”", "a > limit → a >= limit"] == changes(tmp_path, body)


def test_a_word_of_a_long_list_is_told_with_its_own_line(tmp_path):
    path = tmp_path / "rule" / "check.py"
    path.parent.mkdir()
    path.write_text('WORDS = (\n    "first "\n    "second"\n).split()\n\ndef check(a):\n    yield a in WORDS\n', "utf-8")

    assert [("first", 2), ("second", 3)] == [
        (mutant.change.split("“")[1].split("”")[0], mutant.line) for mutant in check_mutants(path, tmp_path) if mutant.words
    ]


def test_a_mutant_is_the_changed_check_and_the_next_one_is_not(tmp_path):
    path = tmp_path / "rule" / "check.py"
    path.parent.mkdir()
    path.write_text("def check(a):\n    return a + 3\n", "utf-8")
    mutants = list(check_mutants(path, tmp_path))

    assert [-2, 3, 5] == sorted(mutant.make()(a=1) for mutant in mutants)
    assert [-2, 3, 5] == sorted(mutant.make()(a=1) for mutant in mutants)
    assert ast.unparse(ast.parse(path.read_text("utf-8"))) == "def check(a):\n    return a + 3"
