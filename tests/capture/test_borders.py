"""A scan of a public site stays outside of machines and networks, however an address is spelt."""

from __future__ import annotations

import ipaddress
import pickle
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govlint.capture.borders import INSIDE, Borders, Names, Refused, kind_of, looked_up
from govlint.capture.fetch import Session, Unreachable
from govlint.capture.limits import Limits
from govlint.capture.sitemap import read_sitemap
from govlint.capture.target import BadTarget, resolve
from govlint.model.url import canonical
from tests.borders import BORDERS, HOSTS, numbers
from tests.loopback import Loopback, html, redirect

LIMITS = Limits(connect=2, read=2, total=5)
PUBLIC = Borders(public=True)
FOUR = [ipaddress.ip_network(network) for network, _ in INSIDE if "." in network]
SIX = [ipaddress.ip_network(network) for network, _ in INSIDE if ":" in network]


def unknown(host):
    raise socket.gaierror(socket.EAI_NONAME, f"{host} must not be looked up")


def within(networks):
    return st.sampled_from(networks).flatmap(
        lambda network: st.integers(int(network[0]), int(network[-1])).map(type(network[0]))
    )


def pieces(address):
    return [int(part) for part in str(address).split(".")]


# How one IPv4 address can be written in an address of the web.
SPELLINGS = {
    "dotted": str,
    "decimal": lambda a: str(int(a)),
    "hexadecimal": lambda a: hex(int(a)),
    "octal": lambda a: f"0{int(a):o}",
    "octal parts": lambda a: ".".join(f"0{part:o}" for part in pieces(a)),
    "hexadecimal parts": lambda a: ".".join(hex(part).upper().replace("X", "x") for part in pieces(a)),
    "two parts": lambda a: f"{pieces(a)[0]}.{int(a) & 0xFFFFFF}",
    "three parts": lambda a: f"{pieces(a)[0]}.{pieces(a)[1]}.{int(a) & 0xFFFF}",
    "with a dot behind": lambda a: f"{a}.",
    "percent-encoded": lambda a: "".join(f"%{ord(sign):02x}" for sign in str(a)),
    "in wide digits": lambda a: str(a).translate({48 + n: 0xFF10 + n for n in range(10)}),
    "mapped": lambda a: f"[::ffff:{a}]",
    "mapped in hexadecimal": lambda a: f"[{ipaddress.IPv6Address(0xFFFF_0000_0000 | int(a)).exploded}]",
    "translated (NAT64)": lambda a: f"[64:ff9b::{a}]",
    "translated in a network": lambda a: f"[64:ff9b:1::{a}]",
    "carried (6to4)": lambda a: f"[{ipaddress.IPv6Address((0x2002 << 112) | (int(a) << 80) | 1)}]",
    "carried (Teredo)": lambda a: f"[{ipaddress.IPv6Address((0x20010000 << 96) | (~int(a) & 0xFFFFFFFF))}]",
    "compatible": lambda a: f"[::{a}]",
}


@given(within(FOUR), st.sampled_from(sorted(SPELLINGS)), st.sampled_from(["", ":80", ":8443"]))
def test_no_spelling_of_an_ipv4_address_inside_gets_through(address, spelling, port):
    url = canonical(f"http://{SPELLINGS[spelling](address)}{port}/path")

    with pytest.raises(Refused):
        Names(PUBLIC).admitted(url)


@given(within(SIX), st.booleans(), st.booleans())
def test_no_spelling_of_an_ipv6_address_inside_gets_through(address, exploded, upper):
    if (carried := address.ipv4_mapped) or address in ipaddress.ip_network("64:ff9b::/96"):
        carried = carried or ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        assert kind_of(str(address)) == kind_of(str(carried))
        return
    text = address.exploded if exploded else str(address)

    with pytest.raises(Refused):
        Names(PUBLIC).admitted(canonical(f"https://[{text.upper() if upper else text}]/"))


@given(st.integers(0, 2**32 - 1).map(ipaddress.IPv4Address) | st.integers(0, 2**128 - 1).map(ipaddress.IPv6Address) | within(SIX))
def test_what_python_takes_for_private_is_never_taken_for_public(address):
    if kind_of(str(address)) == "" and not (address.version == 6 and (address.ipv4_mapped or address.sixtofour or address.teredo)):
        assert address.is_global
        assert not address.is_multicast


@given(st.integers(0, 2**32 - 1).map(ipaddress.IPv4Address))
def test_what_python_takes_for_global_is_public_but_for_relays_and_multicast(address):
    relays = ipaddress.ip_network("192.88.99.0/24"), ipaddress.ip_network("192.0.0.0/24")
    if address.is_global and not address.is_multicast and not any(address in relay for relay in relays):
        assert kind_of(str(address)) == ""


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("127.0.0.1", "loopback"), ("::1", "loopback"), ("169.254.169.254", "link-local"), ("fe80::1%eth0", "link-local"),
        ("9.255.255.255", ""), ("10.0.0.0", "private"), ("10.255.255.255", "private"), ("11.0.0.0", ""),
        ("172.15.255.255", ""), ("172.16.0.0", "private"), ("172.31.255.255", "private"), ("172.32.0.0", ""),
        ("192.167.255.255", ""), ("192.168.0.0", "private"), ("192.169.0.0", ""),
        ("100.63.255.255", ""), ("100.64.0.0", "shared"), ("100.127.255.255", "shared"), ("100.128.0.0", ""),
        ("223.255.255.255", ""), ("224.0.0.0", "multicast"), ("255.255.255.255", "reserved"), ("0.0.0.0", "reserved"),
        ("fc00::", "unique-local"), ("fdff::1", "unique-local"), ("2606:4700::1111", ""), ("2001:db8::1", "documentation"),
        ("64:ff9b::8.8.8.8", ""), ("64:ff9b::10.0.0.1", "private"), ("2002:808:808::1", ""), ("2002:a00:1::1", "private"),
        ("::ffff:8.8.8.8", ""), ("::8.8.8.8", "reserved"),
    ],
)  # fmt: skip
def test_each_network_ends_where_it_should(number, kind):
    assert kind_of(number) == kind


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "localhost.", "a.b.localhost", "%6cocalhost", "ｌocalhost"])
def test_the_names_of_loopback_are_not_looked_up_and_refused(host, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    with pytest.raises(Refused, match="loopback"):
        Names(PUBLIC).admitted(canonical(f"http://{host}:8000/"))


def test_a_name_is_looked_up_once_and_never_again():
    answers = iter([("127.0.0.1",), ("127.0.0.2",)])
    names = Names(Borders(public=True, table=BORDERS.table, resolve=lambda host: next(answers)))

    assert [names.admitted("http://www.service.test/a"), names.admitted("https://www.service.test/b")] == [("127.0.0.1",)] * 2


def test_a_name_that_changes_its_number_between_check_and_connection_is_of_no_use():
    answers = iter([("127.0.0.1",), ("127.0.0.2",)])
    borders = Borders(public=True, table=BORDERS.table, resolve=lambda host: next(answers))
    with Loopback({"/": html("public")}) as outside, Session(limits=LIMITS, names=Names(borders)) as session:
        for _ in range(2):
            assert session.get(f"http://rebinding.test:{outside.port}/").body == b"public"


def test_of_several_numbers_only_those_outside_are_used():
    assert Names(BORDERS).admitted("http://both.service.test/") == ("127.0.0.1",)


def test_a_name_without_numbers_is_a_host_that_is_not_there():
    with Session(limits=LIMITS, names=Names(BORDERS)) as session, pytest.raises(Unreachable) as failed:
        session.get("http://nowhere.service.test/")

    assert failed.value.kind == "dead-host"


def test_a_dead_number_is_passed_over_for_the_next(dead_port):
    hosts = {"two.test": ("127.0.0.4", "127.0.0.1")}
    names = Names(Borders(public=True, table=BORDERS.table, resolve=hosts.__getitem__))
    with Loopback({"/": html("second")}) as outside, Session(limits=LIMITS, names=names) as session:
        assert session.get(f"http://two.test:{outside.port}/").body == b"second"


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("way", ["number", "name"])
def test_a_chain_of_redirects_ends_at_the_border(method, way):
    with Loopback({"/": html("secret")}, host="127.0.0.3") as inside, Loopback({}) as outside:
        secret = f"http://{'127.0.0.3' if way == 'number' else 'secrets.service.test'}:{inside.port}/"
        outside.answers |= {"/": redirect(f"http://assets.service.test:{outside.port}/on"), "/on": redirect(secret, 307)}
        with Session(limits=LIMITS, names=Names(BORDERS)) as session, pytest.raises(Unreachable) as failed:
            getattr(session, method)(f"http://www.service.test:{outside.port}/")

        assert inside.asked == []
    assert failed.value.kind == "refused-address"
    assert f"assets.service.test:{outside.port}/on redirects" in failed.value.text
    assert "127.0.0.3" in failed.value.text
    assert "link-local" in failed.value.text
    assert "--allow-private" in failed.value.text


def test_host_header_and_certificate_are_those_of_the_name_that_was_looked_up(certificate):
    pem = certificate("DNS:www.service.test")
    with Loopback({"/": html("safe")}, pem) as outside, Session(limits=LIMITS, verify=str(pem), names=Names(BORDERS)) as session:
        assert session.get(f"https://www.service.test:{outside.port}/").body == b"safe"
        assert outside.seen[0]["Host"] == f"www.service.test:{outside.port}"

        with pytest.raises(Unreachable) as failed:
            session.get(f"https://assets.service.test:{outside.port}/")
    assert failed.value.kind == "tls-error"


@pytest.mark.parametrize(
    "target", ["http://localhost:3000/", "localhost:3000", "http://[::1]:3000/", "http://127.1:3000/", "http://10.0.0.8/", "http://intranet/"]
)
def test_a_target_that_the_user_names_inside_lifts_the_borders(target):
    names = Names(Borders(resolve=numbers))
    with Session(names=names) as session, resolve([target], session) as targets:
        assert targets.starts

    assert names.borders.lifted
    assert names.admitted("http://localhost:4000/script.js") == ()
    assert names.admitted("http://192.168.0.7/api") == ()


def test_a_folder_and_a_list_of_addresses_inside_lift_the_borders(tmp_path):
    (tmp_path / "index.html").write_text("<title>Page</title>")
    (tmp_path / "list.txt").write_text("http://localhost:3000/a\nhttp://127.0.0.1:3000/b\n")
    for target in (tmp_path, tmp_path / "list.txt"):
        names = Names(Borders(resolve=numbers))
        with Session(names=names) as session, resolve([str(target)], session):
            assert names.borders.lifted


def test_beside_a_public_target_only_the_site_that_was_named_is_open():
    names = Names(Borders(table=BORDERS.table, resolve=numbers))
    names.name("http://www.service.test/", "http://127.0.0.2:3000/start")

    assert not names.borders.lifted
    assert names.admitted("http://127.0.0.2:3000/other") == ("127.0.0.2",)
    assert names.admitted("https://127.0.0.2:3000/other") == ("127.0.0.2",)
    for url in ("http://127.0.0.2:4000/", "http://127.0.0.2/", "http://inside.service.test:3000/"):
        with pytest.raises(Refused):
            names.admitted(url)


def test_the_user_can_allow_everything():
    names = Names(Borders(allowed=True, public=True, resolve=unknown))

    assert names.admitted("http://169.254.169.254/latest") == ()


def test_nothing_named_lifts_nothing():
    with pytest.raises(Refused):
        Names(Borders()).admitted("http://127.0.0.1/")


def test_a_public_sitemap_cannot_name_an_address_inside():
    listed = '<urlset><url><loc>http://127.0.0.2:81/secret</loc></url></urlset>'
    with Loopback({"/sitemap.xml": (200, {}, listed)}) as outside:
        names = Names(Borders(table=BORDERS.table, resolve=numbers))
        with Session(limits=LIMITS, names=names) as session:
            targets = resolve([f"http://www.service.test:{outside.port}/sitemap.xml"], session)

            assert targets.starts == ("http://127.0.0.2:81/secret",)
            with pytest.raises(Unreachable, match="loopback"):
                session.get(targets.starts[0])


def test_an_index_of_sitemaps_leads_no_further_than_a_redirect():
    with Loopback({"/s.xml": html("secret")}, host="127.0.0.2") as inside, Loopback({}) as outside:
        index = f"<sitemapindex><sitemap><loc>{inside.url}/s.xml</loc></sitemap></sitemapindex>"
        outside.answers["/sitemap.xml"] = (200, {}, index)
        names = Names(BORDERS)
        with Session(limits=LIMITS, names=names) as session, pytest.raises(ValueError, match="loopback"):
            read_sitemap(session, f"http://www.service.test:{outside.port}/sitemap.xml")

        assert inside.asked == []


def test_a_file_is_refused_as_target_in_lists_in_sitemaps_and_behind_redirects(tmp_path):
    names = Names(Borders(allowed=True))
    (tmp_path / "list.txt").write_text("http://localhost:3000/\nfile:///etc/passwd\n")
    (tmp_path / "sitemap.xml").write_text("<urlset><url><loc>file:///etc/passwd</loc></url></urlset>")
    with Session(limits=LIMITS, names=names) as session:
        for target in ("file:///etc/passwd", "FILE:/etc/passwd", str(tmp_path / "list.txt"), str(tmp_path / "sitemap.xml")):
            with pytest.raises(BadTarget, match="(?i)file: address"):
                resolve([target], session)
        for location in ("file:///etc/passwd", "FiLe:/etc/passwd", "file://localhost/etc/passwd"):
            with Loopback({"/": redirect(location)}) as outside, pytest.raises(Unreachable) as failed:
                session.get(outside.url + "/")
            assert failed.value.kind == "bad-address"


def test_behind_a_proxy_names_are_judged_as_far_as_they_are_known_here(monkeypatch):
    with Loopback({}) as proxy:
        for url in ("http://unknown.service.test/", "http://www.service.test/"):
            proxy.answers[url] = html("by proxy")
        for name in ("http_proxy", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        with Session(limits=LIMITS, names=Names(BORDERS)) as session:
            assert session.get("http://unknown.service.test/").body == b"by proxy"
            assert session.get("http://www.service.test/").body == b"by proxy"
            for host in ("inside.service.test", "127.0.0.2", "intranet", "server.internal"):
                with pytest.raises(Unreachable) as failed:
                    session.get(f"http://{host}/")
                assert failed.value.kind == "refused-address"

        assert [path for _, path in proxy.asked] == ["http://unknown.service.test/", "http://www.service.test/"]


def test_borders_go_to_other_processes():
    assert pickle.loads(pickle.dumps(BORDERS)) == BORDERS
    assert pickle.loads(pickle.dumps(Borders())).resolve is looked_up


def test_the_system_gives_numbers_or_an_error_of_the_system():
    assert looked_up("127.0.0.1") == ("127.0.0.1",)
    for host in ("a" * 64 + ".test", "bücher..test"):
        with pytest.raises(OSError):
            looked_up(host)
    assert set(HOSTS["both.service.test"]) == {"127.0.0.1", "127.0.0.2"}
