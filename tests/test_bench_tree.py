"""The cost of a command is that of all that came of it."""

import sys

import pytest

from tools.bench_tree import kind_of, measure

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="process trees are counted on Linux only")

SECONDS = 0.6
BURN = f"import time\nwhile time.process_time() < {SECONDS}: pass"
LIMIT = 60
# Start-up of Python and of the shell comes on top; a busy machine makes both dearer.
MOST = 1.0


def burner(*words):
    return [*words, sys.executable, "-S", "-c", BURN]


def quoted(command):
    return " ".join(f"'{word}'" for word in command)


def test_the_cpu_of_a_command_is_what_it_burned():
    cost = measure(burner(), LIMIT)

    assert SECONDS <= cost.cpu <= SECONDS + MOST
    assert cost.user + cost.system == pytest.approx(cost.cpu, abs=0.002)
    assert cost.code == 0 and not cost.cut
    assert cost.wall >= SECONDS


def test_children_and_their_children_count():
    both = f"{quoted(burner())} & sh -c \"{quoted(burner())}\"; wait"

    cost = measure(["sh", "-c", both], LIMIT)

    assert 2 * SECONDS <= cost.cpu <= 2 * SECONDS + 2 * MOST
    assert cost.processes >= 3


def test_a_child_whose_parent_died_counts():
    cost = measure(["sh", "-c", f"{quoted(burner())} & exit 3"], LIMIT)

    assert cost.code == 3
    assert SECONDS <= cost.cpu <= SECONDS + MOST


def test_a_child_that_left_its_session_and_lost_its_parents_counts():
    cost = measure(["sh", "-c", f"setsid sh -c \"{quoted(burner())} &\" & exit 0"], LIMIT)

    assert SECONDS <= cost.cpu <= SECONDS + MOST


def test_a_child_that_nobody_waits_for_counts_as_far_as_it_was_seen():
    ignoring = f"import signal, subprocess, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); subprocess.Popen([sys.executable, '-S', '-c', {BURN!r}]).wait()"

    cost = measure([sys.executable, "-S", "-c", ignoring], LIMIT)

    assert cost.cpu >= SECONDS / 2


def test_memory_is_that_of_the_whole_tree():
    # Holds until its own memory has been looked at twice, which is once a second.
    hold = "import sys, time; held = b'x' * 60_000_000; sys.stdout.write('held'); time.sleep(2.5)"

    cost = measure(["sh", "-c", f"'{sys.executable}' -S -c \"{hold}\"; true"], LIMIT)

    assert cost.memory > 60_000_000
    assert cost.parent_memory < 60_000_000


def test_what_takes_too_long_is_ended_with_all_that_came_of_it():
    cost = measure(["sh", "-c", "sleep 600 & sleep 600"], 0.5)

    assert cost.cut
    assert cost.code == -9
    assert cost.wall < LIMIT


def test_a_program_that_is_not_there_is_told():
    with pytest.raises(OSError, match="told nothing"):
        measure(["no-such-program-anywhere"], LIMIT)


@pytest.mark.parametrize(
    "words, kind",
    [
        (["/usr/lib/chromium/chromium", "--headless=new"], "chromium browser"),
        (["/usr/lib/chromium/chromium", "--no-sandbox", "--type=renderer", "--x=1"], "chromium renderer"),
        (["/usr/lib/chromium/chromium --type=renderer --x=1"], "chromium renderer"),
        (["/usr/bin/chromedriver", "--port=1"], "chromedriver"),
        (["/usr/bin/python3.11", "-m", "x"], "python workers"),
        (["node", "server.js"], "node"),
        ([], ""),
    ],
)
def test_a_process_is_told_by_its_command_line(words, kind):
    assert kind_of("\0".join(words).encode(), False) == kind


def test_the_first_process_is_the_parent():
    assert kind_of(b"/usr/bin/python3\0-m\0govlint", True) == "python parent"
