"""Every encoding of the web is read as browsers read it."""

from __future__ import annotations

import json
import re

import pytest

from govlint.capture.browser import Browser
from govlint.evidence.fact import Evidence
from govlint.evidence.snapshot import Vantage
from govlint.facts import builtin_facts
from govlint.facts.encodings import NAMES, decode, name_of
from tests.loopback import Loopback, html

# One word in each encoding, with characters that neighbouring encodings or Python's codec of that name have elsewhere.
WORDS = {
    "utf-8": "Zażółć £ 😀", "ibm866": "Привет № ·", "iso-8859-2": "Zażółć gęślą", "iso-8859-3": "Ĥĉĵŭ", "iso-8859-4": "ĸŖĻ ŧ",
    "iso-8859-5": "Привет №", "iso-8859-6": "مرحبا ؟", "iso-8859-7": "Γειά € ͺ", "iso-8859-8": "שלום", "iso-8859-8-i": "שלום",
    "iso-8859-10": "Đīņŧ ―", "iso-8859-13": "Ąžuolas „", "iso-8859-14": "Ẁŷḟ", "iso-8859-15": "œuvre €", "iso-8859-16": "țară €",
    "koi8-r": "Привет ©", "koi8-u": "Їжак ґ ў Ў", "macintosh": "café € Ω", "windows-874": "สวัสดี € …", "windows-1250": "žluťoučký €",
    "windows-1251": "Привет € ў", "windows-1252": "£ € “quoted” Ÿ \x81", "windows-1253": "Γειά € ΅", "windows-1254": "İstanbul € ğ",
    "windows-1255": "שלום ₪ \u05ba", "windows-1256": "مرحبا € پ", "windows-1257": "ąžuolas €", "windows-1258": "tiê\u0301ng ₫",
    "x-mac-cyrillic": "Привет Ґ €", "gbk": "你好 €", "gb18030": "你好 ḿ 😀", "big5": "你好 ‧ 廴", "euc-jp": "日本語 ①～㈱ ｱ",
    "iso-2022-jp": "日本語～", "shift_jis": "日本語 ①～㈱ ｱ", "euc-kr": "안녕 똠방각하", "utf-16be": "Žluť 😀", "utf-16le": "Žluť 😀",
    "x-user-defined": "a\uf780\uf7ff",
}  # fmt: skip
BYTES = {
    "windows-1252": "£ € “quoted” Ÿ ".encode("cp1252") + b"\x81", "windows-1255": "שלום ₪ ".encode("cp1255") + b"\xca",
    "koi8-u": "Їжак ґ ".encode("koi8-u") + b"\xae \xbe", "gbk": "你好 ".encode("gbk") + b"\x80",
    "gb18030": "你好 ".encode("gb18030") + b"\xa8\xbc " + "😀".encode("gb18030"), "big5": "你好 ".encode("big5") + b"\xa1\x45 \xc6\xcf",
    "euc-jp": "日本語 ".encode("euc_jp") + b"\xad\xa1\xa1\xc1\xad\xea \x8e\xb1", "iso-2022-jp": "日本語".encode("iso2022_jp")[:-3] + b"\x21\x41\x1b(B",
    "windows-1258": "tiê\u0301ng ₫".encode("cp1258"), "x-user-defined": b"a\x80\xff", "iso-8859-8-i": "שלום".encode("iso8859-8"),
    "macintosh": "café € Ω".encode("mac_roman"), "windows-874": "สวัสดี € …".encode("cp874"), "x-mac-cyrillic": "Привет Ґ €".encode("mac_cyrillic"),
    "shift_jis": "日本語 ①～㈱ ｱ".encode("cp932"), "euc-kr": "안녕 똠방각하".encode("cp949"), "ibm866": "Привет № ·".encode("cp866"),
    "utf-16be": "Žluť 😀".encode("utf-16-be"), "utf-16le": "Žluť 😀".encode("utf-16-le"),
}  # fmt: skip
LABELS = sorted(NAMES)
ORACLE = """(() => {
  const hex = (bytes) => new Uint8Array(bytes.match(/../g).map((byte) => parseInt(byte, 16)));
  return QUESTIONS.map(([label, bytes]) => new TextDecoder(label, { ignoreBOM: true }).decode(hex(bytes)));
})()"""


def in_bytes(name):
    return BYTES.get(name) or WORDS[name].encode(name.replace("windows-", "cp"))


def page(label, body, by_header=True):
    headers = [["content-type", f"text/html; charset={label}" if by_header else "text/html"]]
    return Evidence({"body": body, "raw_headers": headers, "role": "page"}, {}, builtin_facts()).get("html")


def test_the_list_of_labels_is_that_of_the_standard():
    assert (len(NAMES), len(set(NAMES.values()))) == (228, 40)
    assert set(WORDS) | {"replacement"} == set(NAMES.values())


@pytest.mark.parametrize("label", [label for label in LABELS if NAMES[label] != "replacement"])
def test_a_page_is_read_by_each_label_of_the_standard(label):
    name = NAMES[label]

    assert WORDS[name] == page(label, in_bytes(name))
    assert WORDS[name] == page(f'"{label.upper()}"', in_bytes(name))


@pytest.mark.parametrize("label", [label for label in LABELS if NAMES[label] == "replacement"])
def test_an_encoding_that_browsers_refuse_shows_nothing(label):
    assert page(label, b"<h1>Seen by some</h1>") == "\ufffd"


def test_what_a_meta_element_names_counts_where_the_header_names_nothing():
    declared = b"<!-- <meta charset=koi8-r> --><meta charset=windows-1251>"

    assert page("", declared + "Привет".encode("cp1251"), by_header=False).endswith("Привет")
    assert page("no-such", declared + "Привет".encode("cp1251")).endswith("Привет")
    assert page("koi8-r", declared + "Привет".encode("koi8-r")).endswith("Привет")


def test_a_meta_element_that_can_be_read_does_not_name_utf_16_or_an_encoding_of_the_user():
    assert page("", "<meta charset=utf-16>Ž".encode(), by_header=False).endswith("Ž")
    assert page("", b"<meta charset=x-user-defined>\x80", by_header=False).endswith("€")


def test_a_byte_order_mark_comes_before_every_label():
    assert page("koi8-r", "\ufeffŽ".encode()) == "Ž"
    assert page("utf-8", b"\xff\xfe" + "Ž".encode("utf-16-le")) == "Ž"


@pytest.mark.parametrize("label", ["", "utf-7", "cp500", "utf-32", "rot13", "base64", "idna", "unicode_escape", "latin-1"])
def test_a_label_that_only_python_knows_means_nothing(label):
    assert name_of(label) == ""


@pytest.mark.slow
def test_each_byte_and_pair_of_bytes_is_read_as_the_browser_reads_it():
    singles = [(name, bytes(range(256)).hex()) for name in WORDS if re.match("iso-8859|windows|koi8|mac|x-mac|ibm|x-user", name)]
    pairs = [
        (name, bytes((lead, trail)).hex())
        for name in ("gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr")
        for lead in range(0x81, 0xFF)
        for trail in range(0x40, 0xFF)
    ]
    questions = singles + pairs
    with Browser() as browser, Loopback({"/": html("<title>Decoder</title>")}) as server:
        browser.open(server.url + "/", Vantage())
        answers = browser.evaluate(ORACLE.replace("QUESTIONS", json.dumps(questions)))
    wrong = {
        (name, code): (said, decode(bytes.fromhex(code), name))
        for (name, code), said in zip(questions, answers, strict=True)
        if (len(code) > 4 or "\ufffd" not in said) and said != decode(bytes.fromhex(code), name)
    }

    # Two pairs of Big5 that look the same as two others are read as those.
    assert set(wrong) == {("big5", "a241"), ("big5", "a242")}
