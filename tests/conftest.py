"""What the tests print at their end, and certificates of their own."""

from __future__ import annotations

import subprocess

import pytest

# A property of a test: how many mutants of a rule were caught, and made.
MUTATIONS = "mutations"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The share of all mutants of the built-in rules that their cases caught, in whatever process a test ran."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, ())]
    if counts := [counted for report in reports for name, counted in report.user_properties if name == MUTATIONS]:
        caught, made = map(sum, zip(*counts, strict=True))
        terminalreporter.write_line(f"Mutants of {len(counts)} built-in rules: {caught:,} of {made:,} caught ({caught / made:.1%})")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A function that makes a PEM file of key and self-signed certificate for a name."""
    folder = tmp_path_factory.mktemp("certificates")

    def make(name, days=30):
        key, cert, both = (folder / f"{name}{ending}" for ending in (".key", ".crt", ".pem"))
        command = ["openssl", "req", "-x509", "-nodes", "-newkey", "ec",
                   "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", str(days),
                   "-subj", f"/CN={name}", "-addext", f"subjectAltName={name}",
                   "-keyout", str(key), "-out", str(cert)]
        subprocess.run(command, check=True, capture_output=True)
        both.write_bytes(key.read_bytes() + cert.read_bytes())
        return both

    return make
