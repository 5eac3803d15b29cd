"""The next edition of the guideline is discussed, and so is a change of the law; all of it invented.

Cards of an earlier month show what a draft would change in the past.
"""

from datetime import timedelta
from functools import partial
from uuid import UUID

from korgoo.casework.enums import Danger, Matter
from korgoo.casework.services import FirstContact
from korgoo.consultation import services as consultations
from korgoo.consultation.enums import AnswerKind
from korgoo.consultation.models import Comment, Consultation
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import meet, screen
from korgoo.identification import api as identification
from korgoo.identification.enums import Opinion
from korgoo.lawbook import services as laws
from korgoo.lawbook.services.articles import Place, Wording
from korgoo.lib import clock
from korgoo.workshop import editing
from korgoo.workshop import selectors as drafts_of_workshop
from korgoo.workshop import services as workshop
from korgoo.workshop.services import Edit

CATALOGUE, CODES = "ilo-labour", ("D4.04", "D5.09")
# Unpaid and badly housed, and nothing more: today not enough for a reading, under the draft it is.
UNPAID = {"documents": "mine", "pay": "less", "housing": "on-site-bad", "age": "adult"}
PAST_CARDS = 12
# Counts of fewer than three organisations would not be shown.
WHO = ("inspector", "consul", "line", "osh")
COMMENT = (
    "Айлыгын албагандардын көбү алгач «такыр төлөшкөн жок» дешет. Салмагын көтөрүүнү колдойбуз, "
    "бирок суроодо «акыркы эки айда» деп так айтылсын. (Ойдон чыгарылган пикир.)"
)
ANSWER = "Суроонун сөзү кийинки редакцияда такталат: азыр салмагы гана өзгөрөт."
SECOND_COMMENT = (
    "Угрозу сообщить властям слышит почти каждый, кого не регистрируют. Не станет ли признаков "
    "слишком много? (Вымышленный отзыв.)"
)
PACKAGE = {
    "ky": "Баш калкалоочу жайда болуу мөөнөтү (ойдон чыгарылган долбоор)",
    "ru": "Срок пребывания в убежище (вымышленный проект)",
    "en": "Length of stay in a shelter (invented draft)",
}
PACKAGE_REASON = (
    "Баш калкалоочу жайлар иш жүзүндө он эки күндөн он сегиз күнгө чейин батырат (S47), мыйзамда он "
    "күн деп турат. Бул долбоор көрсөтмө үчүн ойдон чыгарылган."
)
ARTICLE = {
    "ky": "Жабырлануучумун деген адам баш калкалоочу жайда отуз күнгө чейин жашай алат (үлгү).",
    "ru": "Кто называет себя пострадавшим, может жить в убежище до тридцати дней (образец).",
    "en": "Whoever says they are a victim may stay in a shelter for up to thirty days (sample).",
}
ARTICLE_TITLE = {
    "ky": "Баш калкалоочу жайда болуу",
    "ru": "Пребывание в убежище",
    "en": "Stay in a shelter",
}


def plan(stage: Stage) -> None:
    """Plan the past cards, the draft with two weights, its consultation, and the package."""
    for number in range(PAST_CARDS):
        stage.at(57.5 - number, partial(_past_card, stage, WHO[number % len(WHO)]))
    drafts: dict[str, UUID] = {}
    editor, shelter = stage.actors["editor"], stage.actors["shelter"]

    def start() -> None:
        base = identification.current_edition().digest
        draft = workshop.start_draft(
            "Төлөнбөгөн эмгек акы жана бийликке билдирем деп коркутуу (үлгү)",
            edition="2027-1",
            base=base,
            actor=editor,
        )
        drafts["guideline"] = draft.pk

    def weigh(code: str) -> None:
        edit = Edit(
            partial(
                editing.set_weight,
                catalogue=CATALOGUE,
                code=code,
                profile="adult_labour",
                weight="strong",
            )
        )
        _change(drafts["guideline"], edit, stage)

    def discuss() -> None:
        until = clock.today() + timedelta(days=30)
        consultations.open_consultation(
            "guideline", drafts["guideline"], open_until=until, actor=editor
        )

    def comment(who: str, text: str) -> None:
        row = Consultation.objects.get(subject_id=drafts["guideline"])
        consultations.write_comment(row.pk, "", text, actor=stage.actors[who])

    def answer() -> None:
        said = Comment.objects.get(organisation_id=shelter.organisation_id)
        consultations.answer_comment(
            said.pk, AnswerKind.IN_PART, ANSWER, seen=said.answer_mark, actor=editor
        )

    def package() -> None:
        row = laws.start_package(PACKAGE, PACKAGE_REASON, actor=editor)
        laws.put_article(
            row.pk,
            Place("law-55-2005", "21-4"),
            Wording("21-4", ARTICLE_TITLE, ARTICLE, PACKAGE_REASON),
            seen=0,
            actor=editor,
        )
        until = clock.today() + timedelta(days=21)
        consultations.open_consultation("amendments", row.pk, open_until=until, actor=editor)

    for days, step in (
        (10.0, start),
        (9.9, partial(weigh, CODES[0])),
        (9.8, partial(weigh, CODES[1])),
        (9.5, discuss),
        (7.0, partial(comment, "shelter", COMMENT)),
        (6.0, answer),
        (3.0, partial(comment, "osh", SECOND_COMMENT)),
        (2.0, package),
    ):
        stage.at(days, step)


def _change(draft_id: UUID, edit: Edit, stage: Stage) -> None:
    version = drafts_of_workshop.find(draft_id).version
    workshop.change_draft(draft_id, edit, version=version, actor=stage.actors["editor"])


def _past_card(stage: Stage, who: str) -> None:
    officer = stage.actors[who]
    first = FirstContact(
        channel="inspection",
        language="ky",
        danger=Danger.NO,
        matter=Matter.WAGES,
        coded={"sex": "male", "age_band": "25-39", "sector": "C", "citizenship": "KG"},
    )
    case = meet(officer, first)
    screen(officer, case, "labour-inspector", UNPAID, Opinion.NOT_ENOUGH)
