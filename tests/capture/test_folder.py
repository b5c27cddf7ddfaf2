"""A folder is served as a well set up server would serve it, and nothing beside it."""

import http.client
import os
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest

from govlint.capture.folder import FolderServer
from govlint.capture.header_file import BadHeaders


@pytest.fixture
def served(tmp_path):
    """A folder with a secret beside it, and its server."""
    (tmp_path / "secret.html").write_text("secret")
    site = tmp_path / "site"
    (site / "part").mkdir(parents=True)
    (site / "index.html").write_text("<p>front")
    (site / "part" / "index.html").write_text("<p>part")
    (site / "empty").mkdir()
    with FolderServer(site) as server:
        yield server


def ask(server, path, method="GET"):
    """Status, headers and body, with the path sent as it stands."""
    wire = http.client.HTTPConnection(server.origin.removeprefix("http://"), timeout=10)
    try:
        wire.putrequest(method, path, skip_accept_encoding=True)
        wire.endheaders()
        answer = wire.getresponse()
        headers = dict(answer.getheaders())
        sent = parsedate_to_datetime(headers.pop("Date"))
        assert abs(datetime.now(UTC) - sent) < timedelta(minutes=10)
        return answer.status, headers, answer.read()
    finally:
        wire.close()


def test_a_file_is_served_with_its_type_and_length(served):
    status, headers, body = ask(served, "/index.html?a=1")
    assert (status, body) == (200, b"<p>front")
    assert headers == {"Content-Type": "text/html; charset=utf-8", "Content-Length": "8"}


def test_a_folder_shows_its_index_and_no_list(served):
    assert ask(served, "/")[2] == b"<p>front"
    assert ask(served, "/part/")[2] == b"<p>part"
    assert ask(served, "/empty/")[0] == 404
    assert ask(served, "/empty")[0] == 404


def test_a_folder_without_its_slash_is_redirected_within_the_site(served):
    assert ask(served, "/part?a=1")[:2] == (301, {"Location": "/part/?a=1", "Content-Length": "0"})
    assert ask(served, "//part")[1]["Location"] == "/part/"


def test_head_has_the_headers_alone(served):
    status, headers, body = ask(served, "/", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "8", b"")
    assert ask(served, "/none", "HEAD")[2] == b""


def test_nothing_but_get_and_head_is_answered(served):
    assert ask(served, "/", "POST")[0] == 501


@pytest.mark.parametrize(
    "path",
    ["/../secret.html", "/%2e%2e/secret.html", "/part/..%2f../secret.html", "/..%5csecret.html",
     "/part/../../secret.html", "/%00", "//secret.html", "/index.html/", "/none.html", "/" + "a" * 5000],
)
def test_what_is_not_in_the_folder_is_not_served(served, path):
    status, _, body = ask(served, path)
    assert status == 404
    assert b"secret" not in body


def test_a_link_inside_the_folder_is_followed_and_one_outside_is_not(served):
    os.symlink(served.folder / "part", served.folder / "inside")
    os.symlink(served.folder.parent, served.folder / "outside")
    os.symlink(served.folder.parent / "secret.html", served.folder / "leak.html")
    assert ask(served, "/inside/")[0] == 200
    assert ask(served, "/outside/secret.html")[0] == 404
    assert ask(served, "/leak.html")[0] == 404


@pytest.mark.parametrize(
    ("name", "body", "kind"),
    [
        ("a.html", b"<meta charset=latin-1><p>caf\xe9", "text/html"),
        ("a.htm", "<meta charset=utf-8><p>caf\u00e9".encode(), "text/html"),
        ("a.html", "<p>caf\u00e9".encode(), "text/html; charset=utf-8"),
        ("a.html", b"<p>caf\xe9", "text/html"),
        ("a.html", b"\xef\xbb\xbf<p>caf\xc3\xa9", "text/html"),
        ("a.html", b"", "text/html; charset=utf-8"),
        ("a.xhtml", b"<html/>", "application/xhtml+xml"),
        ("start", b"\n<!DOCTYPE html><p>a", "text/html; charset=utf-8"),
        ("picture", b"\x89PNG\r\n", "application/octet-stream"),
        ("a.unknown", b"<!doctype html>", "application/octet-stream"),
        ("a.CSV", b"a,b", "text/csv"),
        ("a.css", b"", "text/css"),
        ("a.js", b"", "text/javascript"),
        ("a.mjs", b"", "text/javascript"),
        ("a.pdf", b"%PDF-1.7", "application/pdf"),
        ("a.doc", b"", "application/msword"),
        ("a.ods", b"", "application/vnd.oasis.opendocument.spreadsheet"),
        ("a.svg", b"<svg/>", "image/svg+xml"),
        ("a.woff2", b"", "font/woff2"),
        ("a.jfif", b"", "image/jpeg"),
        ("a.mp4", b"", "video/mp4"),
        ("sitemap.xml", b"", "application/xml"),
        ("a.xml.gz", b"", "application/gzip"),
    ],
)
def test_a_file_has_the_type_of_its_name(served, name, body, kind):
    (served.folder / name).write_bytes(body)
    status, headers, got = ask(served, f"/{name}")
    assert (status, headers["Content-Type"], got) == (200, kind, body)


def test_every_page_has_an_address_that_leads_back_to_it(served):
    for name in ["caf\u00e9 #1?.html", "part/100%.HTM", ".git/a.html", "node_modules/a.html", "b.txt"]:
        file = served.folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name)
    pages = served.pages()
    assert [str(page.relative_to(served.folder)) for page in pages] == [
        "index.html", "caf\u00e9 #1?.html", "part/index.html", "part/100%.HTM",
    ]
    addresses = [served.address_of(page) for page in pages]
    assert addresses[0] == f"{served.origin}/"
    assert addresses[2:] == [f"{served.origin}/part/", f"{served.origin}/part/100%25.HTM"]
    for page, address in zip(pages, addresses, strict=True):
        assert served.file_of(address) == page
        assert ask(served, address.removeprefix(served.origin))[2] == page.read_bytes()


def test_an_address_elsewhere_shows_no_file(served):
    assert served.file_of("https://www.gov.uk/index.html") is None
    assert served.file_of(f"{served.origin}/none.html") is None


def test_a_closed_server_is_gone(tmp_path):
    server = FolderServer(tmp_path)
    server.close()
    with pytest.raises(OSError):
        ask(server, "/")


@pytest.fixture
def chosen(tmp_path):
    """A function that serves a folder of a page, a part and a style sheet with this `_headers`."""
    (tmp_path / "part").mkdir()
    for name in ("index.html", "part/index.html", "part/a.css"):
        (tmp_path / name).write_text("<!doctype html>")
    servers = []

    def serve(text):
        (tmp_path / "_headers").write_text(text)
        servers.append(FolderServer(tmp_path))
        return servers[-1]

    yield serve
    for server in servers:
        server.close()


def pairs(server, path):
    """The headers that the folder itself chose, in order."""
    wire = http.client.HTTPConnection(server.origin.removeprefix("http://"), timeout=10)
    try:
        wire.request("GET", path)
        answer = wire.getresponse()
        answer.read()
        return [pair for pair in answer.getheaders() if pair[0] not in ("Content-Type", "Content-Length", "Date")]
    finally:
        wire.close()


def test_the_headers_file_adds_headers_to_every_path_that_fits(chosen):
    server = chosen("# ours\n/*\n  A: 1\n\n/part/*\n\tB: https://b/\n/part/\n  C: 3\n")
    assert pairs(server, "/") == [("A", "1")]
    assert pairs(server, "/part/") == [("A", "1"), ("B", "https://b/"), ("C", "3")]
    assert pairs(server, "/part/?q=/x") == [("A", "1"), ("B", "https://b/"), ("C", "3")]
    assert pairs(server, "/part/a.css") == [("A", "1"), ("B", "https://b/")]
    assert pairs(server, "/part") == [("Location", "/part/"), ("A", "1")]
    assert pairs(server, "/none") == [("A", "1")]


def test_a_header_may_come_twice_and_may_be_taken_back(chosen):
    server = chosen("/*\n  Set-Cookie: a=1\n  Set-Cookie: b=2\n  X: 1\n/:name/a.css\n  ! x\n  ! Set-Cookie\n  Y: 2\n")
    assert pairs(server, "/part/") == [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("X", "1")]
    assert pairs(server, "/part/a.css") == [("Y", "2")]
    assert pairs(server, "/part/part/a.css") == pairs(server, "/")


def test_the_headers_file_can_set_the_type_of_a_file(chosen):
    server = chosen("/part/a.css\n  content-type: text/plain\n")
    assert ask(server, "/part/a.css")[1] == {"content-type": "text/plain", "Content-Length": "15"}


def test_the_headers_file_itself_is_not_served(chosen):
    server = chosen("/*\n  A: 1\n")
    assert [ask(server, path)[0] for path in ("/_headers", "/%5Fheaders")] == [404, 404]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A: 1\n", "line 1: 'A: 1' is no path; begin it with /, and indent the headers below it."),
        ("\n  A: 1\n", "line 2: a header stands before any path; write a line such as /* above it."),
        ("/*\n  A\n", "line 2: 'A' is no header; write it as Name: value."),
        ("/*\n  A B: 1\n", "line 2: 'A B: 1' is no header; write it as Name: value."),
        ("/*\n  ! A: 1\n", "line 2: '! A: 1' is no header; write it as Name: value."),
        ("/*\n  Content-Length: 1\n", "line 2: Content-Length is what the server says itself; take the line out."),
    ],
)
def test_a_headers_file_that_cannot_be_read_is_told_with_its_line(chosen, text, told):
    with pytest.raises(BadHeaders) as error:
        chosen(text)
    assert str(error.value).endswith(f"_headers, {told}")


def test_a_page_404_is_the_body_of_what_is_not_there_and_no_page_to_begin_with(served):
    (served.folder / "404.html").write_text("<p>not found")
    (served.folder / "part" / "404.html").write_text("<p>an address like any other")
    for path in ("/none", "/part/none.html", "/empty/"):
        assert ask(served, path)[::2] == (404, b"<p>not found")
    assert ask(served, "/none")[1]["Content-Type"] == "text/html; charset=utf-8"
    assert ask(served, "/none", "HEAD")[::2] == (404, b"")
    assert [str(page.relative_to(served.folder)) for page in served.pages()] == ["index.html", "part/index.html", "part/404.html"]


def test_a_folder_has_the_same_address_each_time_and_another_one_while_that_is_taken(tmp_path):
    (tmp_path / "index.html").write_text("<h1>Page</h1>")
    with FolderServer(tmp_path) as first, FolderServer(tmp_path) as second:
        assert first.origin != second.origin
        origin = first.origin
    with FolderServer(tmp_path) as again:
        assert again.origin == origin
