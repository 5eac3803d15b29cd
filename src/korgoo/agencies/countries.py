"""Countries by their code, named as CLDR names them in the reader's language."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language

from korgoo.countrypack import api as packs
from korgoo.lib.collation import place_of
from korgoo.lib.spelling import skeleton

# In CLDR, but nobody is sent to work there: unions, codes for tests, islands on which nobody lives.
NO_COUNTRY = frozenset(
    [
        *("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"),
        *("AQ", "BV", "GS", "HM", "TF", "UM"),
    ]
)
# CLDR's own word is not that of the country.
OURS = {
    ("ky", "KG"): "Кыргызстан",
    ("ru", "KG"): "Кыргызстан",
    ("ru", "BY"): "Беларусь",
    ("ru", "MD"): "Молдова",
    ("en", "TR"): "Türkiye",
}
# As lists and people write them besides.
ALSO = {
    "AE": ("ОАЭ", "БАЭ", "UAE", "Эмираты", "Дубай"),
    "GB": ("Англия", "Великобритания", "Улуу Британия", "UK", "Great Britain"),
    "KR": ("Корея", "Южная Корея", "Түштүк Корея", "Korea", "South Korea"),
    "TR": ("Turkey", "Түркия"),
    "RU": ("РФ",),
    "US": ("США", "АКШ", "USA"),
    "CZ": ("Чешская Республика", "Czech Republic"),
    "SA": ("КСА",),
}
LANGUAGES = ("ky", "ru", "en")
CODE = 2


def names() -> list[tuple[str, str]]:
    """List code and name of every country but our own, as a reader of the page looks for them."""
    return list(_names(_language()))


def name(code: str) -> str:
    """Name a country in the language of the page; an unknown code stays as it is."""
    return _all(_language()).get(code, code)


def exists(code: str) -> bool:
    """Tell whether people can be sent to a country: it is one, and not our own."""
    return code in _all("en") and code != own()


def own() -> str:
    """Give the code of the country of the pack."""
    return packs.current().code.upper()


def read(typed: str) -> str:
    """Read a country as people write it: its code, or its name in any of our languages.

    Returns:
        The code; empty when nobody knows such a country.
    """
    code = typed.strip().upper()
    if len(code) == CODE and exists(code):
        return code
    found = _by_skeleton().get(skeleton(typed), "")
    return found if exists(found) else ""


def _language() -> str:
    return (get_language() or LANGUAGES[0])[:2]


@cache
def _all(language: str) -> dict[str, str]:
    found: dict[str, str] = dict(Locale.parse(language).territories)
    english: dict[str, str] = dict(Locale.parse("en").territories)
    codes = (code for code in english if len(code) == CODE and code.isalpha())
    return {
        code: OURS.get((language, code)) or found.get(code) or english[code]
        for code in codes
        if code not in NO_COUNTRY
    }


@cache
def _names(language: str) -> tuple[tuple[str, str], ...]:
    pairs = [(code, name) for code, name in _all(language).items() if exists(code)]
    return tuple(sorted(pairs, key=lambda pair: place_of(pair[1])))


@cache
def _by_skeleton() -> dict[str, str]:
    """Words for countries; two countries that are written alike are better asked for by their code."""
    found: dict[str, set[str]] = {}
    pairs = [(word, code) for code, words in ALSO.items() for word in words]
    pairs += [(text, code) for language in LANGUAGES for code, text in _all(language).items()]
    for word, code in pairs:
        found.setdefault(skeleton(word), set()).add(code)
    return {words: codes.pop() for words, codes in found.items() if words and len(codes) == 1}
