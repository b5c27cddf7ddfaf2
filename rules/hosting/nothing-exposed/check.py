"""Know each file by what must be in it; a page that answers in its place is none."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict

SIGNS = {
    "git_head": ("source", r"\A(ref: refs/|[0-9a-f]{40}\s*\Z)"),
    "env_file": ("settings", r"\A(?!\s*<)(.*\n)*(export )?[A-Z][A-Z0-9_]*="),
    "server_status": ("requests", r"Apache (Server )?Status|Server uptime:"),
}


def check(role: str, status: int, text: str) -> Iterator[Verdict]:
    key, sign = SIGNS[role]
    exposed = status == 200 and re.search(sign, text)
    yield Failed("", key) if exposed else Passed("", "closed")
