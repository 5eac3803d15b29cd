"""What stands in the library, and what was announced. Every document is invented and says so."""

import io
from datetime import timedelta

from django.utils import timezone
from openpyxl import Workbook

from korgoo.access.enums import OrganisationKind, Role
from korgoo.demo import pictures
from korgoo.demo.people import OSH_REGION, TALAS_REGION
from korgoo.demo.stage import Stage
from korgoo.library import readers, services
from korgoo.library.enums import DocumentKind
from korgoo.library.models import Document
from korgoo.library.readers import EVERYBODY, PUBLIC
from korgoo.library.services import DocumentFacts, VersionFacts

INVENTED = "Ойдон чыгарылган үлгү"
BOOK = {
    "ky": "Отчёттун үлгүсү (ойдон чыгарылган)",
    "ru": "Образец отчёта (вымышленный)",
    "en": "Model of a report (fictitious)",
}
LETTER = {
    "ky": "Облустарга кат (ойдон чыгарылган)",
    "ru": "Письмо областям (вымышленное)",
}
CARD = {
    "ky": "Жолго чыгар алдында: эскертме (ойдон чыгарылган)",
    "ru": "Перед дорогой: памятка (вымышленная)",
    "en": "Before you leave: a reminder (fictitious)",
}
NEWS = (
    "Жарым жылдык отчёттор 15-январга чейин күтүлөт.\n\n"
    "- үлгү китепканада турат\n"
    "- «0» деген «айтылган жок» дегенден башка\n\n"
    "Суроо болсо, катчылыкка жазыңыз (ойдон чыгарылган)."
)


def plan(stage: Stage) -> None:
    """Plan documents with versions and readers, and two announcements."""
    secretary = stage.actors["secretary"]
    today = timezone.localdate(stage.now)

    def the_library_is_filled() -> None:
        services.add_document(
            DocumentFacts(BOOK, DocumentKind.REPORT, [EVERYBODY], today - timedelta(days=52)),
            VersionFacts(content=_book(1)),
            actor=secretary,
        )
        regions = [readers.organisation(stage.houses[c]) for c in (OSH_REGION, TALAS_REGION)]
        services.add_document(
            DocumentFacts(LETTER, DocumentKind.LETTER, regions, today - timedelta(days=51)),
            VersionFacts(content=_sheet("INVENTED LETTER"), language="ky"),
            actor=secretary,
        )
        services.add_document(
            DocumentFacts(CARD, DocumentKind.GUIDE, [EVERYBODY, PUBLIC]),
            VersionFacts(content=_sheet("INVENTED REMINDER"), language="ky"),
            actor=secretary,
        )
        services.add_document(
            DocumentFacts(
                {"en": "Notes on campaigns (fictitious)"},
                DocumentKind.OTHER,
                [readers.organisation_kind(OrganisationKind.INTERNATIONAL)],
            ),
            VersionFacts(link="https://example.org/notes", language="en"),
            actor=stage.actors["unodc"],
        )

    def a_better_model_comes() -> None:
        book = Document.objects.get(titles=BOOK)
        version = VersionFacts(content=_book(2), note="Аймактар боюнча тилке кошулду")
        services.add_version(book.pk, version, actor=secretary)

    def reports_are_asked_for() -> None:
        services.announce(
            title="Жарым жылдык отчёттор (ойдон чыгарылган)",
            text=NEWS,
            audience=[EVERYBODY],
            roles=[Role.SECRETARY, Role.HEAD, Role.COORDINATOR],
            until=today + timedelta(days=49),
            actor=secretary,
        )

    def the_regions_are_invited() -> None:
        services.announce(
            title="Облустардын жолугушуусу Ошто өтөт (ойдон чыгарылган)",
            text="Катышууңузду жуманын аягына чейин ырастаңыз.",
            audience=[readers.organisation_kind(OrganisationKind.STATE)],
            roles=[],
            until=today + timedelta(days=6),
            actor=secretary,
        )

    stage.at(50, the_library_is_filled)
    stage.at(20, a_better_model_comes)
    stage.at(6, reports_are_asked_for)
    stage.at(2, the_regions_are_invited)


def _sheet(words: str) -> bytes:
    return pictures.of_words(f"{words}\n\nNothing on it\nis true.").data


def _book(columns: int) -> bytes:
    book = Workbook()
    book.worksheets[0].append([INVENTED, *["0"] * columns])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
