"""A target becomes addresses to begin with, or an error that says what to do."""

import pytest

from govlint.capture.target import BadTarget, resolve
from tests.loopback import Loopback


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder that the test runs in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bad(session, *texts):
    with pytest.raises(BadTarget) as told:
        resolve(list(texts), session)
    return str(told.value)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("https://WWW.gov.uk/a#b", "https://www.gov.uk/a"),
        ("http://www.gov.uk", "http://www.gov.uk/"),
        ("www.gov.uk", "https://www.gov.uk/"),
        ("www.gov.uk/a?b=c", "https://www.gov.uk/a?b=c"),
        ("example.gov.uk:8443/a", "https://example.gov.uk:8443/a"),
        ("localhost:3000", "http://localhost:3000/"),
        ("localhost", "http://localhost/"),
        ("127.0.0.1:3000/start", "http://127.0.0.1:3000/start"),
        ("[::1]:3000", "http://[::1]:3000/"),
        ("  https://www.gov.uk ", "https://www.gov.uk/"),
    ],
)
def test_an_address_is_where_to_begin(session, here, text, start):
    assert resolve([text], session).starts == (start,)


def test_each_address_comes_once_and_each_site_once(session):
    targets = resolve(["gov.uk/a", "https://www.gov.uk/b", "https://gov.uk/a", "localhost:1"], session)
    assert targets.starts == ("https://gov.uk/a", "https://www.gov.uk/b", "http://localhost:1/")
    assert targets.sites == ("https://gov.uk", "http://localhost:1")


def test_without_a_crawl_there_is_no_site_to_enter(session):
    assert resolve(["www.gov.uk"], session, crawl=False).sites == ()


def test_a_sitemap_is_named_by_its_address_or_its_path(session, here):
    text = "<urlset><url><loc>https://a.example/x</loc></url></urlset>"
    (here / "sitemap.xml").write_text(text)
    with Loopback({"/sitemap.xml": (200, {}, text)}) as site:
        for target in [f"{site.url}/sitemap.xml", "sitemap.xml", site.url[7:] + "/sitemap.xml"]:
            assert resolve([target], session).starts == ("https://a.example/x",)


def test_a_list_is_read_line_by_line(session, here):
    (here / "list.txt").write_bytes(
        b"\xef\xbb\xbf# all of them\r\n\r\nhttps://a.example/#top  # the front\r\nlocalhost:3000\r\n"
    )
    assert resolve(["list.txt"], session).starts == ("https://a.example/", "http://localhost:3000/")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nothing", "'nothing' is no address"),
        ("/a/path.html", "is no address"),
        ("mailto:a@example.gov.uk", "is a mailto: address"),
        ("http://a b/", "no host name"),
        ("<p>text</p>", "is no address"),
    ],
)
def test_a_bad_line_is_told_with_its_file_and_number(session, here, line, words):
    (here / "list.txt").write_text(f"https://a.example/\n{line}\n")
    told = bad(session, "list.txt")
    assert told.startswith("list.txt, line 2: ")
    assert words in told


def test_a_folder_is_served_and_every_page_in_it_is_a_start(session, here):
    (here / "site" / "a b").mkdir(parents=True)
    for name in ["index.html", "a b/\u00e9.html", "a b/index.html", "style.css"]:
        (here / "site" / name).write_text(name)
    with resolve(["site"], session) as targets:
        [site] = targets.sites
        assert targets.starts == (f"{site}/", f"{site}/a%20b/", f"{site}/a%20b/%C3%A9.html")
        assert [session.get(start).status for start in targets.starts] == [200, 200, 200]
        assert targets.shown(targets.starts[2]) == "site/a b/\u00e9.html"
        assert targets.shown(f"{site}/none.html") == "site/none.html"
        assert targets.shown("https://www.gov.uk/") == "https://www.gov.uk/"
    with pytest.raises(Exception, match="refused"):
        session.get(site)


def test_one_page_is_served_from_its_folder(session, here):
    (here / "a.html").write_text("a")
    (here / "b.html").write_text("b")
    with resolve(["a.html", str(here / "b.html"), "./b.html"], session) as targets:
        assert len(targets.servers) == 1
        [site] = targets.sites
        assert targets.starts == (f"{site}/a.html", f"{site}/b.html")
        assert session.get(f"{site}/b.html").body == b"b"


def test_a_file_or_folder_comes_before_a_host_of_the_same_name(session, here):
    (here / "www.gov.uk").mkdir()
    (here / "www.gov.uk" / "index.html").write_text("saved")
    with resolve(["www.gov.uk"], session) as targets:
        assert session.get(targets.starts[0]).body == b"saved"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "A target is empty"),
        ("indx.html", "There is no file or folder indx.html. Did you mean index.html?"),
        ("index.hmtl", "Did you mean index.html?"),
        ("nothing", "an address with https:// before it"),
        ("other/page.html", "There is no folder other"),
        ("ftp://example.gov.uk/", "is a ftp: address, not http or https"),
        ("file:///etc/passwd", "is a file: address"),
        ("javascript:alert(1)", "is a javascript: address"),
        ("http://", "names no host"),
        ("http://a b/", "no host name"),
        ("https://user:secret@example.gov.uk/", "user name or password"),
        ("empty.txt", "empty.txt is empty"),
        ("remarks.txt", "remarks.txt lists no address"),
        ("picture.png", "no text in UTF-8"),
        ("folder", "The folder folder holds no HTML file"),
        ("broken.xml", "broken.xml, line 1, column 0: this is no well-formed XML"),
        ("none.xml", "none.xml lists no address"),
        ("/dev/null", "neither a file nor a folder"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_what_cannot_be_checked_is_told_with_what_to_do(session, here, text, words):
    (here / "index.html").write_text("<p>")
    (here / "empty.txt").write_text("")
    (here / "remarks.txt").write_text("# nothing yet\n")
    (here / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (here / "broken.xml").write_text("<url")
    (here / "none.xml").write_text("<urlset/>")
    (here / "folder").mkdir()
    told = bad(session, text)
    assert words in told
    assert len(told) < 300


def test_a_sitemap_that_cannot_be_read_is_a_bad_target(session):
    with Loopback({}) as site:
        assert "status 404" in bad(session, f"{site.url}/sitemap.xml")


def test_nothing_to_check_is_told(session):
    assert "nothing to check" in bad(session)


def test_what_was_served_is_closed_when_another_target_is_bad(session, here, monkeypatch):
    closed = []
    from govlint.capture.folder import FolderServer

    close = FolderServer.close
    monkeypatch.setattr(FolderServer, "close", lambda self: (close(self), closed.append(self.folder)))
    (here / "a.html").write_text("a")
    bad(session, "a.html", "none.html")
    assert [str(folder) for folder in closed] == ["."]


def test_a_headers_file_that_cannot_be_read_is_told(session, here):
    (here / "index.html").write_text("<p>front")
    (here / "_headers").write_text("/*\n  nosniff\n")
    assert bad(session, ".").endswith("_headers, line 2: 'nosniff' is no header; write it as Name: value.")
