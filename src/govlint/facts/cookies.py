"""What the cookies of a visit are for, as far as their names tell."""

from __future__ import annotations

import re
from typing import Any

from ..evidence.fact import Inapplicable, fact
from ..model.verdict import Place
from .http import Cookie
from .page import Heading

# Names that frameworks give to what keeps a person signed in, and words that say so.
_SESSION = re.compile(
    r"^(jsessionid|phpsessid|asp\.net_sessionid|\.aspnetcore\..*|aspsessionid\w*|connect\.sid|sessionid|laravel_session"
    r"|_session_id|sid|ssid)$|session(?!.*(count|seen|start|storage|length))|(^|[_.-])(auth|jwt|access|refresh|id)[_-]?token",
    re.IGNORECASE,
)
# Scripts have to read these, which is how they protect a form.
_FOR_SCRIPTS = re.compile(r"xsrf|csrf|consent|cookie[_s-]|policy|preferences", re.IGNORECASE)
# A name that ends so keeps no person's session: load balancers, counters.
_STICKY = re.compile(r"^(awsalb|awsalbcors|bigipserver|arraffinity|route|srv|lb|__cf_bm)", re.IGNORECASE)

_ABOUT_COOKIES = re.compile(r"^(details about |the |our |use of |how we use )?(cookies?|cwcis)\b", re.IGNORECASE)
# By the vendors' own lists of cookies: the beginning of the name, and whose it is.
TRACKING = (
    ("_ga", "Google Analytics"),
    ("_gid", "Google Analytics"),
    ("_gat", "Google Analytics"),
    ("__utm", "Google Analytics"),
    ("_gcl_", "Google Ads"),
    ("_gac_", "Google Ads"),
    ("IDE", "Google Ads"),
    ("_fbp", "Meta"),
    ("_fbc", "Meta"),
    ("_hj", "Hotjar"),
    ("_clck", "Microsoft Clarity"),
    ("_clsk", "Microsoft Clarity"),
    ("_uetsid", "Microsoft Advertising"),
    ("_uetvid", "Microsoft Advertising"),
    ("MUID", "Microsoft Advertising"),
    ("VISITOR_INFO1_LIVE", "YouTube"),
    ("VISITOR_PRIVACY_METADATA", "YouTube"),
    ("YSC", "YouTube"),
    ("__hstc", "HubSpot"),
    ("hubspotutk", "HubSpot"),
    ("AMCV_", "Adobe Analytics"),
    ("s_vi", "Adobe Analytics"),
    ("optimizelyEndUserId", "Optimizely"),
    ("_ttp", "TikTok"),
    ("_tt_enable_cookie", "TikTok"),
    ("li_fat_id", "LinkedIn"),
    ("bcookie", "LinkedIn"),
    ("_twpid", "X"),
    ("muc_ads", "X"),
    ("nmstat", "Siteimprove"),
    ("_pk_id", "Matomo"),
    ("_pk_ses", "Matomo"),
)
_WHOLE = frozenset({"IDE", "MUID", "YSC", "_gid", "_fbp", "_fbc", "s_vi", "_ttp", "bcookie", "nmstat"})


@fact
def cookie_names(
    set_cookies: tuple[Cookie, ...], first_load: dict[str, Any] | None = None, after_reject: dict[str, Any] | None = None
) -> tuple[str, ...]:
    """The names of the cookies that a visit left, by the server and by scripts, at first and after the banner was answered."""
    named = {cookie.name for cookie in set_cookies}
    named |= {cookie["name"] for seen in (first_load, after_reject) if seen for cookie in seen["cookies"]}
    return tuple(sorted(named - {""}))


@fact
def cookies_page(headings: tuple[Heading, ...], main_text: str, role: str) -> str:
    """The words of a page about the site's cookies, which its main heading names."""
    main_heading = next((heading.text for heading in headings if heading.level == 1), "")
    if role != "page" or not _ABOUT_COOKIES.search(main_heading):
        raise Inapplicable("this page is not about the cookies of the site")
    return main_text


def is_session(name: str) -> bool:
    """Whether a cookie of this name most likely keeps a person signed in or holds what they typed."""
    bare = re.sub(r"^__(Host|Secure)-(Http-)?", "", name)
    return bool(_SESSION.search(bare)) and not _FOR_SCRIPTS.search(bare) and not _STICKY.match(bare)


def tracked_by(name: str) -> str:
    """Whose tracking cookie this is by its name; empty if it is not known as one."""
    for beginning, whose in TRACKING:
        if name == beginning or (beginning not in _WHOLE and _continues(name, beginning)):
            return whose
    return ""


def place_of(cookie: Cookie) -> Place:
    """The place of a cookie: its header line, without the value."""
    attributes = "".join(f"; {k}={v}" if v else f"; {k}" for k, v in cookie.attributes.items() if k != "expires")
    return Place(excerpt=f"Set-Cookie: {cookie.name}=…{attributes}")


def _continues(name: str, beginning: str) -> bool:
    # `_ga_ABC` and `_gat_x` continue `_ga` and `_gat`; `_gallery` does not.
    rest = name[len(beginning) :] if name.startswith(beginning) else ""
    return bool(rest) and (beginning.endswith("_") or not rest[0].isalpha() or beginning in ("__utm", "_hj"))
