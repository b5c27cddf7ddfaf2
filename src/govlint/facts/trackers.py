"""Who is told of a visit: hosts and storage keys of analytics and advertising.

A small list of our own: the hosts that the vendors' installation guides have a
site call, and the keys that their scripts keep.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..evidence.fact import fact
from .hosts import host

HOSTS = {
    "google-analytics.com": "Google Analytics",
    "analytics.google.com": "Google Analytics",
    "stats.g.doubleclick.net": "Google Analytics",
    "doubleclick.net": "Google Ads",
    "googleadservices.com": "Google Ads",
    "googlesyndication.com": "Google Ads",
    "connect.facebook.net": "Meta",
    "hotjar.com": "Hotjar",
    "hotjar.io": "Hotjar",
    "clarity.ms": "Microsoft Clarity",
    "bat.bing.com": "Microsoft Advertising",
    "px.ads.linkedin.com": "LinkedIn",
    "snap.licdn.com": "LinkedIn",
    "analytics.tiktok.com": "TikTok",
    "static.ads-twitter.com": "X",
    "analytics.twitter.com": "X",
    "sc-static.net": "Snapchat",
    "tr.snapchat.com": "Snapchat",
    "ct.pinterest.com": "Pinterest",
    "omtrdc.net": "Adobe Analytics",
    "demdex.net": "Adobe Audience Manager",
    "2o7.net": "Adobe Analytics",
    "hs-analytics.net": "HubSpot",
    "track.hubspot.com": "HubSpot",
    "cdn.optimizely.com": "Optimizely",
    "logx.optimizely.com": "Optimizely",
    "siteimproveanalytics.com": "Siteimprove",
    "siteimproveanalytics.io": "Siteimprove",
    "mixpanel.com": "Mixpanel",
    "cdn.segment.com": "Segment",
    "api.segment.io": "Segment",
    "cdn.amplitude.com": "Amplitude",
    "fullstory.com": "FullStory",
    "mouseflow.com": "Mouseflow",
    "crazyegg.com": "Crazy Egg",
    "quantserve.com": "Quantcast",
    "scorecardresearch.com": "Comscore",
    "addthis.com": "AddThis",
    "addtoany.com": "AddToAny",
    "sharethis.com": "ShareThis",
    "mc.yandex.ru": "Yandex Metrica",
    "statcounter.com": "StatCounter",
    "newrelic.com": "New Relic",
    "nr-data.net": "New Relic",
}
# These bring other scripts; whether they track before consent depends on how they are set up.
MANAGERS = {
    "googletagmanager.com": "Google Tag Manager",
    "tags.tiqcdn.com": "Tealium",
    "assets.adobedtm.com": "Adobe Experience Platform Tags",
}
STORED = {
    "_hj": "Hotjar",
    "ajs_": "Segment",
    "amplitude_": "Amplitude",
    "mp_": "Mixpanel",
    "_gcl_ls": "Google Ads",
    "_uetsid": "Microsoft Advertising",
    "_uetvid": "Microsoft Advertising",
    "_cltk": "Microsoft Clarity",
    "optimizely": "Optimizely",
    "_fs_": "FullStory",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A host that a first visit called and the company it belongs to; `sure` unless it is a tag manager."""

    host: str
    company: str
    sure: bool


@fact
def told(first_load: dict[str, Any]) -> tuple[Told, ...]:
    """The trackers that a first visit called before anything was pressed, each host once."""
    return told_by(first_load["requests"])


def told_by(requests: Iterable[dict[str, Any]]) -> tuple[Told, ...]:
    """The trackers among the hosts of these requests, each once."""
    hosts = dict.fromkeys(host(request["url"].replace("ws", "http", 1)) for request in requests)
    found = (_known(name) for name in hosts)
    return tuple(told for told in found if told)


def is_tracker(url: str) -> bool:
    """Whether an address belongs to a tracker or a tag manager."""
    return _known(host(url)) is not None


def keeper_of(key: str) -> str:
    """Whose tracking key this is in local or session storage; empty if it is not known as one."""
    return next((whose for beginning, whose in STORED.items() if key.startswith(beginning)), "")


def _known(name: str) -> Told | None:
    for table, sure in ((HOSTS, True), (MANAGERS, False)):
        for suffix, company in table.items():
            if name == suffix or name.endswith(f".{suffix}"):
                return Told(name, company, sure)
    return None
