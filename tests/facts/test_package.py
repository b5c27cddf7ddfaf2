"""Packages are opened with limits."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from govlint.evidence.fact import Evidence, NotGathered
from govlint.facts import builtin_facts
from govlint.facts.package import MOST_MEMBERS, BadPackage, TooLarge, open_package, read_member


def zipped(members: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as package:
        for name, body in members.items():
            package.writestr(name, body)
    return out.getvalue()


def linked(body: bytes, name: str) -> Evidence:
    url = f"https://a.gov.uk/{name}"
    values = {"url": url, "asked": url, "role": "document", "status": 200, "found_on": "", "body": body, "raw_headers": []}
    return Evidence(values, {}, builtin_facts())


def test_a_member_is_read():
    with open_package(zipped({"a.txt": b"Hello"})) as package:
        assert read_member(package, "a.txt") == b"Hello"


def test_a_member_that_unpacks_to_hundreds_of_times_its_size_is_not_read():
    with open_package(zipped({"a.txt": bytes(2_000_000)})) as package, pytest.raises(TooLarge, match="over 200 times"):
        read_member(package, "a.txt")


def test_a_member_above_the_limit_is_not_read():
    with open_package(zipped({"a.txt": b"Hello"})) as package, pytest.raises(TooLarge, match="more than 4"):
        read_member(package, "a.txt", most=4)


def test_a_member_that_lies_about_its_size_is_not_unpacked_beyond_it():
    raw = bytearray(zipped({"a.txt": bytes(5_000_000)}))
    entry = raw.find(b"PK\x01\x02")
    struct.pack_into("<I", raw, entry + 24, 1_000)

    with open_package(bytes(raw)) as package, pytest.raises(BadPackage, match="cannot be read"):
        read_member(package, "a.txt")


def test_a_directory_that_says_to_be_huge_is_not_read():
    body = zipped({f"{number}": b"" for number in range(MOST_MEMBERS + 1)}, zipfile.ZIP_STORED)

    with pytest.raises(BadPackage, match="20,001 files"):
        open_package(body)


@pytest.mark.parametrize("body", [b"PK\x03\x04", b"PK\x05\x06", b"PK\x05\x06" + b"\xff" * 18, b"PK\x03\x04" + b"x" * 5_000])
def test_what_is_no_package_says_so(body):
    with pytest.raises(BadPackage):
        open_package(body)


def test_an_office_part_that_is_too_large_leaves_its_rules_untested():
    mimetype = b"application/vnd.oasis.opendocument.text"
    odt = zipped({"mimetype": mimetype, "content.xml": b"<a>" + b" " * 30_000_000 + b"</a>"})

    with pytest.raises(NotGathered, match="content.xml"):
        linked(odt, "a.odt").get("odf")
    assert linked(odt, "a.odt").get("macros") == ()


def test_a_package_without_its_mimetype_is_an_archive_and_its_odt_suffix_a_lie():
    evidence = linked(zipped({"content.xml": b"<a/>"}), "a.odt")

    assert evidence.get("signature") == "zip"
    assert evidence.get("package_fault") == ""
