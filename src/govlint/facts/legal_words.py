"""Attributes whose value is one of a few words: which words, by HTML and WAI-ARIA, and which values are none of them."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

TRUTH = frozenset(("true", "false"))
WORDS = {
    "inputmode": frozenset("none text decimal numeric tel search email url".split()),
    "scope": frozenset("row col rowgroup colgroup".split()),
    "aria-hidden": TRUTH | {"undefined"},
    "aria-expanded": TRUTH | {"undefined"},
    "aria-atomic": TRUTH,
    "aria-live": frozenset("off polite assertive".split()),
    "aria-current": TRUTH | frozenset("page step location date time".split()),
    "role": frozenset(
        "alert alertdialog application article associationlist associationlistitemkey associationlistitemvalue banner blockquote button "
        "caption cell checkbox code columnheader combobox comment complementary contentinfo definition deletion dialog directory document "
        "emphasis feed figure form generic grid gridcell group heading image img insertion link list listbox listitem log main mark marquee "
        "math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar "
        "radio radiogroup region row rowgroup rowheader scrollbar search searchbox sectionfooter sectionheader separator slider spinbutton "
        "status strong subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree "
        "treegrid treeitem".split()
    ),
}
TYPES = {
    "button": frozenset("submit reset button".split()),
    "input": frozenset(
        "hidden text search tel url email password date month week time datetime-local number range color checkbox radio file submit "
        "image reset button".split()
    ),
}
HAVING_WORDS = ", ".join([f"[{name}]" for name in WORDS] + [f"{tag}[type]" for tag in TYPES])


def illegal_words(node: LexborNode) -> Iterator[tuple[str, str]]:
    """(attribute, value) of an element for each value that no browser knows; a role may name several, of which one must be known."""
    for key, value in node.attributes.items():
        words = TYPES.get(node.tag) if key == "type" else WORDS.get(key)
        written = (value or "").strip().lower()
        if words and written and not any(word in words or word.startswith(("doc-", "graphics-")) for word in written.split()):
            yield key, written
