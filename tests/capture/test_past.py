"""What is remembered of a page: nothing is asked of the same page twice, and no old answer is given of another one."""

import pytest

from govlint.capture.past import Past
from govlint.capture.probe import BEHAVIOUR, DISTURBS, FRESH, READS, SIGHT, Probe
from govlint.capture.showing import Showing
from govlint.evidence.memory import Entry, Memory, place_of
from govlint.evidence.snapshot import Vantage
from tests.loopback import Loopback, html

VANTAGE = Vantage()
PAGE = """<!doctype html><html lang=en><title>Page</title>
<link rel=stylesheet href=/style.css><style id=own>p { color: #111 }</style>
<h1 id=top class=a style="margin: 1px">Apply</h1><p>Text of a page.</p>
<form id=f><input name=shadowRoot value=one><input name=outerHTML type=checkbox><select><option>a<option>b</select><textarea>t</textarea></form>
<img src=/picture.svg alt=picture><iframe src=/framed title=framed></iframe><div id=host></div>
<script src=/script.js></script>
"""
SCRIPT = """
const root = document.getElementById("host").attachShadow({ mode: "open" });
root.innerHTML = "<p>shadow 1</p>";
const sheet = new CSSStyleSheet();
sheet.replaceSync("p { margin: 1px }");
document.adoptedStyleSheets = [sheet];
"""
ANSWERS = {
    "/": html(PAGE),
    "/style.css": (200, {"Content-Type": "text/css"}, "h1 { margin-top: 11px } @media (max-width: 400px) { h1 { color: #111 } }"),
    "/script.js": (200, {"Content-Type": "text/javascript"}, SCRIPT),
    "/framed": html("<!doctype html><title>Framed</title><p>framed 1</p>"),
    "/picture.svg": (200, {"Content-Type": "image/svg+xml"}, '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'),
}


def changed(path, old, new):
    status, headers, body = ANSWERS[path]
    assert old in body
    return {path: (status, headers, body.replace(old, new))}


# One thing at a time: what both kinds of probes have to look at anew.
SEEN = {
    "a word": changed("/", "Text of", "Test of"),
    "an attribute": changed("/", "class=a", "class=b"),
    "a style in an attribute": changed("/", "margin: 1px", "margin: 2px"),
    "a style element": changed("/", "#111", "#112"),
    "a digit of an external style": changed("/style.css", "11px", "12px"),
    "a style for another window": changed("/style.css", "#111", "#112"),
    "a frame": changed("/framed", "framed 1", "framed 2"),
    "a style in a frame": changed("/framed", "<p>", "<style>p{color:#000}</style><p>"),
    "a shadow root": changed("/script.js", "shadow 1", "shadow 2"),
    "a style sheet made by a script": changed("/script.js", "margin: 1px", "margin: 2px"),
    "the size of a picture": changed("/picture.svg", 'width="20"', 'width="21"'),
    "a rule put in by a script": changed("/script.js", "const sheet", 'document.styleSheets[1].insertRule("h2 { color: red }");\nconst sheet'),
    "a rule changed by a script": changed(
        "/script.js", "const sheet", 'document.styleSheets[0].cssRules[1].cssRules[0].style.color = "#123";\nconst sheet'
    ),
    "a sheet switched off": changed("/script.js", "const sheet", "document.styleSheets[0].disabled = true;\nconst sheet"),
    "a box that was ticked": changed("/script.js", "const sheet", "document.querySelector('[type=checkbox]').checked = true;\nconst sheet"),
    "a box that is neither": changed("/script.js", "const sheet", "document.querySelector('[type=checkbox]').indeterminate = true;\nconst sheet"),
    "what stands in a field": changed("/script.js", "const sheet", "document.querySelector('input').value = 'two';\nconst sheet"),
    "what stands in a text area": changed("/script.js", "const sheet", "document.querySelector('textarea').value = 'two';\nconst sheet"),
    "what was chosen": changed("/script.js", "const sheet", "document.querySelector('select').selectedIndex = 1;\nconst sheet"),
    "where focus is": changed("/script.js", "const sheet", "document.querySelector('input').focus();\nconst sheet"),
    "what a script animates": changed(
        "/script.js", "const sheet", "document.querySelector('p').animate([{color: '#000'}, {color: '#eee'}], {duration: 1, fill: 'forwards'});\nconst sheet"
    ),
    "a closed shadow root": changed("/script.js", "const sheet", "document.body.appendChild(document.createElement('x-y')).attachShadow({mode: 'closed'}).innerHTML = 'shut';\nconst sheet"),
}
SAME_LENGTH = {
    "a listener of the same length": (
        changed("/script.js", "const sheet", 'addEventListener("keyup", () => {});\nconst sheet'),
        changed("/script.js", "const sheet", 'addEventListener("keydn", () => {});\nconst sheet'),
    ),
}


class Looks:
    """Probes of each kind that count how often they were asked, and a memory."""

    def __init__(self, browser, memory):
        self.browser, self.memory, self.asked = browser, memory, []
        self.probes = [
            self.probe("cookies", READS, FRESH), self.probe("sight", READS, SIGHT), self.probe("keys", DISTURBS, BEHAVIOUR),
            self.probe("sizes", DISTURBS, BEHAVIOUR),
        ]  # fmt: skip

    def probe(self, name, effect, depends, then=None):
        def ask(browser, vantage):
            self.asked.append(name)
            if then:
                then(browser)
            return {"answer": len(self.asked)}

        return Probe(name, "1", effect, ask, depends=depends)

    def visit(self, url, vantage=VANTAGE, probes=None):
        """The probes that were asked, and all answers."""
        probes = probes or self.probes
        self.asked.clear()
        showing = Showing(url, vantage, self.browser, Past(self.memory, url, vantage))
        found = showing.recall(probes)
        for group in ([p for p in probes if p.effect == READS], *([p] for p in probes if p.effect != READS)):
            if rest := [p for p in group if p.name not in found]:
                found |= showing.ask(rest)
        self.memory.keep(
            Entry(place_of(url, vantage, name), seen.key, {"at": "then", "value": seen.value})
            for name, seen in found.items() if seen.key and not seen.at
        )  # fmt: skip
        return set(self.asked), found


@pytest.fixture
def looks(browser, tmp_path):
    with Memory(tmp_path / "memory", write=True) as memory:
        yield Looks(browser, memory)


def test_a_page_that_is_the_same_is_not_asked_again_but_for_what_belongs_to_each_load(looks):
    with Loopback(ANSWERS) as server:
        first, answers = looks.visit(server.url + "/")
        second, again = looks.visit(server.url + "/")

    assert first == {"cookies", "sight", "keys", "sizes"}
    assert second == {"cookies"}
    assert {name: again[name].value for name in ("sight", "keys", "sizes")} == {name: answers[name].value for name in ("sight", "keys", "sizes")}
    assert {again[name].at for name in ("sight", "keys", "sizes")} == {"then"}


@pytest.mark.parametrize("what", SEEN)
def test_a_page_on_which_one_thing_changed_is_asked_again(looks, what):
    with Loopback(ANSWERS) as server:
        looks.visit(server.url + "/")
        server.answers |= SEEN[what]
        again, _ = looks.visit(server.url + "/")
        after_that, _ = looks.visit(server.url + "/")

    assert again == {"cookies", "sight", "keys", "sizes"}
    assert after_that == {"cookies"}


def test_another_script_asks_again_what_depends_on_scripts_and_not_what_only_looks(looks):
    one, other = SAME_LENGTH["a listener of the same length"]
    with Loopback(ANSWERS | one) as server:
        looks.visit(server.url + "/")
        server.answers |= other
        again, _ = looks.visit(server.url + "/")

    assert again == {"cookies", "keys", "sizes"}


@pytest.mark.parametrize("what", ["#eee", "#ddd"])
def test_an_animation_that_ended_is_the_same_each_time_and_another_colour_is_not(looks, what):
    def animated(colour):
        moving = f"document.querySelector('p').animate([{{color: '#000'}}, {{color: '{colour}'}}], {{duration: 1, fill: 'forwards'}});"
        return changed("/script.js", "const sheet", moving + "\nconst sheet")

    with Loopback(ANSWERS | animated("#eee")) as server:
        looks.visit(server.url + "/")
        server.answers |= animated(what)
        again, _ = looks.visit(server.url + "/")

    assert ("sight" in again) == (what != "#eee")


def test_what_a_script_fetched_belongs_to_what_it_may_do(looks):
    fetching = changed("/script.js", "const sheet", "fetch('/data').then((answer) => answer.text()).then((text) => { window.data = text; });\nconst sheet")
    with Loopback(ANSWERS | fetching | {"/data": (200, {}, "1")}) as server:
        looks.visit(server.url + "/")
        same, _ = looks.visit(server.url + "/")
        server.answers["/data"] = (200, {}, "2")
        again, _ = looks.visit(server.url + "/")

    assert (same, again) == ({"cookies"}, {"cookies", "keys", "sizes"})


def test_another_vantage_is_another_page(looks):
    with Loopback(ANSWERS) as server:
        looks.visit(server.url + "/")
        again, _ = looks.visit(server.url + "/", Vantage(name="phone", width=400))
        narrower, _ = looks.visit(server.url + "/", Vantage(name="phone", width=410))

    assert again == narrower == {"cookies", "sight", "keys", "sizes"}


def test_another_version_of_a_probe_is_asked_again(looks):
    newer = [looks.probes[0], Probe("sight", "2", READS, looks.probes[1].function, depends=SIGHT), *looks.probes[2:]]
    with Loopback(ANSWERS) as server:
        looks.visit(server.url + "/")
        again, _ = looks.visit(server.url + "/", probes=newer)

    assert again == {"cookies", "sight"}


def test_a_page_that_draws_the_time_is_asked_each_time(looks):
    clock = changed("/script.js", "const sheet", "document.querySelector('p').textContent = performance.timeOrigin;\nconst sheet")
    with Loopback(ANSWERS | clock) as server:
        looks.visit(server.url + "/")
        again, _ = looks.visit(server.url + "/")

    assert again == {"cookies", "sight", "keys", "sizes"}


def test_an_answer_about_a_page_that_changed_meanwhile_is_not_remembered(looks):
    draws = looks.probe("sight", READS, SIGHT, then=lambda browser: browser.evaluate("document.body.append('more')"))
    with Loopback(ANSWERS) as server:
        _, found = looks.visit(server.url + "/", probes=[draws])
        again, _ = looks.visit(server.url + "/", probes=[draws])

    assert (found["sight"].value, found["sight"].key) == ({"answer": 1}, "")
    assert again == {"sight"}


def test_a_frame_of_another_origin_makes_a_page_that_is_not_remembered(looks):
    with Loopback({"/": html("<p>elsewhere")}) as other:
        framing = changed("/", "<iframe src=/framed", f"<iframe src={other.url.replace('127.0.0.1', 'localhost')}/")
        with Loopback(ANSWERS | framing) as server:
            looks.visit(server.url + "/")
            again, _ = looks.visit(server.url + "/")

    assert again == {"cookies", "sight", "keys", "sizes"}


def test_a_style_sheet_of_another_origin_counts_by_what_was_sent(looks):
    with Loopback({"/far.css": (200, {"Content-Type": "text/css"}, "h1 { color: #111 }")}) as other:
        far = changed("/", "/style.css", other.url + "/far.css")
        with Loopback(ANSWERS | far) as server:
            looks.visit(server.url + "/")
            same, _ = looks.visit(server.url + "/")
            other.answers["/far.css"] = (200, {"Content-Type": "text/css"}, "h1 { color: #112 }")
            again, _ = looks.visit(server.url + "/")

    assert (same, again) == ({"cookies"}, {"cookies", "sight", "keys", "sizes"})


def test_a_page_that_overwrote_what_is_asked_is_seen_as_it_is(looks):
    spoiled = "".join(
        f"{thing} = () => 0;" for thing in ("JSON.stringify", "Math.imul", "crypto.subtle.digest", "Document.prototype.querySelectorAll")
    )
    liar = changed("/script.js", "const sheet", spoiled + "\nObject.defineProperty(Element.prototype, 'outerHTML', {get: () => 'x'});\nconst sheet")
    with Loopback(ANSWERS | liar) as server:
        looks.visit(server.url + "/")
        same, _ = looks.visit(server.url + "/")
        server.answers |= changed("/", "Text of", "Test of")
        again, _ = looks.visit(server.url + "/")

    assert (same, again) == ({"cookies"}, {"cookies", "sight", "keys", "sizes"})


def test_a_page_without_scripts_from_a_vantage_without_them_is_remembered_too(looks):
    plain = Vantage(name="plain", scripts=False)
    with Loopback(ANSWERS) as server:
        looks.visit(server.url + "/", plain)
        same, _ = looks.visit(server.url + "/", plain)
        server.answers |= changed("/", "Text of", "Test of")
        again, _ = looks.visit(server.url + "/", plain)

    assert (same, again) == ({"cookies"}, {"cookies", "sight", "keys", "sizes"})


def test_an_entry_whose_key_does_not_fit_is_never_given(looks):
    with Loopback(ANSWERS) as server:
        url = server.url + "/"
        looks.memory.keep([Entry(place_of(url, VANTAGE, "sight"), "another key", {"at": "then", "value": "old"})])
        asked, found = looks.visit(url)

    assert "sight" in asked and found["sight"].value != "old"


def test_a_failed_answer_is_not_remembered(looks):
    def fail(browser):
        raise ValueError("no")

    failing = looks.probe("sight", READS, SIGHT, then=fail)
    with Loopback(ANSWERS) as server:
        _, found = looks.visit(server.url + "/", probes=[failing])
        again, _ = looks.visit(server.url + "/", probes=[failing])

    assert found["sight"].missing.startswith("The probe sight failed: ValueError") and again == {"sight"}
