"""A GOV.UK Prototype Kit project with every template as a page, served on loopback until it is stopped.

    python tools/prototype_kit.py [--into FOLDER] [--port PORT]

It is a service that nobody of this project wrote: `govlint check` on it shows how rules behave on real markup
(docs/realism.md). FOLDER (default: a folder named govlint-prototype-kit in the system's temporary folder) is made from npm
at the versions below where it is not there; after that it is only served. Needs Node 20 or later and npm.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

KIT = "govuk-prototype-kit@13.20.3"
PLUGINS = (
    "govuk-frontend@6.6.0",
    "@govuk-prototype-kit/common-templates@3.0.1",
    "@govuk-prototype-kit/step-by-step@2.2.4",
    "@govuk-prototype-kit/task-list@2.0.0",
)
READY_SECONDS = 120
# The kit listens on every interface, and its management pages install packages for whoever asks.
LOOPBACK = """
const { Server } = require('net');
const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  return typeof port === 'number' ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
};
"""
SERVED = {
    "NODE_ENV": "development",
    "USE_BROWSER_SYNC": "false",
    "USE_AUTH": "false",
    "USE_HTTPS": "false",
    "NODE_OPTIONS": "--require ./loopback.cjs",
}


def create(folder: Path) -> None:
    """Makes the project with the kit's own command, then pins what that command takes in its newest version."""
    told = {"check": True, "stdout": sys.stderr, "env": {**os.environ, "npm_config_yes": "true"}}
    version = KIT.rpartition("@")[2]
    subprocess.run(["npx", KIT, "create", f"--version={version}", "--no-version-control", str(folder)], **told)
    subprocess.run(["npm", "install", "--save-exact", "--no-audit", "--no-fund", *PLUGINS], cwd=folder, **told)
    (folder / "loopback.cjs").write_text(LOOPBACK, "utf-8")


def templates(folder: Path) -> dict[str, tuple[str, str]]:
    """Every template that the plugins offer: the address of its page → package and path of the template."""
    offered = {}
    for plugin in PLUGINS:
        package = plugin.rpartition("@")[0]
        settings = json.loads(
            (folder / "node_modules" / package / "govuk-prototype-kit.config.json").read_text("utf-8")
        )
        for template in settings.get("templates", []):
            address = "/" + "/".join((package.rpartition("/")[2], Path(template["path"]).stem))
            offered[address] = (package, template["path"])
    return offered


def install(base: str, address: str, package: str, path: str) -> None:
    """Makes a page from a template through the kit's own form."""
    query = urllib.parse.urlencode({"package": package, "template": path})
    body = urllib.parse.urlencode({"chosen-url": address}).encode()
    with urllib.request.urlopen(f"{base}/manage-prototype/templates/install?{query}", data=body, timeout=60) as answer:
        if "post-install" not in answer.geturl():
            raise SystemExit(
                f"error: the kit did not make {address} from {package}{path}; it answered {answer.geturl()}"
            )


def link_all(folder: Path, addresses: list[str]) -> None:
    """Lists the pages on the start page that the kit made, so that a crawl finds them."""
    index = folder / "app" / "views" / "index.html"
    links = "".join(f'      <li><a class="govuk-link" href="{a}">{_words(a)}</a></li>\n' for a in addresses)
    listed = f'    <ul class="govuk-list govuk-list--bullet">\n{links}    </ul>\n'
    index.write_text(re.sub(r"(</h1>\n)", rf"\1\n{listed}", index.read_text("utf-8"), count=1), "utf-8")


def _words(address: str) -> str:
    package, name = address.strip("/").split("/")
    return f"{name.replace('-', ' ').capitalize()} ({package.replace('-', ' ')})"


def served(folder: Path, port: int) -> subprocess.Popen:
    """The running kit, once it answers."""
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise SystemExit(f"error: something else listens on port {port}; name another with --port")
    command = ["node", "node_modules/govuk-prototype-kit/bin/cli", "serve"]
    environment = {**os.environ, **SERVED, "PORT": str(port)}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=sys.stderr)
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
            return process
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    process.kill()
    raise SystemExit(
        f"error: the kit did not answer on port {port} within {READY_SECONDS} seconds; its words are above"
    )


def main(arguments: list[str]) -> int:
    """Makes the project where it is not there, serves it and says where."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--into", type=Path, default=Path(tempfile.gettempdir()) / "govlint-prototype-kit", metavar="FOLDER"
    )
    parser.add_argument("--port", type=int, default=3999)
    chosen = parser.parse_args(arguments)
    base = f"http://127.0.0.1:{chosen.port}"
    if not (chosen.into / "loopback.cjs").exists():
        create(chosen.into)
    process = served(chosen.into, chosen.port)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        offered = templates(chosen.into)
        fresh = {a: what for a, what in offered.items() if not (chosen.into / f"app/views{a}.html").exists()}
        for address, (package, path) in fresh.items():
            install(base, address, package, path)
        if fresh:
            link_all(chosen.into, list(offered))
        print(f"{len(offered)} templates served as pages, all linked from http://localhost:{chosen.port}/", flush=True)
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
