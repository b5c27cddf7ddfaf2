"""The role of an element: the one that is written if ARIA knows it, else the one that HTML gives it."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from .place import attributes

ROLES = frozenset(
    "alert alertdialog application article associationlist associationlistitemkey associationlistitemvalue banner "
    "blockquote button caption cell checkbox code columnheader combobox comment complementary contentinfo definition "
    "deletion dialog directory document emphasis feed figure form generic grid gridcell group heading image img "
    "insertion link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox "
    "menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row "
    "rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript suggestion "
    "superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem".split()
)
NAMED_BY_CONTENT = frozenset(
    "button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option radio row "
    "rowheader switch tab tooltip treeitem".split()
)
# Roles that a person operates.
WIDGETS = frozenset(
    "button checkbox combobox gridcell link listbox menuitem menuitemcheckbox menuitemradio option radio scrollbar "
    "searchbox slider spinbutton switch tab textbox treeitem".split()
)
LANDMARKS = frozenset("banner complementary contentinfo form main navigation region search".split())

_BY_TAG = {
    "article": "article", "aside": "complementary", "button": "button", "dialog": "dialog", "details": "group",
    "dd": "definition", "dt": "term", "fieldset": "group", "figure": "figure", "form": "form", "hr": "separator",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "html": "document", "li": "listitem", "main": "main", "math": "math", "menu": "list", "nav": "navigation",
    "ol": "list", "optgroup": "group", "option": "option", "output": "status", "p": "paragraph",
    "progress": "progressbar", "meter": "meter", "search": "search", "table": "table", "tbody": "rowgroup",
    "td": "cell", "textarea": "textbox", "tfoot": "rowgroup", "thead": "rowgroup", "tr": "row", "ul": "list",
}  # fmt: skip
_BY_INPUT_TYPE = {
    "button": "button", "submit": "button", "reset": "button", "image": "button", "checkbox": "checkbox",
    "radio": "radio", "range": "slider", "number": "spinbutton", "search": "searchbox", "text": "textbox",
    "email": "textbox", "tel": "textbox", "url": "textbox", "hidden": "",
    "color": "", "date": "", "datetime-local": "", "file": "", "month": "", "password": "", "time": "", "week": "",
}  # fmt: skip
_SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})


def written_role(node: LexborNode) -> str:
    """The first role of the role attribute that ARIA knows; empty if there is none."""
    return next((r for r in attributes(node).get("role", "").lower().split() if r in ROLES), "")


def role_of(node: LexborNode) -> str:
    """The element's role; empty where HTML gives it none."""
    return written_role(node) or implicit_role(node)


def implicit_role(node: LexborNode) -> str:
    """The role that HTML gives an element with these attributes."""
    tag, written = node.tag or "", attributes(node)
    if tag in ("a", "area"):
        return "link" if "href" in written else ""
    if tag == "input":
        return _BY_INPUT_TYPE.get(written.get("type", "text").lower(), "textbox")
    if tag == "select":
        size = written.get("size", "")
        return "listbox" if "multiple" in written or (size.isdigit() and int(size) > 1) else "combobox"
    if tag == "img":
        named = written.get("alt", "").strip() or "aria-label" in written or "aria-labelledby" in written
        return "presentation" if "alt" in written and not named else "img"
    if tag == "th":
        return "rowheader" if written.get("scope", "").lower() in ("row", "rowgroup") else "columnheader"
    if tag in ("header", "footer"):
        return "" if _within_section(node) else {"header": "banner", "footer": "contentinfo"}[tag]
    if tag == "section":
        return "region" if "aria-label" in written or "aria-labelledby" in written else ""
    return _BY_TAG.get(tag, "")


def _within_section(node: LexborNode) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in _SECTIONING:
            return True
        above = above.parent
    return False
