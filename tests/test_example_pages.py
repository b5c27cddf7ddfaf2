"""The official examples as whole pages, for `docs/realism.md`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import example_pages  # noqa: E402
from derive_components import fixtures_of  # noqa: E402

EXAMPLES = fixtures_of(ROOT / "fixtures/vendor/govuk-frontend")


def test_each_visible_example_of_a_component_is_a_page_and_the_index_leads_to_it(tmp_path):
    count = example_pages.write(EXAMPLES, tmp_path / "pages", ["warning-text"])

    index = (tmp_path / "pages/index.html").read_text("utf-8")
    visible = [e for e in EXAMPLES["warning-text"] if not e.get("hidden")]
    assert count == len(visible) > 1
    for example in visible:
        address = example_pages.address_of("warning-text", example["name"])
        assert f'href="{address}"' in index
        assert example["html"] in (tmp_path / "pages" / address.strip("/") / "index.html").read_text("utf-8")


def test_what_the_pages_load_lies_beside_them(tmp_path):
    example_pages.write(EXAMPLES, tmp_path / "pages", ["tag"])

    for name in ("govuk-frontend.min.css", "govuk-frontend.min.js", "assets/images/favicon.svg", "cookies/index.html"):
        assert (tmp_path / "pages" / name).stat().st_size > 100


def test_a_notification_banner_stands_above_the_heading(tmp_path):
    example_pages.write(EXAMPLES, tmp_path / "pages", ["notification-banner"])

    page = (tmp_path / "pages/notification-banner-default/index.html").read_text("utf-8")
    assert page.index("govuk-notification-banner") < page.index("<h1")
