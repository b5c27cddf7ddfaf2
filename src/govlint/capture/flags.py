"""How the browser is started: quiet, without a window, and within what this machine allows."""

from __future__ import annotations

import os
from contextlib import suppress

FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    # A page kept for the back button would go on living beside the next one; a frame of another origin in a process of
    # its own could not be looked into.
    "--disable-features=BackForwardCache,Translate,OptimizationHints,MediaRouter,IsolateOrigins,site-per-process,IsolateSandboxedIframes",
    "--disable-site-isolation-trials",
    # What a driver adds to a browser that it starts itself.
    "--allow-pre-commit-input",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-hang-monitor",
    "--disable-prompt-on-repost",
    "--enable-automation",
    "--password-store=basic",
    "--use-mock-keychain",
    "--deny-permission-prompts",
    "--mute-audio",
)
# A page is looked at for half a second, and what the compiler would do beside it in that time costs more than it saves: only
# what is called ten times as often as usual is compiled for speed. Rubbish is collected where it falls, by no other thread.
SCRIPTS = "--js-flags=--single-threaded-gc --invocation-count-for-maglev=4000 --invocation-count-for-turbofan=30000"
SHARED_MEMORY = 512 * 1024 * 1024  # with less than this in /dev/shm a large page crashes its tab


def flags(profile: str, sandbox: bool, windows: bool = False) -> list[str]:
    """The command line of a browser that writes to the folder `profile`; `windows` lets scripts open some."""
    chosen = [*FLAGS, SCRIPTS, f"--user-data-dir={profile}"]
    if not windows:
        chosen.append("--block-new-web-contents")
    if not sandbox:
        chosen.append("--no-sandbox")
    with suppress(OSError, AttributeError):
        memory = os.statvfs("/dev/shm")
        if memory.f_bavail * memory.f_frsize < SHARED_MEMORY:
            chosen.append("--disable-dev-shm-usage")
    return chosen


def sandboxes() -> tuple[bool, ...]:
    """Whether to start with the sandbox, in the order to try: root cannot have one, some containers have none."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return (False,) if is_root else (True, False)
