"""The columns of a plan in a file: their heads in each language, in the order of the template."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from korgoo.lib.spelling import skeleton

LANGUAGES = ("ky", "ru", "en")
YEAR = re.compile(r"^(.*?)[\s,:]*((?:19|20)\d\d)\s*(?:г\.?|-?ж\.?|year)?$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``also``: other heads that are understood; ``by_year``: one column for each year."""

    key: str
    ky: str
    ru: str
    en: str
    is_needed: bool = False
    also: tuple[str, ...] = ()
    by_year: bool = False

    def header(self, language: str) -> str:
        """Its head in a language; English where we have no words."""
        return {"ky": self.ky, "ru": self.ru}.get(language, self.en)

    @property
    def known(self) -> tuple[str, ...]:
        """Everything that is read as this column."""
        return (self.key, self.ky, self.ru, self.en, *self.also)


COLUMNS = (
    Column("task_code", "Милдеттин коду", "Код задачи", "Task code", is_needed=True),
    Column("task_ky", "Милдет кыргызча", "Задача на кыргызском", "Task in Kyrgyz"),
    Column("task_ru", "Милдет орусча", "Задача на русском", "Task in Russian", also=("Задача",)),
    Column(
        "task_en", "Милдет англисче", "Задача на английском", "Task in English", also=("Task",)
    ),
    Column("measure_code", "Иш-чаранын коду", "Код мероприятия", "Measure code", is_needed=True),
    Column(
        "measure_ky",
        "Иш-чара кыргызча",
        "Мероприятие на кыргызском",
        "Measure in Kyrgyz",
        also=("Иш-чара",),
    ),
    Column(
        "measure_ru",
        "Иш-чара орусча",
        "Мероприятие на русском",
        "Measure in Russian",
        also=("Мероприятие", "Мероприятия"),
    ),
    Column(
        "measure_en",
        "Иш-чара англисче",
        "Мероприятие на английском",
        "Measure in English",
        also=("Measure",),
    ),
    Column(
        "responsible",
        "Жооптуу органдар",
        "Ответственные органы",
        "Responsible",
        is_needed=True,
        also=("Ответственные", "Ответственные исполнители", "Ответственный", "Жооптуу"),
    ),
    Column(
        "co_executors",
        "Чогуу аткаруучулар",
        "Соисполнители",
        "Co-executing",
        also=("Co-executors",),
    ),
    Column("regions", "Аймактар", "Регионы", "Regions", also=("Облустар", "Области")),
    Column("starts_on", "Башталышы", "Начало", "From", also=("С", "Дата начала")),
    Column("due_on", "Мөөнөтү", "Срок", "Due", also=("Срок исполнения", "Срок реализации")),
    Column("indicator_code", "Көрсөткүчтүн коду", "Код показателя", "Indicator code"),
    Column(
        "indicator_ky",
        "Көрсөткүч кыргызча",
        "Показатель на кыргызском",
        "Indicator in Kyrgyz",
        also=("Көрсөткүч",),
    ),
    Column(
        "indicator_ru",
        "Көрсөткүч орусча",
        "Показатель на русском",
        "Indicator in Russian",
        also=("Показатель", "Индикатор"),
    ),
    Column(
        "indicator_en",
        "Көрсөткүч англисче",
        "Показатель на английском",
        "Indicator in English",
        also=("Indicator",),
    ),
    Column("unit", "Өлчөм бирдиги", "Единица измерения", "Unit", also=("Ед. изм.",)),
    Column("kind", "Көрсөткүчтүн түрү", "Вид показателя", "Kind"),
    Column("direction", "Багыты", "Направление", "Direction"),
    Column("adds", "Кантип кошулат", "Как складывается", "How it adds up"),
    Column("baseline", "Баштапкы мааниси", "Базовое значение", "Baseline"),
    Column("target", "Максат", "Цель", "Target", by_year=True, also=("Целевое значение",)),
    Column("source", "Кайдан алынат", "Откуда берётся", "Drawn from"),
    Column("line_code", "Бюджет сабынын коду", "Код строки бюджета", "Budget line code"),
    Column("funding", "Акча булагы", "Источник финансирования", "Source of money"),
    Column("payer", "Ким төлөйт", "Кто платит", "Who pays", also=("Донор",)),
    Column("currency", "Валюта", "Валюта", "Currency"),
    Column(
        "planned", "Пландалган", "Запланировано", "Planned", by_year=True, also=("Бюджет", "План")
    ),
)
BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}
NEEDED = tuple(column.key for column in COLUMNS if column.is_needed)
# Columns that lists have for their own order.
PASSED_OVER = frozenset({"", "№", "№ п/п", "n", "no", "no."})
SEVERAL = (";", "\n")

WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "kind": {
        "number": ("сан", "число", "number"),
        "share": ("үлүш", "доля", "share", "%", "процент", "пайыз", "per cent"),
        "yes_no": ("ооба же жок", "да или нет", "yes or no", "ооба/жок", "да/нет", "yes/no"),
    },
    "direction": {
        "up": ("көп жакшы", "больше лучше", "more is better", "up", "рост", "өсүү"),
        "down": ("аз жакшы", "меньше лучше", "less is better", "down", "снижение", "азаюу"),
    },
    "adds": {
        "sum": ("кошулат", "складывается", "added up", "sum", "сумма"),
        "latest": ("акыркысы", "последнее", "the last one", "latest"),
        "none": ("кошулбайт", "не складывается", "not added", "none"),
    },
    "funding": {
        "state": ("мамлекеттик бюджет", "государственный бюджет", "state budget", "госбюджет"),
        "donor": ("донор", "донор", "donor"),
        "none": ("акча каралган эмес", "средства не предусмотрены", "no money set aside"),
    },
}


def alike(words: str) -> str:
    """Give what is left of words when spellings no longer disagree."""
    return skeleton(words) or words.strip().casefold()


_HEADS = {alike(head): column.key for column in COLUMNS for head in column.known}
_WORDS = {
    column: {alike(word): value for value, words in values.items() for word in (value, *words)}
    for column, values in WORDS.items()
}


def column_of(head: str) -> str | None:
    """Say which column a head means; one for a year as "target 2026".

    Returns:
        Its key; empty for a column that is passed over; None for one that nobody knows.
    """
    plain = " ".join(head.replace("*", " ").split())
    if plain.casefold() in PASSED_OVER:
        return ""
    if year := YEAR.match(plain.replace("_", " ")):
        key = _HEADS.get(alike(year.group(1)))
        return f"{key} {year.group(2)}" if key and BY_KEY[key].by_year else None
    key = _HEADS.get(alike(plain.replace("_", " "))) or _HEADS.get(alike(plain))
    return None if key is None or BY_KEY[key].by_year else key


def meaning(column: str, words: str) -> str | None:
    """Say which value words mean in a column of choices; None when none."""
    return _WORDS[column].get(alike(words))
