"""The frontier gives each address once, and tells what it leaves out."""

import pytest

from govlint.capture.frontier import (
    ELSEWHERE,
    EXCLUDED,
    NO_ADDRESS,
    NOT_INCLUDED,
    SEEN,
    Entry,
    Frontier,
    Scope,
)

SITE = "https://www.example.gov.uk"


def frontier(*starts, max_pages=10_000, depth=20, **scope):
    starts = starts or (f"{SITE}/",)
    return Frontier(starts, Scope(starts, **scope), max_pages, depth)


def drained(given):
    found = []
    while entry := given.next():
        found.append(entry.url.removeprefix(SITE))
    return found


def test_addresses_come_in_the_order_in_which_they_were_found():
    given = frontier()
    assert given.offer(f"{SITE}/b", f"{SITE}/", 1, "Bees") == ""
    assert given.offer(f"{SITE}/a", f"{SITE}/", 1) == ""
    assert len(given) == 3
    assert given.next() == Entry(f"{SITE}/", None, 0, "")
    assert given.next() == Entry(f"{SITE}/b", f"{SITE}/", 1, "Bees")
    assert drained(given) == ["/a"]
    assert given.next() is None


def test_each_address_comes_once_however_it_is_spelled():
    given = frontier(f"{SITE}/", f"{SITE}:443/#top")
    assert given.offer(f"{SITE.upper()}/a/../%41", SITE, 1) == ""
    assert given.offer(f"{SITE}/A#part", SITE, 1) == SEEN
    assert given.offer(f"{SITE}/", SITE, 1) == SEEN
    assert drained(given) == ["/", "/A"]
    assert given.offer(f"{SITE}/A", SITE, 1) == SEEN


def test_what_is_no_address_is_not_taken():
    assert frontier().offer("mailto:a@example.gov.uk", SITE, 1) == NO_ADDRESS


def test_only_the_sites_of_the_starts_are_entered():
    given = frontier(f"{SITE}/", "http://localhost:3000/")
    assert given.offer("http://example.gov.uk/a", SITE, 1) == ""
    assert given.offer("http://localhost:3000/a", SITE, 1) == ""
    assert given.offer("http://localhost:3001/a", SITE, 1) == ELSEWHERE
    assert given.offer("https://assets.example.gov.uk/", SITE, 1) == ELSEWHERE
    assert given.left_out[ELSEWHERE].count == 2
    assert given.gaps() == {}


def test_a_site_that_a_start_leads_to_can_be_let_in():
    given = frontier()
    given.widen("https://service.example/start")
    assert given.offer("https://service.example/a", SITE, 1) == ""


@pytest.mark.parametrize(
    ("scope", "path", "reason"),
    [
        ({"exclude": ("/admin/*",)}, "/admin/a/b", EXCLUDED),
        ({"exclude": ("/admin/*",)}, "/admin", ""),
        ({"exclude": ("*/print",)}, "/a/b/print", EXCLUDED),
        ({"exclude": ("*[?]*",)}, "/a?b", EXCLUDED),
        ({"exclude": (f"{SITE}/a*",)}, "/abc", EXCLUDED),
        ({"exclude": ("http://*",)}, "/abc", ""),
        ({"include": ("/news/*", "/")}, "/news/a", ""),
        ({"include": ("/news/*", "/")}, "/other", NOT_INCLUDED),
        ({"include": ("/news/*",), "exclude": ("*/draft",)}, "/news/draft", EXCLUDED),
    ],
)
def test_patterns_say_what_is_in_scope(scope, path, reason):
    given = frontier(**scope)
    assert given.offer(SITE + path, SITE, 1) == reason
    assert given.wants(SITE + path) is not bool(reason)


def test_a_start_is_held_against_the_patterns_too():
    given = frontier(f"{SITE}/a", f"{SITE}/draft/b", exclude=("/draft/*",))
    assert drained(given) == ["/a"]
    assert given.left_out[EXCLUDED].addresses == [f"{SITE}/draft/b"]


def test_a_pattern_with_a_host_lets_in_another_site():
    given = frontier(include=("/*", "https://assets.example/*.pdf"))
    assert given.offer("https://assets.example/a.pdf", SITE, 1) == ""
    assert given.offer("https://assets.example/a.html", SITE, 1) == ELSEWHERE


def test_what_is_too_far_away_is_counted_until_a_shorter_way_is_found():
    given = frontier(depth=2)
    assert given.offer(f"{SITE}/a", SITE, 2) == ""
    reason = given.offer(f"{SITE}/b", SITE, 3)
    assert "more than 2 links away" in reason
    assert given.offer(f"{SITE}/b", SITE, 3) == reason
    assert given.gaps() == {reason: (1, [f"{SITE}/b"])}
    assert given.offer(f"{SITE}/b", SITE, 2) == ""
    assert given.gaps() == {}


def test_without_a_crawl_what_is_linked_is_no_gap():
    given = frontier(f"{SITE}/", f"{SITE}/a", depth=0)
    assert given.offer(f"{SITE}/b", SITE, 1) != ""
    assert drained(given) == ["/", "/a"]
    assert given.gaps() == {}


def test_pages_beyond_the_limit_are_counted_and_named():
    given = frontier(max_pages=3)
    reasons = [given.offer(f"{SITE}/{name}", SITE, 1) for name in "abcdd"]
    assert reasons == ["", "", *["the limit of 3 pages"] * 3]
    assert given.gaps() == {"the limit of 3 pages": (2, [f"{SITE}/c", f"{SITE}/d"])}


def test_starts_beyond_the_limit_are_counted_too():
    given = frontier(*(f"{SITE}/{n}" for n in range(5)), max_pages=3, depth=0)
    assert len(given) == 3
    assert given.gaps()["the limit of 3 pages"][0] == 2


def test_a_thousand_addresses_are_named_and_all_are_counted():
    given = frontier(max_pages=1)
    for n in range(1500):
        given.offer(f"{SITE}/{n}", SITE, 1)
    [(count, addresses)] = given.gaps().values()
    assert (count, len(addresses)) == (1500, 1000)


def test_a_claimed_address_is_not_given_again():
    given = frontier()
    given.offer(f"{SITE}/a", SITE, 1)
    given.claim(f"{SITE}/a#part")
    given.claim(f"{SITE}/b")
    assert given.offer(f"{SITE}/b", SITE, 1) == SEEN
    assert (len(given), drained(given)) == (1, ["/"])


class TestTraps:
    def test_a_search_without_end_is_stopped_and_told(self):
        given = frontier()
        reasons = [given.offer(f"{SITE}/search?sort={'x' * n}", SITE, 1) for n in range(1, 203)]
        assert reasons[:200] == [""] * 200
        assert "question mark" in reasons[200] == reasons[201]
        assert given.gaps()[reasons[200]][0] == 2
        assert given.offer(f"{SITE}/search", SITE, 1) == ""
        assert given.offer(f"{SITE}/other?sort=a", SITE, 1) == ""

    def test_a_calendar_without_end_is_stopped_and_told(self):
        given = frontier()
        days = [f"{SITE}/calendar/{2000 + n // 12}/{n % 12 + 1}" for n in range(501)]
        reasons = [given.offer(day, SITE, 1) for day in days]
        assert reasons[:500] == [""] * 500
        assert "in their numbers" in reasons[500]
        assert given.offer(f"{SITE}/calendar/about", SITE, 1) == ""
        assert given.offer(f"{SITE}/news/2000/1", SITE, 1) == ""

    @pytest.mark.parametrize(("times", "fine"), [(5, True), (6, False)])
    def test_a_link_that_goes_on_into_itself_is_stopped_and_told(self, times, fine):
        reason = frontier().offer(f"{SITE}{'/a/b' * times}", SITE, 1)
        assert (reason == "") is fine

    def test_what_the_user_named_is_no_trap(self):
        given = frontier(*(f"{SITE}/case?n={n}" for n in range(700)))
        assert len(given) == 700
