"""Look at the frames of other companies that load with the page."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.hosts import host, is_foreign
from govlint.facts.resources import Resource

YOUTUBE = ("youtube.com", "m.youtube.com", "youtu.be")


def check(resources: tuple[Resource, ...], url: str) -> Iterator[Verdict]:
    for frame in resources:
        if frame.kind != "frame" or not is_foreign(frame.url, url):
            continue
        where = host(frame.url)
        if where in YOUTUBE:
            yield Failed(frame.at, "cookies", host=where, instead="www.youtube-nocookie.com")
        elif where == "player.vimeo.com" and "dnt=1" not in frame.url:
            yield Failed(frame.at, "cookies", host=where, instead="dnt=1 in the address")
        elif where in ("player.vimeo.com", "youtube-nocookie.com"):
            yield Passed(frame.at, "waits")
        else:
            yield CantTell(frame.at, "foreign", host=where)
