"""The encodings of the web: their labels, and how browsers read bytes by them.

The WHATWG Encoding Standard (https://encoding.spec.whatwg.org/) says what a label means and what each byte
becomes. Python's codecs of the same names differ: its iso-8859-1 is no Windows-1252, its euc_jp and
big5hkscs lack what browsers read, and some labels it does not know at all.
"""

from __future__ import annotations

import codecs
import re

# Each encoding and its other labels, as section 4.2 of the standard lists them.
_LABELS = """
utf-8: unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8
ibm866: 866 cp866 csibm866
iso-8859-2: csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
iso-8859-3: csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
iso-8859-4: csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
iso-8859-5: csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
iso-8859-6: arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
iso-8859-7: csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
iso-8859-8: csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual
iso-8859-8-i: csiso88598i logical
iso-8859-10: csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6
iso-8859-13: iso8859-13 iso885913
iso-8859-14: iso8859-14 iso885914
iso-8859-15: csisolatin9 iso8859-15 iso885915 iso_8859-15 l9
iso-8859-16:
koi8-r: cskoi8r koi koi8 koi8_r
koi8-u: koi8-ru
macintosh: csmacintosh mac x-mac-roman
windows-874: dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
windows-1250: cp1250 x-cp1250
windows-1251: cp1251 x-cp1251
windows-1252: ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252
windows-1253: cp1253 x-cp1253
windows-1254: cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254
windows-1255: cp1255 x-cp1255
windows-1256: cp1256 x-cp1256
windows-1257: cp1257 x-cp1257
windows-1258: cp1258 x-cp1258
x-mac-cyrillic: x-mac-ukrainian
gbk: chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk
gb18030:
big5: big5-hkscs cn-big5 csbig5 x-x-big5
euc-jp: cseucpkdfmtjapanese x-euc-jp
iso-2022-jp: csiso2022jp
shift_jis: csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
euc-kr: cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949
replacement: csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr
utf-16be: unicodefffe
utf-16le: csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16
x-user-defined:
"""
NAMES = {
    label: row.partition(":")[0]
    for row in _LABELS.strip().splitlines()
    for label in (row.partition(": ")[0].rstrip(":"), *row.partition(": ")[2].split())
}
FALLBACK = "windows-1252"  # what a page without a declaration is read by, if it is not UTF-8
REPLACEMENT = "replacement"  # encodings that browsers refuse to read, for they let text pass unseen
USER_DEFINED = "x-user-defined"

_CODECS = {
    "iso-8859-8-i": "iso8859-8", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "windows-874": "cp874",
    "ibm866": "cp866", "gbk": "gb18030", "big5": "big5hkscs", "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp_ext",
    "shift_jis": "cp932", "euc-kr": "cp949", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be",
}  # fmt: skip
# Characters that Python reads, and reads otherwise.
_OTHERWISE = {
    "koi8-u": {"\u255d": "\u045e", "\u256c": "\u040e"},
    "euc-jp": dict(zip("\u301c\u2016\u2212\xa2\xa3\xac", "\uff5e\u2225\uff0d\uffe0\uffe1\uffe2", strict=True)),
    "big5": dict(
        zip("\u2022\uff64\u203e\u223c\u2641\u2609\xa5\xa2\xa3", "\u2027\ufe51\xaf\uff5e\u2295\u2299\uffe5\uffe0\uffe1", strict=True)
    ),
    "gb18030": dict(
        zip(
            "\ue5e5\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue7c7\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864",
            "\u3000\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\u1e3f\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb",
            strict=True,
        )
    ),
}
_OTHERWISE["gbk"] = _OTHERWISE["gb18030"]
_OTHERWISE["iso-2022-jp"] = _OTHERWISE["euc-jp"]
# Pairs of bytes of Big5 that neither big5hkscs nor cp950 knows.
_BIG5 = (
    "877a㡵877b𡵓877c𣚞877d𦀡877e㻬87a1𥣞87a2㫵87a3竼87a4龗87a5𤅡87a6𨤍87a7𣇪87a8𠪊87a9𣉞87aa䌊87ab蒄87ac龖87ad鐯87ae䤰"
    "87af蘓87b0墖87b1靊87b2鈘87b3秐87b4稲87b5晠87b6権87b7袝87b8瑌87b9篅87ba枂87bb稬87bc剏87bd遆87be㓦87bf珄87c0𥶹87c1瓆"
    "87c2鿇87c3垳87c4䤯87c5呌87c6䄱87c7𣚎87c8堘87c9穲87ca𧭥87cb讏87cc䚮87cd𦺈87ce䆁87cf𥶙87d0箮87d1𢒼87d2鿈87d3𢓁87d4𢓉"
    "87d5𢓌87d6鿉87d7蔄87d8𣖻87d9䂴87da鿊87db䓡87dc𪷿87dd拁87de灮87df鿋8e69箸8e6f簆8e7e糎8eab緒8eb4縝8ecd者8ed0耨8f57菁"
    "8f69蒨8f6e萏8fcb覦8fcc覩8ffe起906d都907a銹90dc靜90f1響91bf鼖9244蔃92af兙92b0兛92b1兝92b2兞92c8鍮92d1瑹9447浧94ca禛"
    "95d9邗9644靝96ed瀞96fc嬨9b76爁9b78矗9b7b纇9bc6駖9bde釔9bec惞9bf6澶9c42輶9c53侻9c62營9c68鄄9c6b鷰9c77菏9cbc尐9cbd秣"
    "9cd0婧9d57輋9d5a筑9dc4拐9ea9恢9eef痹9efd汊9f60鬮9f66鼗9fcb僭9fd8弌a063蠏a077拎a0d5瑨a0df煢a0e4牐a3c0␀a3c1␁a3c2␂"
    "a3c3␃a3c4␄a3c5␅a3c6␆a3c7␇a3c8␈a3c9␉a3ca␊a3cb␋a3cc␌a3cd␍a3ce␎a3cf␏a3d0␐a3d1␑a3d2␒a3d3␓a3d4␔a3d5␕"
    "a3d6␖a3d7␗a3d8␘a3d9␙a3da␚a3db␛a3dc␜a3dd␝a3de␞a3df␟a3e0␡c6cf廴c6d3无c6d5癶c6d7隶c6de〃c6df仝fa5f倩fa66偽"
    "fabd包fac5卄fad5卿fb48嘅fbb8婷fbf3幵fbf9廐fc4f彘fc6c悤fcb9撐fce2晴fcf1杞fdb7沜fdb8渝fdbb港fdf1煮fe52猪fe6f瑜feaa瓩"
    "fedd砉"
)
_BIG5_PAIRS = {bytes.fromhex(pair): character for pair, character in re.findall(r"([0-9a-f]{4})(.)", _BIG5)}


def name_of(label: str) -> str:
    """The encoding that a label means, in lower case; empty for a label that browsers do not know."""
    return NAMES.get(label.strip("\t\n\f\r ").lower(), "")


def decode(body: bytes, name: str) -> str:
    """The bytes as text, as a browser reads them; what cannot be read is U+FFFD."""
    if name == REPLACEMENT:
        return "\ufffd" if body else ""
    if name == USER_DEFINED:
        return body.decode("latin-1").translate({byte: 0xF700 + byte for byte in range(0x80, 0x100)})
    codec = _CODECS.get(name, name.replace("windows-", "cp"))
    text = body.decode(codec, f"govlint-{name}" if name in _MENDING else "replace")
    others = _OTHERWISE.get(name)
    return text.translate(str.maketrans(others)) if others else text


def _single(error: UnicodeError) -> tuple[str, int]:
    """A byte without a character: browsers read the control codes as such."""
    byte = error.object[error.start]
    return chr(byte) if byte < 0xA0 else "\ufffd", error.start + 1


def _hebrew(error: UnicodeError) -> tuple[str, int]:
    return ("\u05ba", error.start + 1) if error.object[error.start] == 0xCA else _single(error)


def _gb(error: UnicodeError) -> tuple[str, int]:
    if error.object[error.start] == 0x80:
        return "€", error.start + 1
    return codecs.replace_errors(error)


def _big5(error: UnicodeError) -> tuple[str, int]:
    pair = error.object[error.start : error.start + 2]
    found = _BIG5_PAIRS.get(pair) or pair.decode("cp950", "ignore")
    return (found, error.start + 2) if len(found) == 1 and len(pair) == 2 and pair[0] > 0x80 and pair[1] >= 0x40 else codecs.replace_errors(error)


def _japanese(error: UnicodeError) -> tuple[str, int]:
    """Rows that NEC and IBM added: cp932 has them at the same place of the table."""
    lead, trail = (*error.object[error.start : error.start + 2], 0, 0)[:2]
    row, cell = (lead & 0x7F) - 0x21, (trail & 0x7F) - 0x21
    if not (0 <= row < 94 and 0 <= cell < 94 and lead >> 7 == trail >> 7):
        return codecs.replace_errors(error)
    first = row // 2 + (0x81 if row < 62 else 0xC1)
    second = cell + (0x9F if row % 2 else 0x40 if cell < 63 else 0x41)
    found = bytes((first, second)).decode("cp932", "ignore")
    return (found, error.start + 2) if len(found) == 1 else codecs.replace_errors(error)


_MENDING = {
    **{name: _single for name in NAMES.values() if re.match("windows-|iso-8859-|koi8-|macintosh|x-mac-|ibm", name)},
    "windows-1255": _hebrew, "gbk": _gb, "gb18030": _gb, "big5": _big5, "euc-jp": _japanese, "iso-2022-jp": _japanese,
}  # fmt: skip
for _name, _mend in _MENDING.items():
    codecs.register_error(f"govlint-{_name}", _mend)
