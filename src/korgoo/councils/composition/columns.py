"""The columns of a composition: how they are headed in each language, and how seats are called."""

from collections.abc import Mapping
from dataclasses import dataclass

from korgoo.councils.enums import SeatKind
from korgoo.lib.spelling import skeleton

LANGUAGES = ("ky", "ru", "en")


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``also``: other heads that are understood."""

    key: str
    ky: str
    ru: str
    en: str
    is_needed: bool = False
    also: tuple[str, ...] = ()

    def header(self, language: str) -> str:
        """Its head in a language; English where we have no words."""
        return {"ky": self.ky, "ru": self.ru}.get(language, self.en)


COLUMNS = (
    Column("organisation", "Уюм", "Организация", "Organisation", is_needed=True, also=("Орган",)),
    Column("seat", "Орду", "Место в совете", "Seat", is_needed=True, also=("Место", "Роль")),
    Column("position", "Кызматы", "Должность", "Position"),
    Column("phone", "Кызматтык телефон", "Служебный телефон", "Office telephone"),
    Column(
        "unit",
        "Облус же район",
        "Область или район",
        "Region or district",
        also=("Район", "Аймак", "Область", "Облус", "District"),
    ),
    Column("valid_from", "Башталган күн", "С какого дня", "From", is_needed=True, also=("С",)),
    Column("valid_to", "Бүткөн күн", "По какой день", "Until", also=("По", "To")),
)
BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}
NEEDED = tuple(column.key for column in COLUMNS if column.is_needed)
PASSED_OVER = frozenset({"", "№", "№ п/п", "n", "no", "no."})
SEATS: Mapping[SeatKind, tuple[str, ...]] = {
    SeatKind.CHAIR: ("төрага", "председатель", "chair"),
    SeatKind.DEPUTY: (
        "төраганын орун басары",
        "заместитель председателя",
        "deputy chair",
        "заместитель",
        "deputy",
    ),
    SeatKind.SECRETARY: ("катчы", "секретарь", "secretary"),
    SeatKind.MEMBER: ("мүчө", "член", "member"),
    SeatKind.OBSERVER: ("байкоочу", "наблюдатель", "observer"),
}


def alike(words: str) -> str:
    """Bring words to what spellings agree on."""
    return skeleton(words) or words.strip().casefold()


_HEADS = {
    alike(head): column.key
    for column in COLUMNS
    for head in (column.key, column.ky, column.ru, column.en, *column.also)
}
_SEATS = {alike(word): kind for kind, words in SEATS.items() for word in words}


def column_of(head: str) -> str | None:
    """Say which column a head means: its key; empty when passed over; None when nobody knows it."""
    if head.strip().casefold() in PASSED_OVER:
        return ""
    return _HEADS.get(alike(head.replace("*", " ").replace("_", " "))) or _HEADS.get(alike(head))


def seat_of(words: str) -> SeatKind | None:
    """Say which seat words mean; None when none."""
    return _SEATS.get(alike(words))


def seat_word(kind: SeatKind, language: str) -> str:
    """Call a seat in a language, as a template does."""
    place = LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES) - 1
    return SEATS[kind][place]
