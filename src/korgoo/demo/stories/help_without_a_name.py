"""Four people without a name write to the fictitious helpline; everybody may read one of them.

A man in danger waits. A woman was answered and wrote again. A third sent a picture. A fourth asked what
is not the helpline's matter, and was told who can help.
"""

from uuid import UUID, uuid4

from korgoo.demo import pictures
from korgoo.demo.stage import Stage
from korgoo.helpline import services
from korgoo.helpline.enums import AnswerWay, Danger
from korgoo.helpline.services import Note
from korgoo.lib.word_codes import new_code

# Printed at the door of the demonstration and in the README: so that a visitor can come back with words.
OPEN_WORDS = "булут арча жылдыз көпүрө алтын чынар бадам"

LOCKED_IN = (
    "Курулуштамын, эшикти сыртынан кулпулап коюшту. Паспорттор кожоюнда. Эртең башка жакка алып"
    " кетебиз дешти. Эмне кылам? (Ойдон чыгарылган.)"
)
NOT_PAID = (
    "Тигүү цехинде иштейм. Үч айдан бери айлык жок, «эртең» эле дешет. Паспортум өзүмдө."
    " Кайда кайрылсам болот? (Ойдон чыгарылган.)"
)
WHAT_TO_DO = (
    "Жазганыңыз жакшы болду. Паспортту эч кимге бербеңиз. Ким, качан, канча төлөйм дегенин жазып,"
    " каттарды сактап коюңуз. Элчиликтин номери сайтта, «Түркия» барагында. Көчөдө каласызбы деп"
    " корксоңуз, ошону да жазыңыз. (Ойдон чыгарылган.)"
)
THANKS = (
    "Рахмат. Каттарды сактап койдум. Кечээ кожоюн айлыктын жарымын берди, калганына кол кой дейт."
    " Кол койсом болобу? (Ойдон чыгарылган.)"
)
ON_THE_WALL = (
    "Нас двенадцать в комнате. Это висит на двери. За выход без спроса штраф. Подруга заболела, к врачу"
    " не пускают. (Всё вымышлено.)"
)
NOTICE = "INVENTED NOTICE\n\nNobody goes out\nwithout the foreman.\nFine: 300 a day."
ABROAD = (
    "Men O‘shdaman. Koreyaga qonuniy yo‘l bilan ishga bormoqchiman. Qayerga murojaat qilaman?"
    " (O‘ylab topilgan.)"
)
WHO_CAN = (
    "Bu bizning ishimiz emas, lekin sizga yordam beradigan joy bor: Chet elda fuqarolarni ishga"
    " joylashtirish markazi. Hech kimga oldindan pul bermang. (O‘ylab topilgan.)"
)
WHO = "centre-employment-abroad"


def plan(stage: Stage) -> None:
    """Plan the story: what the helpline finds in the morning."""
    line = stage.actors["line"]
    found: dict[str, UUID] = {}

    def she_is_not_paid() -> None:
        note = Note(uuid4(), NOT_PAID, Danger.NO, language="ky", country="TR")
        found["she"] = services.send(note, OPEN_WORDS).pk

    def she_is_answered() -> None:
        services.take(found["she"], actor=line)
        services.open_messages(found["she"], actor=line)
        services.answer(found["she"], WHAT_TO_DO, actor=line)

    def she_writes_again() -> None:
        services.send(Note(uuid4(), THANKS, Danger.NO), OPEN_WORDS)

    def somebody_asks_the_wrong_door() -> None:
        note = Note(uuid4(), ABROAD, Danger.NO, language="uz", country="KG")
        found["wrong door"] = services.send(note, new_code("uz").canonical).pk

    def they_are_told_who_can() -> None:
        services.take(found["wrong door"], actor=line)
        services.open_messages(found["wrong door"], actor=line)
        services.pass_on(found["wrong door"], body=WHO, text=WHO_CAN, actor=line)

    for days, step in (
        (4.0, she_is_not_paid),
        (3.5, she_is_answered),
        (3.0, somebody_asks_the_wrong_door),
        (2.8, they_are_told_who_can),
        (0.6, _she_sends_a_picture),
        (0.3, she_writes_again),
        (0.1, _he_is_locked_in),
    ):
        stage.at(days, step)


def _she_sends_a_picture() -> None:
    note = Note(
        uuid4(),
        ON_THE_WALL,
        Danger.UNKNOWN,
        language="ru",
        country="AE",
        photo=pictures.of_words(NOTICE).data,
        way=AnswerWay.CALL,
        phone="+996 000 000 163",
        hours="В пятницу, до обеда",
        word="Это из мастерской, про платье",
    )
    services.send(note, new_code("ru").canonical)


def _he_is_locked_in() -> None:
    note = Note(uuid4(), LOCKED_IN, Danger.YES, language="ky", country="RU")
    services.send(note, new_code("ky").canonical)
