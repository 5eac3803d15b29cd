"""The columns of a list of activities: how they are headed in each language, in the order of the template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from korgoo.activities.enums import Counting, State
from korgoo.countrypack import api as packs
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

    @property
    def known(self) -> tuple[str, ...]:
        """Everything that is read as this column."""
        return (self.key, self.ky, self.ru, self.en, *self.also)


COLUMNS = (
    Column("day", "Күнү", "Дата", "Day", is_needed=True, also=("Date", "Число")),
    Column("time", "Убактысы", "Время", "Time"),
    Column(
        "place",
        "Айыл же шаар",
        "Село или город",
        "Village or town",
        is_needed=True,
        also=("Place", "Место", "Айыл", "Село", "Населённый пункт"),
    ),
    Column("district", "Район", "Район", "District", also=("Району",)),
    Column("region", "Облус", "Область", "Region", also=("Облусу",)),
    Column("venue", "Өткөн жери", "Место проведения", "Venue"),
    Column(
        "kind", "Түрү", "Вид", "Type", is_needed=True, also=("Формат", "Тип", "Вид мероприятия")
    ),
    Column("title", "Аталышы", "Название", "Title", also=("Тема", "Мероприятие")),
    Column("state", "Абалы", "Состояние", "State", also=("Статус",)),
    Column(
        "contacts",
        "Канча киши болду",
        "Сколько было",
        "How many were there",
        also=("Contacts", "Количество", "Саны", "Охват", "Участников"),
    ),
    Column("counting", "Кантип саналды", "Как считали", "Counted how"),
    Column("women", "Аялдар", "Женщин", "Women", also=("Женщины",)),
    Column("men", "Эркектер", "Мужчин", "Men", also=("Мужчины",)),
    Column("audience", "Кимдер үчүн", "Для кого", "Audience", also=("Аудитория",)),
    Column(
        "asked",
        "Мурда келгени суралгандар",
        "Спросили, были ли раньше",
        "Asked if they came before",
    ),
    Column("before", "Мурда келгендер", "Были раньше", "Came before"),
    Column(
        "signals",
        "Ишеним телефонуна берилген сигналдар",
        "Сигналов передано на линию",
        "Signals passed on",
    ),
    Column("others", "Уюштуруучулар", "Организаторы", "Organisers", also=("Организатор",)),
    Column("cost", "Чыгым, сом", "Расходы, сом", "Cost, som", also=("Расходы", "Чыгым", "Cost")),
    Column("questions", "Берилген суроолор", "О чём спрашивали", "Questions asked"),
    Column("notes", "Эскертүү", "Примечание", "Notes"),
)
BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}
NEEDED = tuple(column.key for column in COLUMNS if column.is_needed)
# Columns that lists have for their own order.
PASSED_OVER = frozenset({"", "№", "№ п/п", "n", "no", "no."})
STATES: Mapping[State, tuple[str, ...]] = {
    State.HELD: ("өттү", "проведено", "held", "өткөрүлдү", "состоялось"),
    State.PLANNED: ("пландалган", "запланировано", "planned", "план"),
}
COUNTINGS: Mapping[Counting, tuple[str, ...]] = {
    Counting.ONE_BY_ONE: ("бирден саналды", "по одному", "one by one"),
    Counting.SIGNED_LIST: ("кол коюлган тизме", "список с подписями", "signed list", "список"),
    Counting.ROWS: ("катарлар боюнча", "по рядам", "by rows"),
    Counting.EYE: ("көз болжол", "на глаз", "by eye"),
}


def _alike(words: str) -> str:
    return skeleton(words) or words.strip().casefold()


_HEADS = {_alike(head): column.key for column in COLUMNS for head in column.known}
_STATES = {_alike(word): state for state, words in STATES.items() for word in words}
_COUNTINGS = {_alike(word): how for how, words in COUNTINGS.items() for word in words}


def column_of(head: str) -> str | None:
    """Say which column a head means.

    Returns:
        Its key; empty for a column that is passed over; None for one that nobody knows.
    """
    if head.strip().casefold() in PASSED_OVER:
        return ""
    return _HEADS.get(_alike(head.replace("*", " ").replace("_", " "))) or _HEADS.get(_alike(head))


def state_of(words: str) -> State | None:
    """Say which state words mean; held when there are none."""
    return _STATES.get(_alike(words)) if words else State.HELD


def counting_of(words: str) -> Counting | None:
    """Say which way of counting words mean."""
    return _COUNTINGS.get(_alike(words))


def kind_of(words: str) -> str:
    """Say which type of the country pack words mean, in any of its languages; empty when none."""
    return _choice(packs.current().campaign.formats, words)


def audience_of(words: str) -> str:
    """Say which audience of the country pack words mean, in any of its languages; empty when none."""
    return _choice(packs.current().campaign.audiences, words)


def _choice(choices: Iterable[packs.CampaignChoice], words: str) -> str:
    asked = _alike(words)
    for one in choices:
        names = (one.key, *(one.name.in_language(code) for code in LANGUAGES))
        if asked in {_alike(name) for name in names}:
            return one.key
    return ""
