"""C16: the permit of an agency for Türkiye is suspended this morning; forty people have already paid.

All agencies are invented, and their names say so. They come as the Ministry's lists come: as a file.
"""

import csv
import io
from datetime import date, timedelta

from django.utils import timezone

from korgoo.agencies import services
from korgoo.agencies.lists.checking import Source
from korgoo.agencies.models import Permit
from korgoo.agencies.rules import Kind
from korgoo.agencies.services import DecisionFacts
from korgoo.agencies.services.lists import examine
from korgoo.demo.stage import Stage
from korgoo.lib import clock

INVENTED_KY, INVENTED_RU, INVENTED_EN = "(ойдон чыгарылган)", "(вымышленное)", "(fictitious)"
DOCUMENT = "Үлгү тизме (ойдон чыгарылган)"
ADDRESS = "https://example.org/agencies"
HEAD = (
    *("name_ky", "name_ru", "name_en", "registration", "place", "phone", "country"),
    *("permit_number", "valid_from", "valid_to", "decision", "decision_day"),
    *("decision_number", "extended_to"),
)
# Kyrgyz, Russian, English; place; countries with the number of days for which the permit has been there.
AGENCIES = (
    ("Үлгү Карьера", "Үлгү Карьера", "Ulgu Career", "Бишкек", {"TR": 300, "DE": 200}),
    ("Мисал Жоб", "Мисал Жоб", "Misal Job", "Бишкек", {"DE": 250, "SK": 90}),
    ("Сынак Эмгек", "Сынак Труд", "Synak Work", "Ош", {"TR": 120}),
    ("Ойлонмо Жол", "Ойлонмо Жол", "Oylonmo Way", "Бишкек", {"AE": 180, "SA": 180}),
    ("Таякча Тур", "Таякча Тур", "Tayakcha Tour", "Каракол", {"BG": 60}),
    ("Көк Барак", "Синий Лист", "Blue Leaf", "Жалал-Абад", {"KR": 30}),
    ("Ак Калем", "Белое Перо", "White Quill", "Бишкек", {"DE": 400, "PL": 100}),
    ("Кызыл Чака", "Красное Ведро", "Red Bucket", "Токмок", {"TR": 200, "AE": 150}),
    ("Сары Топчу", "Жёлтая Пуговица", "Yellow Button", "Нарын", {"SK": 320}),
    ("Жашыл Челек", "Зелёная Бочка", "Green Barrel", "Талас", {"HU": 45}),
    ("Үлгү Керээз", "Үлгү Керээз", "Ulgu Kereez", "Баткен", {"TR": 80}),
    ("Он Эки Топ", "Двенадцать Мячей", "Twelve Balls", "Бишкек", {"GB": 140, "RO": 10}),
)
SUSPENDED, CANCELLED, SUSPENDED_ONCE = (
    ("Үлгү Карьера", "TR"),
    ("Кызыл Чака", "AE"),
    ("Мисал Жоб", "SK"),
)
YEAR = 365


def plan(stage: Stage) -> None:
    """Plan the list, a month later the second one, and the decision of this morning."""
    editor = stage.actors["editor"]
    today = timezone.localdate(stage.now)

    def a_list_comes() -> None:
        _bring(_granted(today), stage)

    def some_are_stopped_and_one_goes_on() -> None:
        decide(SUSPENDED_ONCE, Kind.SUSPENDED, 25, "21-4")
        decide(CANCELLED, Kind.CANCELLED, 20, "21-7")

    def one_may_again() -> None:
        decide(SUSPENDED_ONCE, Kind.RESUMED, 8, "22-1")

    def the_second_list_comes() -> None:
        _bring(_extended(today), stage)

    def this_morning() -> None:
        decide(SUSPENDED, Kind.SUSPENDED, 0, "23-2")

    def decide(which: tuple[str, str], kind: Kind, days_ago: int, number: str) -> None:
        name, country = which
        permit = Permit.objects.get(
            agency__names__text__startswith=f"{name} ",
            agency__names__language="ky",
            country=country,
        )
        day = today - timedelta(days=days_ago)
        facts = DecisionFacts(kind, day, DOCUMENT, day, number=number, address=ADDRESS)
        services.record_decision(permit.pk, facts, actor=editor)

    for days, step in (
        (40, a_list_comes),
        (20, some_are_stopped_and_one_goes_on),
        (8, one_may_again),
        (5, the_second_list_comes),
        (0.02, this_morning),
    ):
        stage.at(days, step)


def _bring(rows: list[dict[str, str]], stage: Stage) -> None:
    found = examine(_file(rows), Source(clock.today(), DOCUMENT, ADDRESS))
    kept = services.keep_list(found, actor=stage.actors["editor"])
    services.take_list(kept.pk, actor=stage.actors["editor"])


def _granted(today: date) -> list[dict[str, str]]:
    """Every permit as it was granted; one has run out since, one begins only next month."""
    return [
        _row(place, country, today - timedelta(days=days))
        for place, agency in enumerate(AGENCIES)
        for country, days in agency[4].items()
    ]


def _extended(today: date) -> list[dict[str, str]]:
    """The same list a month later: nothing new but an extension, and a permit that begins later."""
    rows = _granted(today)
    first = next(row for row in rows if row["country"] == "SK" and "Сары" in row["name_ky"])
    extended = first | {
        "decision": "узартылды",
        "decision_day": f"{today - timedelta(days=6):%d.%m.%Y}",
        "decision_number": "22-9",
        "extended_to": f"{today + timedelta(days=YEAR):%d.%m.%Y}",
    }
    begins = _row(4, "HR", today + timedelta(days=30)) | {
        "decision_day": f"{today - timedelta(days=6):%d.%m.%Y}"
    }
    return [*rows, extended, begins]


def _row(place: int, country: str, starts: date) -> dict[str, str]:
    ky, ru, en, town, _countries = AGENCIES[place]
    return {
        "name_ky": f"{ky} {INVENTED_KY}",
        "name_ru": f"{ru} {INVENTED_RU}",
        "name_en": f"{en} {INVENTED_EN}",
        "registration": f"000{place:03}-0000-ЖЧК",
        "place": f"{town} (ойдон чыгарылган дарек)",
        "phone": f"0555 000 3{place:02}",
        "country": country,
        "permit_number": f"0{place:02}-{country}",
        "valid_from": f"{starts:%d.%m.%Y}",
        "valid_to": f"{starts + timedelta(days=YEAR - 1):%d.%m.%Y}",
        "decision": "берилди",
        "decision_number": "20-1",
    }


def _file(rows: list[dict[str, str]]) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, HEAD, delimiter=";", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode()
