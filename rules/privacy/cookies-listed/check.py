"""Look for the name of each cookie that was seen in the words of the cookies pages."""

import re
from collections.abc import Iterator

from govlint import Each, Failed, Passed, Place, Verdict


def check(cookie_names: Each[tuple], cookies_page: Each[str]) -> Iterator[Verdict]:
    if not cookies_page:
        return
    words = " ".join(cookies_page.values()).lower()
    setters: dict[str, str] = {}
    for page, names in cookie_names.items():
        for name in names:
            setters.setdefault(name, page)
    unlisted = [name for name in sorted(setters) if not is_listed(name, words)]
    for name in unlisted:
        yield Failed(Place(url=setters[name]), "unlisted", name=name)
    if setters and not unlisted:
        yield Passed(Place(url=min(cookies_page)), "listed")


def is_listed(name: str, words: str) -> bool:
    lower = name.lower()
    # `_ga_AB12CD34` is listed as `_ga_` and a sign for the rest.
    beginning = re.sub(r"[-_.][a-z0-9.-]*\d[a-z0-9.-]*$", "", lower)
    return lower in words or (len(beginning) >= 3 and re.search(rf"(?<![\w-]){re.escape(beginning)}[-_.]", words) is not None)
