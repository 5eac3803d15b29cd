"""The columns of a list: how they are headed in each language, in which order they come in a template."""

from collections.abc import Mapping
from dataclasses import dataclass

from korgoo.agencies.rules import Kind
from korgoo.lib.spelling import skeleton

LANGUAGES = ("ky", "ru", "en")


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``headers``: its head by language; ``also``: other heads that are understood."""

    key: str
    ky: str
    ru: str
    en: str
    is_needed: bool = False
    also: tuple[str, ...] = ()

    def header(self, language: str) -> str:
        """Its head in a language; English where we have no words."""
        return {"ky": self.ky, "ru": self.ru}.get(language, self.en)

    @property
    def known(self) -> tuple[str, ...]:
        """Everything that is read as this column."""
        return (self.key, self.ky, self.ru, self.en, *self.also)


COLUMNS = (
    Column("name_ky", "Аталышы кыргызча", "Название на кыргызском", "Name in Kyrgyz"),
    Column(
        "name_ru",
        "Аталышы орусча",
        "Название на русском",
        "Name in Russian",
        also=("Название", "Наименование", "Аталышы", "Name", "Наименование агентства"),
    ),
    Column("name_en", "Аталышы англисче", "Название на английском", "Name in English"),
    Column(
        "registration",
        "Каттоо номери",
        "Регистрационный номер",
        "Registration number",
        also=("Регистрационный №", "ИНН", "Каттоо №"),
    ),
    Column("place", "Дареги", "Адрес", "Place", also=("Жайгашкан жери", "Место", "Address")),
    Column("phone", "Телефону", "Телефон", "Phone", also=("Телефон", "Telephone")),
    Column("country", "Өлкө", "Страна", "Country", is_needed=True, also=("Страна выезда",)),
    Column(
        "permit_number",
        "Уруксаттын номери",
        "Номер разрешения",
        "Permit number",
        is_needed=True,
        also=("№ разрешения", "Уруксат №"),
    ),
    Column(
        "valid_from",
        "Уруксат башталган күн",
        "Разрешение действует с",
        "Valid from",
        is_needed=True,
        also=("Действует с", "Дата выдачи"),
    ),
    Column(
        "valid_to",
        "Уруксат бүткөн күн",
        "Разрешение действует до",
        "Valid to",
        also=("Действует до", "Срок действия"),
    ),
    Column("decision", "Чечим", "Решение", "Decision"),
    Column("decision_day", "Чечим күчүнө кирген күн", "Решение действует с", "In force from"),
    Column("decision_number", "Чечимдин номери", "Номер решения", "Decision number"),
    Column("extended_to", "Узартылган күнү", "Продлено до", "Extended to"),
    Column("document", "Документ", "Документ", "Document", also=("Булак", "Источник", "Source")),
    Column(
        "source_address",
        "Документтин веб-дареги",
        "Веб-адрес документа",
        "Web address",
        also=("URL",),
    ),
    Column("as_of", "Кайсы күнгө карата", "По состоянию на", "As of"),
)
BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}
NAMES = ("name_ky", "name_ru", "name_en")
NEEDED = tuple(column.key for column in COLUMNS if column.is_needed)
# Columns that lists have for their own order.
PASSED_OVER = frozenset({"", "№", "№ п/п", "n", "no", "no."})

DECISIONS: Mapping[Kind, tuple[str, ...]] = {
    Kind.GRANTED: ("берилди", "выдано", "granted", "выдать", "берүү"),
    Kind.EXTENDED: ("узартылды", "продлено", "extended", "продлить", "узартуу"),
    Kind.SUSPENDED: ("токтотулду", "приостановлено", "suspended", "приостановить", "токтотуу"),
    Kind.RESUMED: ("кайра күчүнө кирди", "возобновлено", "resumed", "возобновить"),
    Kind.CANCELLED: ("жокко чыгарылды", "аннулировано", "cancelled", "отменено", "canceled"),
}


def _alike(words: str) -> str:
    return skeleton(words) or words.strip().casefold()


_HEADS = {_alike(head): column.key for column in COLUMNS for head in column.known}
# "Телефон" and the like stand in two languages for one column; nowhere for two.
_KINDS = {_alike(word): kind for kind, words in DECISIONS.items() for word in words}


def column_of(head: str) -> str | None:
    """Say which column a head means.

    Returns:
        Its key; empty for a column that is passed over; None for one that nobody knows.
    """
    if head.strip().casefold() in PASSED_OVER:
        return ""
    return _HEADS.get(_alike(head.replace("*", " ").replace("_", " "))) or _HEADS.get(_alike(head))


def kind_of(words: str) -> Kind | None:
    """Say which decision words mean; None when none."""
    return _KINDS.get(_alike(words))
