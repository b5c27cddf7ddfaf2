"""A certificate authority of the tests' own, and servers of TLS with its certificates, good and bad."""

from __future__ import annotations

import ssl
import subprocess
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

EC = ("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")


SETTINGS = """[ca]
default_ca = tests
[tests]
database = {folder}/index.txt
new_certs_dir = {folder}
rand_serial = yes
unique_subject = no
policy = any
copy_extensions = copy
[any]
commonName = supplied
"""


class Authority:
    """An authority whose files lie in a folder; `roots` is what has to be trusted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.roots = folder / "roots.crt"
        self._key, self._settings = folder / "roots.key", folder / "settings"
        self._settings.write_text(SETTINGS.format(folder=folder), "utf-8")
        (folder / "index.txt").touch()
        _openssl("req", "-x509", "-nodes", "-newkey", *EC, "-days", "3650", "-subj", "/CN=Test authority",
                 "-addext", "keyUsage=critical,keyCertSign", "-keyout", self._key, "-out", self.roots)  # fmt: skip

    def issue(self, *names: str, days: int = 90, before: int = 1, key: tuple[str, ...] = EC, digest: str = "sha256") -> Path:
        """A PEM file of a key and a certificate for these names, as `DNS:www.permits.test`, that began `before` days ago."""
        stem = self.folder / f"{names[0].replace(':', '-')}-{days}-{key[0].replace(':', '-')}-{digest}"
        private, request, cert, both = (stem.with_name(stem.name + ending) for ending in (".key", ".csr", ".crt", ".pem"))
        _openssl("req", "-new", "-nodes", "-newkey", *key, "-subj", "/CN=Test", "-keyout", private, "-out", request,
                 "-addext", f"subjectAltName={','.join(names)}", "-addext", "basicConstraints=CA:FALSE")  # fmt: skip
        _openssl("ca", "-batch", "-notext", "-config", self._settings, "-cert", self.roots, "-keyfile", self._key, "-md", digest,
                 "-in", request, "-out", cert, "-startdate", _day(-before), "-enddate", _day(days))  # fmt: skip
        both.write_bytes(private.read_bytes() + cert.read_bytes())
        return both


def _day(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days=days)).strftime("%Y%m%d%H%M%SZ")


def sound(pem: Path) -> ssl.SSLContext:
    """A server of today: TLS 1.2 and 1.3, good suites, HTTP/2 on offer."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE+AESGCM:ECDHE+CHACHA20")
    context.set_alpn_protocols(["h2", "http/1.1"])
    context.load_cert_chain(pem)
    return context


def faulty(pem: Path, least: ssl.TLSVersion = ssl.TLSVersion.TLSv1, most: ssl.TLSVersion = ssl.TLSVersion.TLSv1_3) -> ssl.SSLContext:
    """A server that takes everything, old versions and old suites."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = least
        context.maximum_version = most
    context.load_cert_chain(pem)
    return context


def _openssl(*words: object) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)
