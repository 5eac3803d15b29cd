"""Names of invented people: built of parts, as names of the region are, so that rare and common ones occur.

The parts are collected name elements. No frequencies are published; the weights fall as a power of the rank, so that
the commonest given name of a people has about one per cent, as in lists of newborns.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

PEOPLES = ("ky", "uz", "tj", "ru")
KINDS = ("men", "women", "stems")


def _words(text: str) -> list[str]:
    return text.split()


KY_FIRST = _words(
    "Нур Бек Жан Алтын Токто Турсун Эсен Мырза Жума Кубат Бакыт Темир Болот Осмон Медер Чынгыз Улан Кубан "
    "Таалай Жолдош Аман Кожо Сагын Ырыс Үсөн Өмүр Төлө Жеңиш Асыл Аскар Эр Кара Ак Дөөлөт Сыймык Тилек "
    "Абды Жээн Кыдыр Сатыбалды Ормон Шамшы Айдар Эркин Самат Азамат Канат Мелис Манас Алым Ысак Калык Ниязы "
    "Сүйүн Туман Жаныш Байыш Кален Мурат Адил Максат Урмат Ильяс Жапар Касым Садыр Эгемберди Чоро Бөрү"
)
KY_LAST = _words("бек бай кул али болот хан мырза султан жан тай бет дин лан ты")
KY_WOMAN_FIRST = _words(
    "Ай Гүл Нур Алтын Жаз Сайкал Бермет Кымбат Асел Жылдыз Мээрим Чолпон Назик Анар Бурул Толгонай Жибек "
    "Перизат Каныкей Салтанат Зуура Бүбү Сезим Аяна Элмира Жамийла Күлүйпа Бегим Роза Чынара Махабат Шайыр "
    "Үмүт Жеңиш Нургуль Батма Зейнеп Рахат Токтобүбү Уулкан"
)
KY_WOMAN_LAST = _words("гүл нур ай айым кан бүбү зат пери жан сулуу бек")
UZ_FIRST = _words(
    "Абдул Абдураҳмон Шер Бахтиёр Мирзо Фарход Жамшид Улуғ Рустам Санжар Алишер Ота Жасур Бобур Азиз Нодир "
    "Баходир Шавкат Ислом Хуршид Равшан Тохир Зафар Мансур Ғайрат Қодир Содиқ Эркин Ўткир Ҳамид Илхом Анвар "
    "Дилшод Сардор Достон Жавлон Лазиз Музаффар Ойбек Пўлат Сирож Турғун Файзулла Ҳасан Ҳусан Шухрат Элёр Юсуф "
    "Аваз Ботир Ғофур Дониёр Зокир Иброҳим Комил Мумин Неъмат Одил Расул Собир Тўлқин Умар Холмат Яшар "
)
UZ_LAST = _words("ёр жон бек хон мурод али улло рашид қул дин")
UZ_WOMAN_FIRST = _words(
    "Дил Гул Нар Мафтуна Ҳалима Зулфия Нигора Саодат Феруза Малика Озода Шахло Муқаддас Раъно Хилола Азиза "
    "Барно Гавҳар Дурдона Зебо Интизор Лола Мавлуда Насиба Ойдин Рухсора Севара Турсуной Умида Фотима Шоира Юлдуз "
)
UZ_WOMAN_LAST = _words("ноза бахор фуза хон ора нора зода сора бону")
TJ_FIRST = _words(
    "Рахмон Сафар Давлат Фируз Бахром Далер Сухроб Исмоил Шариф Назар Саид Холик Умед Ҷамшед Парвиз Мирзо Ашур "
    "Абдулло Валӣ Зафар Карим Латиф Маҳмад Насим Рустам Солеҳ Тоҷидин Фаррух Хуршед Шодӣ Эмомалӣ Қурбон Ҳаким "
)
TJ_LAST = _words("али шох мурод бек қул ҷон дин")
TJ_WOMAN_FIRST = _words(
    "Зарина Мадина Нигина Сабрина Гулруҳ Парвина Фарзона Мавзуна Шаҳноза Манижа Дилбар Заррина Матлуба Наргис Рухшона Тахмина Ситора Фирӯза Шаҳло Ҷамила "
)
RU_MEN = _words(
    "Александр Сергей Дмитрий Андрей Алексей Максим Евгений Иван Михаил Николай Владимир Павел Артём Виктор "
    "Константин Юрий Олег Игорь Роман Денис Антон Василий Вячеслав Григорий Степан Анатолий Борис Вадим Валерий "
    "Виталий Геннадий Георгий Даниил Егор Захар Илья Кирилл Леонид Лев Матвей Никита Пётр Руслан Семён Станислав Тимофей Фёдор Эдуард Ярослав "
)
RU_WOMEN = _words(
    "Анна Елена Наталья Ольга Ирина Татьяна Екатерина Светлана Мария Юлия Анастасия Людмила Галина Оксана "
    "Валентина Надежда Вера Любовь Дарья Ксения Полина Алёна Жанна Александра Алла Валерия Виктория Евгения Зинаида Инна Кристина Лариса Маргарита Нина Раиса София Тамара Элина Яна "
)
RU_STEMS = _words(
    "Иван Смирн Кузнец Петр Сокол Попов Лебед Козл Новик Мороз Волк Павл Семён Голуб Виноград Богдан Воробь "
    "Фёдор Михайл Беля Тарас Жук Щерба Юрь Яковл Цветк Черн Шубин Зай Алексе Андре Антон Афанась Баран Белоус Быстр "
    "Власи Воронц Гаврил Горбун Гусе Давыд Данил Дементь Денис Дорофе Дроздец Евсе Ермак Ефим Жданк Журавл Захар Зуб "
    "Игнать Карп Кисел Климент Комар Кондрать Корол Крюк Кудряш Куликов Лазар Лар Логин Лук Макар Максим Мартын Матве "
    "Медвед Мельник Миронь Муравь Наум Некрас Никит Никифор Нос Орл Осип Панфил Пахом Пономар Прохор Родион Рожк Рыб "
    "Савель Самсон Селезн Сидор Сомик Степан Сухан Тимофе Титк Трофим Устим Филат Филипп Фомич Харитон Чехон Шашк Шевел "
)


@dataclass(frozen=True, slots=True)
class Table:
    """All name elements, and for a people and a kind their places in ``words`` with weights that sum to one."""

    words: list[str]
    pools: dict[tuple[str, str], tuple[NDArray[np.int64], NDArray[np.float64]]]


@cache
def table() -> Table:
    """Give the names of all peoples: given names of men and women, and that from which surnames come."""
    words: list[str] = []
    pools = {}
    for people, lists in _lists().items():
        for kind, names in zip(KINDS, lists, strict=True):
            places = np.arange(len(words), len(words) + len(names))
            words += names
            pools[people, kind] = (places, _weights(len(names), 25 if kind == "stems" else 12))
    return Table(words, pools)


def _lists() -> dict[str, tuple[list[str], list[str], list[str]]]:
    kyrgyz, uzbek = _joined(KY_FIRST, KY_LAST), _joined(UZ_FIRST, UZ_LAST)
    tajik = _joined(TJ_FIRST, TJ_LAST)
    return {
        "ky": (kyrgyz, _joined(KY_WOMAN_FIRST, KY_WOMAN_LAST), kyrgyz),
        "uz": (uzbek, _joined(UZ_WOMAN_FIRST, UZ_WOMAN_LAST), uzbek),
        "tj": (tajik, _joined(TJ_WOMAN_FIRST, ["хон", "гул"]), tajik),
        "ru": (RU_MEN, RU_WOMEN, RU_STEMS),
    }


def _joined(first: list[str], last: list[str]) -> list[str]:
    """Build names of two parts, the longer single ones among them too; the same order every time."""
    pairs = [(i + 3 * j, one + two) for i, one in enumerate(first) for j, two in enumerate(last)]
    singles = [(i, one) for i, one in enumerate(first) if len(one) > 4]
    return list(dict.fromkeys(name for _rank, name in sorted(singles + pairs)))


def _weights(count: int, bend: float, power: float = 0.8) -> NDArray[np.float64]:
    weights = 1.0 / (np.arange(count) + bend) ** power
    return weights / weights.sum()  # type: ignore[no-any-return]
