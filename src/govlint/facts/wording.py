"""Words as a person weighs them: those that carry meaning, and phrases that carry none."""

from __future__ import annotations

import re

# English and Welsh words that say nothing of a page's subject.
EMPTY_WORDS = frozenset(
    "a about after all also an and any are as at be been before but by can could do does for from get had has have he "
    "her here his how i if in into is it its just may me more must my no not of on one or our out over please she "
    "should so some such than that the their them then there these they this those to under up us was we were what "
    "when where which who why will with would you your yr y a ac ar am at ei eich ein eu fel gan gyda i mewn neu o os "
    "sut ydych yn yw "
    "gov uk error page service".split()
)
# A link or button of these words alone says nothing of where it leads (WCAG failure F84 and G91).
GENERIC_LINKS = frozenset(
    [
        "click", "click here", "click for more", "click for details", "click this", "click this link", "click me",
        "here", "go", "go here", "see here", "look here", "read here", "find out here", "find out more", "find out more here",
        "more", "more info", "more information", "more details", "read more", "read more here", "see more",
        "show more", "learn more", "view more", "discover more", "continue reading", "read on",
        "link", "this link", "this", "this page", "this website", "this site", "this document", "url",
        "website", "web page", "page", "details", "info", "view", "open", "see", "visit", "link here",
        "cliciwch yma", "clicio yma", "yma", "mwy", "darllen mwy", "rhagor", "rhagor o wybodaeth", "mwy o wybodaeth",
    ]
)  # fmt: skip


def plain(text: str) -> str:
    """The text in lower case, its white space folded, punctuation and arrows at its ends left out."""
    return re.sub(r"\s+", " ", re.sub(r"^[\W_]+|[\W_]+$", "", text.lower()))


def is_generic_link(name: str) -> bool:
    """Whether a link's name tells nothing of where it leads."""
    return plain(name) in GENERIC_LINKS


def meaningful(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning; two words of one root mostly have one stem."""
    found = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+", text.lower())
    return frozenset(_stem(word) for word in found if word not in EMPTY_WORDS and (len(word) > 1 or word.isdigit()))


def _stem(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    for ending in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


