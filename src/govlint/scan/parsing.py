"""The process that reads linked documents: it may be slow, swell or die of one, and nothing is lost but that document's facts.

It imports what the facts need and nothing else, so that it starts quickly. What it is told and what it answers is in
`Order` and `Answer`; the facts themselves come back as bytes, for the other side to read with care.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ..evidence.fact import Evidence, Fact, Inapplicable, NotGathered
from ..rulebook.packs import read_facts

PIECE = 1 << 20  # bytes of a document that are sent at once
OUT_OF_MEMORY = 77  # the exit code that says so
HAS_LIMIT = sys.platform == "linux"  # elsewhere the system does not hold a process to its address space
ROOM = 4_000_000  # bytes that a process may need for itself beside what it reads


@dataclass(frozen=True, slots=True)
class Order:
    """A document to read: its gathered facts but for the body of `size` bytes, which follows in pieces.

    `memory` is in bytes, beside the document itself.
    """

    values: dict[str, Any]
    missing: dict[str, str]
    size: int
    memory: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of the fact of that name: its `value` in the form of pickle, or why there is none.

    `kind` is value, Inapplicable, NotGathered, here (it cannot be sent and has to be worked out by who asks),
    or the name of the error that the fact raised.
    """

    name: str
    kind: str
    text: str = ""
    value: bytes = field(default=b"", repr=False)


def serve(connection: Connection, packs: Iterable[Path], trusted: Iterable[Path]) -> None:
    """Say that it is ready; then take orders and names of facts, and answer each name, until None comes."""
    facts = read_facts(packs, trusted)
    gc.collect()
    gc.freeze()
    connection.send("ready")
    evidence = Evidence({}, {}, facts)
    with suppress(EOFError, OSError):  # whoever asked is gone
        while (task := connection.recv()) is not None:
            if isinstance(task, Order):
                evidence = Evidence({}, {}, facts)  # the last document goes first
                _hold_to(task.size + task.memory + ROOM)
                evidence = _opened(connection, task, facts)
            else:
                for name in task:
                    connection.send(_answered(evidence, name))


def _opened(connection: Connection, order: Order, facts: dict[str, Fact]) -> Evidence:
    body = io.BytesIO()
    while body.tell() < order.size:
        body.write(connection.recv_bytes(PIECE))
    return Evidence({**order.values, "body": body.getvalue()}, order.missing, facts)


def _answered(evidence: Evidence, name: str) -> Answer:
    try:
        value = evidence.get(name)
    except (Inapplicable, NotGathered) as absent:
        return Answer(name, type(absent).__name__, str(absent))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)  # what is half read is not to be trusted, and this process neither
    except Exception as error:  # told by who asked, as any other fault of a fact
        return Answer(name, type(error).__name__, str(error))
    try:
        return Answer(name, "value", value=pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception:  # a tree, or a class of somebody else's pack
        return Answer(name, "here")


def _hold_to(more: int) -> None:
    """Let this process take so many bytes more than it has now, and not one beyond."""
    if HAS_LIMIT:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        wanted, most = pages * resource.getpagesize() + more, resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
