"""Make the small files of fixtures/documents; run it after a change here and commit what it wrote."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from office_files import office_files  # noqa: E402
from pdf_files import pdfs  # noqa: E402
from picture_files import picture_files  # noqa: E402
from text_documents import text_documents  # noqa: E402
from text_files import text_files  # noqa: E402

INTO = Path(__file__).resolve().parent.parent / "fixtures" / "documents"


def main() -> int:
    """0 when all is written; says which files changed."""
    INTO.mkdir(parents=True, exist_ok=True)
    made = dict([*pdfs(), *office_files(), *text_files(), *text_documents(), *picture_files()])
    for name, body in made.items():
        path = INTO / name
        if not path.exists() or path.read_bytes() != body:
            path.write_bytes(body)
            print(f"wrote {name} ({len(body):,} bytes)")
    for path in sorted(INTO.iterdir()):
        if path.is_file() and path.name not in made and path.name != "README.md":
            path.unlink()
            print(f"removed {path.name}, which nothing makes any more")
    print(f"{len(made)} documents")
    return 0


if __name__ == "__main__":
    sys.exit(main())
