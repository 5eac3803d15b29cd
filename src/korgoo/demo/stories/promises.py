"""What organisations promised in letters of this year. Everything is invented.

What was promised on 28 July 2017 stands in the minutes of that round table: stories/councils.py.
"""

from datetime import timedelta

from django.utils import timezone

from korgoo.commitments import services
from korgoo.commitments.models import Commitment
from korgoo.commitments.origins import Origin
from korgoo.commitments.services import Letter, Promise, Shown
from korgoo.demo import pictures
from korgoo.demo.people import MINISTRY, OSH_CENTRE
from korgoo.demo.stage import Stage


def plan(stage: Stage) -> None:
    """Plan this year's letters."""
    _letters(stage)


def _letters(stage: Stage) -> None:
    today = timezone.localdate(stage.now)
    actors, houses = stage.actors, stage.houses
    secretary = actors["secretary"]

    def letter(who: str, what: str, whom: str, days: int, number: str, **more: bool) -> Commitment:
        """Write down what is promised in a letter; ``days``: from now until its last day."""
        actor = actors[who]
        return services.record(
            Promise(actor.organisation_id, what, today + timedelta(days=days), whom),
            Origin("letter", label="Ойдон чыгарылган кат"),
            letter=Letter(number, today - timedelta(days=45)),
            actor=actor,
            is_public=more.get("is_public", False),
        )

    def letters_come() -> None:
        letter(
            "youth",
            "Беш районго 30 ыктыярчы табуу жана аларды «Үч суроо» сабагына үйрөтүү",
            "Айыл өкмөттөрү",
            20,
            "07-12",
            is_public=True,
        )
        letter(
            "osh-region",
            "Облустун 12 автовокзалына 189 номуру жазылган плакаттарды илүү",
            "Жол кетүүчүлөр",
            -12,
            "01-155",
            is_public=True,
        )
        letter(
            "head",
            "Кыш мезгилинде балдары бар аялдар үчүн эки орунду бош кармоо",
            "Айыгып жаткан адамдар үчүн комиссия",
            60,
            "18",
        )
        services.record(
            Promise(
                houses[OSH_CENTRE],
                "Кызматкерлерге үч тилдүү баракчаны таркатуу",
                today + timedelta(days=5),
                beneficiary_id=houses[MINISTRY],
            ),
            Origin("letter", label="Ойдон чыгарылган кат"),
            letter=Letter("3-к", today - timedelta(days=50)),
            actor=secretary,
        )

    def talas_says_that_it_kept_its_word() -> None:
        row = letter(
            "talas-region",
            "Ар бир айыл өкмөтүнө жооптуу адамды дайындоо",
            "Ведомстволор аралык комиссия",
            -2,
            "02-40",
        )
        shown = Shown(
            "37 айыл өкмөтүндө жооптуу адам дайындалды (ойдон чыгарылган).",
            content=pictures.of_words("INVENTED ORDER\n\nNo. 00-40\nTalas region").data,
        )
        services.fulfil(
            row.pk, shown, done_on=None, seen=row.version, actor=actors["talas-region"]
        )

    def unodc_keeps_its_word() -> None:
        row = letter(
            "unodc",
            "Тергөөчүлөр үчүн эки күндүк окуу өткөрүү",
            "Ички иштер органдары",
            -20,
            "KGZ-0",
            is_public=True,
        )
        shown = Shown(
            "Окуу өттү, 24 катышуучу (ойдон чыгарылган).", "https://example.org/training"
        )
        services.fulfil(row.pk, shown, done_on=None, seen=row.version, actor=actors["unodc"])

    def unodc_is_confirmed() -> None:
        row = Commitment.objects.get(letter_number="KGZ-0")
        services.confirm(row.pk, seen=row.version, actor=secretary)

    def interior_takes_it_back() -> None:
        row = letter(
            "interior-secretary",
            "Чек арадагы 4 бекетке маалымат текчелерин коюу",
            "Чек арадан өтүүчүлөр",
            30,
            "6/1",
        )
        why = "Бекеттер башка мекемеге өттү; ал өзү убада берет (ойдон чыгарылган)."
        services.withdraw(row.pk, why, seen=row.version, actor=actors["interior-secretary"])

    stage.at(45, letters_come)
    stage.at(28, unodc_keeps_its_word)
    stage.at(24, unodc_is_confirmed)
    stage.at(9, interior_takes_it_back)
    stage.at(3, talas_says_that_it_kept_its_word)
