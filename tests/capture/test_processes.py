"""A process is ended with all that came of it."""

import subprocess
import sys

from govlint.capture.processes import descendants, end

# A parent that starts a child, which starts a child of its own; each says its number and waits.
NESTED = """
import subprocess, sys, os
depth = int(sys.argv[1])
print(os.getpid(), flush=True)
child = depth and subprocess.Popen([sys.executable, __file__, str(depth - 1)])
sys.stdin.read()
"""


def test_children_and_their_children_end_with_a_process(tmp_path):
    program = tmp_path / "nested.py"
    program.write_text(NESTED)
    process = subprocess.Popen([sys.executable, program, "2"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    numbers = [int(process.stdout.readline()) for _ in range(3)]

    assert descendants(numbers[0]) == numbers[1:]
    end(process)
    assert process.returncode is not None
    assert [descendants(number) for number in numbers] == [[], [], []]


def test_a_process_that_is_gone_already_is_no_error():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait(20)
    end(process)
    end(None)

    assert descendants(process.pid) == []
