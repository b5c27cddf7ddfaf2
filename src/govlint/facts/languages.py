"""Which language a text is written in, as far as its commonest words and its script tell."""

from __future__ import annotations

import re
from collections import Counter

# Codes of two letters in ISO 639-1, with the four that older pages use (in, iw, ji, mo) and sh.
TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd "
    "ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
# Codes of three letters for languages that have one of two: the registry of RFC 5646 leaves these out.
NOT_REGISTERED = frozenset(
    "aar abk afr aka alb amh ara arg arm asm ava ave aym aze bak bam baq bel ben bis bod bos bre bul bur cat ces cha che "
    "chi chu chv cor cos cre cym cze dan deu div dut dzo ell eng epo est eus ewe fao fas fij fin fra fre fry ful geo ger "
    "gla gle glg glv gre grn guj hat hau heb her hin hmo hrv hun hye ibo ice ido iii iku ile ina ind ipk isl ita jav jpn "
    "kal kan kas kat kau kaz khm kik kin kir kom kon kor kua kur lao lat lav lim lin lit ltz lub lug mac mah mal mao mar "
    "may mkd mlg mlt mon mri msa mya nau nav nbl nde ndo nep nld nno nob nor nya oci oji ori orm oss pan per pli pol por "
    "pus que roh ron rum run rus sag san sin slk slo slv sme smo sna snd som sot spa sqi srd srp ssw sun swa swe tah tam "
    "tat tel tgk tgl tha tib tir ton tsn tso tuk tur twi uig ukr urd uzb ven vie vol wel wln wol xho yid yor zha zho zul".split()
)
_SCRIPT_SUBTAG = re.compile(r"[a-z]{2,3}(?:-[a-z]{3}){0,3}-([a-z]{4})(?:-.*)?")
# The commonest short words of languages that government pages are written in and that use the Latin script.
_COMMON = {
    "en": "the of and to in is that for it with as was on be by this are have from or you your we not which an will can if "
    "but they at has their all our been were what when there how who does these more its about into out up than other "
    "must should may any people would i love you",
    "cy": "yr yn y i o ar mae i'r o'r a'r ei am gan eich chi neu gyda wedi bod ni hyn fydd mewn dydd cael oes sydd hwn hon rydym "
    "nid os fod eu drwy ac wrth rhaid bydd gallwch dylech ydych byddwch eraill gwneud sy'n cymru gwasanaeth am fel beth "
    "pwy sut pan ddim heb dros rhwng",
    "fr": "le la les des et est une dans que pour qui pas sur plus par avec ce cette sont du au aux ne se ou vous nous il elle son "
    "ses leur mais être été votre notre bonne année tous ils comme d'une c'est qu'il français",
    "de": "der die das und ist nicht ein eine zu den mit von für auf im dem des sich sie auch werden wird bei oder als sind "
    "aus nach einer durch über wir ihre einen haben kann wie zum zur",
    "es": "el los las del que en una por con para es se su al como más pero sus este esta ha son no lo le entre sobre también fue "
    "hasta desde todo nos cuando usted puede ser está",
    "it": "il di che è per una con non sono del della dei delle gli nel nella alla anche come più ma si questo questa al dal essere "
    "ha hanno lo suo sua ai tutti può",
    "pt": "os as do da dos das em um uma para com não que por mais como mas foi ao ele seu sua ou quando muito nos já está "
    "também pelo pela você são isso",
    "nl": "de het een van en dat die niet met op voor zijn is aan er ook als bij maar om uit dan kan wordt worden naar heeft hij zij "
    "wij deze over ging gelukkig dit tot door te je ik",
    "pl": "w na z i się nie do że jest to jak o od po przez dla są oraz za ale czy być może które który przy ich tego co lub jego "
    "można także został",
    "ro": "și în de la cu pe este un o care nu să din pentru mai sau ce au fi al prin sunt acest această dumneavoastră pot după "
    "fost dacă ale",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
LATIN = frozenset(_WORDS)
FEWEST_HITS = 3
SHARE_OF_WORDS = 0.25  # of the words; running text has a third to a half
LEAD = 2.0  # times as many hits as the next language

_SCRIPTS = {
    "Arab": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff", "Hebr": "\u0590-\u05ff", "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff", "Hang": "\uac00-\ud7af\u1100-\u11ff", "Deva": "\u0900-\u097f", "Beng": "\u0980-\u09ff",
    "Guru": "\u0a00-\u0a7f", "Gujr": "\u0a80-\u0aff", "Taml": "\u0b80-\u0bff", "Telu": "\u0c00-\u0c7f", "Thai": "\u0e00-\u0e7f",
    "Hans": "\u4e00-\u9fff\u3040-\u30ff", "Ethi": "\u1200-\u137f", "Geor": "\u10a0-\u10ff", "Armn": "\u0530-\u058f",
    "Latn": "A-Za-z\u00c0-\u024f",
}  # fmt: skip
_OF_SCRIPT = {name: re.compile(f"[{letters}]") for name, letters in _SCRIPTS.items()}
_WRITTEN_IN = {
    "Arab": "ar fa ur ps ku ckb sd ug ks pa pnb bal", "Hebr": "he iw yi ji", "Cyrl": "ru uk bg sr mk be kk ky tg mn tt ba",
    "Grek": "el grc", "Hang": "ko", "Deva": "hi ne mr sa", "Beng": "bn as", "Guru": "pa", "Gujr": "gu", "Taml": "ta", "Telu": "te",
    "Thai": "th", "Hans": "zh ja yue cmn wuu", "Ethi": "am ti", "Geor": "ka", "Armn": "hy",
}  # fmt: skip
# Languages so near to another that their common words are much the same.
_NEAR = {
    "de": ("lb", "nl", "af"), "nl": ("af", "fy", "li", "de"), "es": ("gl", "ca", "pt", "an", "oc", "ia", "ie"),
    "pt": ("gl", "es"), "fr": ("oc", "ca", "wa", "ht", "ia"), "it": ("co", "sc", "ia", "rm", "oc", "ca"), "ro": ("mo",),
    "pl": ("cs", "sk"), "en": ("kw",), "cy": ("br", "kw"),
}  # fmt: skip
_NAMES = {
    "en": "English", "cy": "Welsh", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "ro": "Romanian", "ar": "Arabic script", "he": "Hebrew script", "ru": "Cyrillic script",
    "el": "Greek", "ko": "Korean", "hi": "Devanagari script", "bn": "Bengali script", "pa": "Gurmukhi script", "gu": "Gujarati",
    "ta": "Tamil", "te": "Telugu", "th": "Thai", "zh": "Chinese or Japanese script", "am": "Ethiopic script", "ka": "Georgian",
    "hy": "Armenian",
}  # fmt: skip
RIGHT_TO_LEFT = frozenset("ar he iw fa ur ps ckb sd ug dv yi ji ks pnb".split())


def is_language_tag(tag: str) -> bool:
    """Whether the tag begins with the code of a language, or is for private use."""
    code = primary(tag)
    if len(code) == 3:
        return re.fullmatch("[a-z]{3}", code) is not None and code not in NOT_REGISTERED
    return code in TWO_LETTERS or re.fullmatch(r"x(-[a-z\d]{1,8})+", tag.strip().lower()) is not None


def primary(tag: str) -> str:
    """The language of a tag, in lower case: `en` of `en-GB`."""
    return tag.strip().lower().split("-")[0]


def script_said(tag: str) -> str:
    """The script that a tag names, as `Latn` of `sr-Latn`; empty if it names none."""
    found = _SCRIPT_SUBTAG.fullmatch(tag.strip().lower())
    return found[1].capitalize() if found else ""


def name_of(code: str) -> str:
    """The English name of a language whose words or script we know; else its code."""
    return _NAMES.get(code, code)


def language_of(text: str) -> str:
    """The language of a text in the Latin script, empty where its words do not tell for sure."""
    found = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", text.lower().replace("’", "'"))
    hits = Counter({language: sum(word in common for word in found) for language, common in _WORDS.items()})
    (first, most), (_, next_most) = hits.most_common(2)
    sure = most >= FEWEST_HITS and most >= SHARE_OF_WORDS * len(found) and most >= LEAD * next_most
    return first if sure else ""


def script_of(text: str) -> str:
    """The script that four letters in five are of; empty if there is none or the text is short."""
    counts = {name: len(letters.findall(text)) for name, letters in _OF_SCRIPT.items()}
    name = max(counts, key=counts.__getitem__)
    return name if counts[name] >= 8 and counts[name] * 5 >= sum(counts.values()) * 4 else ""


def is_other_language(tag: str, text: str) -> str:
    """The language that a text is in, if it is surely not that of the tag; empty if nothing tells.

    Of a text in another script than the language's, it is one of those written so.
    """
    said, script = primary(tag), script_of(text)
    if said not in TWO_LETTERS or script_said(tag) or not script:
        return ""
    if script == "Latn":
        found = language_of(text)
        return found if found and said not in (found, *_NEAR.get(found, ())) else ""
    written = _WRITTEN_IN[script].split()
    # Of many languages it is not known here in how many scripts they are written.
    known = said in LATIN or any(said in languages.split() for languages in _WRITTEN_IN.values())
    return written[0] if known and said not in written else ""
