"""Three people without a name report offers of work to the Ministry; one report is settled."""

from uuid import UUID, uuid4

from korgoo.demo import pictures
from korgoo.demo.stage import Stage
from korgoo.lib import uploads
from korgoo.offers import selectors
from korgoo.offers import services as offers
from korgoo.offers.enums import Channel, ReportState
from korgoo.offers.told import Told

DISHES = Told(
    agency="«Жомок Карьера» (ойдон чыгарылган)",
    country="TR",
    job="Мейманканада идиш жуугуч",
    pay="Айына 1500 доллар",
    fee="Виза үчүн 45 000 сом, чек берилбейт",
    channel=Channel.MESSENGER,
    link="t.me/jomok_karera_oidon_chygarylgan",
    visa="Туристтик",
    when="Өткөн жумада",
    text="«Бүгүн төлөбөсөңүз, орун кетет» дешет. Дареги жок. (Баары ойдон чыгарылган.)",
    language="ky",
)
FIELDS = Told(
    agency="Некий «Серик» (вымышленный)",
    country="GB",
    job="Сбор ягод",
    fee="1200 фунтов посреднику",
    channel=Channel.PERSON,
    text="Говорит, что квоты закончились, но он договорится. (Всё вымышлено.)",
    language="ru",
)
OPERATOR = Told(
    country="ZZ",
    job="Оператор чата, билет оплачивают",
    channel=Channel.NETWORK,
    link="Объявление на снимке (вымышленное)",
    language="ru",
)
ADVERT = "INVENTED ADVERT\n\nChat operator, abroad\n$ 2000 a month\nNo experience, no papers\nTicket is paid. Write now!"


def plan(stage: Stage) -> None:
    """Plan the story: three reports, of which the first is passed on."""
    coordinator = stage.actors["coordinator"]
    first = uuid4()

    def dishes() -> None:
        _report(DISHES, key=first)

    def passed_on() -> None:
        note = "Укук коргоо органына кат жөнөтүлдү. (Ойдон чыгарылган.)"
        offers.settle(
            first, ReportState.PASSED_ON, seen=ReportState.NEW, note=note, actor=coordinator
        )

    def days_are_counted() -> None:
        offers.count_days()

    for days, step in (
        (6.0, dishes),
        (4.0, passed_on),
        (2.0, lambda: _report(FIELDS)),
        (1.0, lambda: _report(OPERATOR, picture=pictures.of_words(ADVERT))),
        (0.01, days_are_counted),
    ):
        stage.at(days, step)


def _report(told: Told, *, key: UUID | None = None, picture: uploads.Paper | None = None) -> None:
    to = selectors.receiver()
    if to is None:
        raise RuntimeError("nobody of the demonstration can read reports of offers")
    offers.report(key or uuid4(), told, to=to, picture=picture)
