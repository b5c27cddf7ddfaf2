"""Look for the names of languages, in those languages, as the words of links."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.languages import primary
from govlint.facts.place import at, attributes, words
from govlint.facts.surroundings import ancestors

OWN_NAMES = {
    "cymraeg": "cy", "gaeilge": "ga", "gàidhlig": "gd", "polski": "pl", "română": "ro", "español": "es", "français": "fr",
    "deutsch": "de", "italiano": "it", "português": "pt", "nederlands": "nl", "türkçe": "tr", "العربية": "ar", "عربى": "ar",
    "اردو": "ur", "فارسی": "fa", "پښتو": "ps", "ਪੰਜਾਬੀ": "pa", "ગુજરાતી": "gu", "বাংলা": "bn", "हिन्दी": "hi", "中文": "zh",
    "简体中文": "zh", "繁體中文": "zh", "русский": "ru", "українська": "uk", "tiếng việt": "vi", "soomaali": "so",
    "shqip": "sq", "lietuvių": "lt", "magyar": "hu", "čeština": "cs", "slovenčina": "sk", "български": "bg", "english": "en",
}  # fmt: skip


def check(dom: LexborHTMLParser, exposure: Exposure) -> Iterator[Verdict]:
    for node in dom.css("a[href]"):
        name = words(node)
        code = OWN_NAMES.get(name.casefold(), "")
        if not code or not exposure.exposed(node) or language_at(node) == code:
            continue
        marked = [node, *node.css("[lang]")]
        if any(primary(attributes(n).get("lang", "")) == code for n in marked):
            yield Passed(at(node), "marked")
        else:
            yield Failed(at(node), "unmarked", name=name, code=code)


def language_at(node: LexborNode) -> str:
    nearest = next((a for a in ancestors(node) if attributes(a).get("lang")), None)
    return primary(attributes(nearest)["lang"]) if nearest is not None else ""
