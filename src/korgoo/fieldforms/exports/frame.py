"""What every form asks besides the questions of its view, in the words of the pages."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework.enums import Channel, Danger
from korgoo.identification.enums import REFUSED, UNKNOWN, Given, Moved, Opinion, Talk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrOrPromise

STARTED, ENDED, VERSION = "start", "end", "korgoo_form"
CASE_CODE, CHANNEL, LANGUAGE, DANGER = "case_code", "channel", "language", "danger"
TALK, MOVED, OPINION, SOURCE = "talk", "moved", "opinion", "source"
OTHERS = Talk.OTHERS.value
BEFORE, AFTER, PAGE = "before", "after", "page_"
NINE_DIGITS = "^[0-9]{9}$"

# The lists that every form has: name of the list, then code and words of each choice.
LISTS: "Mapping[str, list[tuple[str, _StrOrPromise]]]" = {
    CHANNEL: list(Channel.choices),
    DANGER: list(Danger.choices),
    TALK: list(Talk.choices),
    MOVED: list(Moved.choices),
    SOURCE: list(Given.choices),
    OPINION: list(Opinion.choices),
}
NO_ANSWER: "list[tuple[str, _StrOrPromise]]" = [
    (UNKNOWN, pgettext_lazy("answer", "Does not know")),
    (REFUSED, pgettext_lazy("answer", "Did not want to say")),
]
QUESTIONS: "Mapping[str, _StrOrPromise]" = {
    CASE_CODE: _("Code of the case"),
    CHANNEL: _("How did the contact come?"),
    LANGUAGE: _("Which language does the person speak best?"),
    DANGER: _("Is anyone in danger now?"),
    TALK: _("Can the person speak freely?"),
    MOVED: _("Did the person leave home for this work?"),
    SOURCE: _("Where the answer comes from"),
    OPINION: _("What do you think yourself?"),
}
TITLES: "Mapping[str, _StrOrPromise]" = {
    BEFORE: _("Before you begin"),
    AFTER: _("Your own opinion"),
}
CASE_CODE_HINT = _("Only if there is a case already: nine digits. Leave it empty for a new case.")
WRONG_CODE = _("Nine digits, without spaces.")
NO_NAMES = _("Write no name, address or telephone number anywhere in this form. Devices get lost.")
CALL_FIRST = _("If there is danger now, call first: %(numbers)s")
READ_ALOUD = _("Read aloud first:")
OTHERS_LISTEN = _(
    "Others are listening. Better stop here and offer a talk alone. An answer before others may be"
    " untrue, and may put the person in danger."
)
SEALED_ELSEWHERE = _(
    "Do not write this on the device. Write it in Korgoo, on the page of the case: there it is"
    " sealed."
)
OPINION_FIRST = _(
    "Your opinion comes before the reading, so that the reading does not lead it. The reading is"
    " made in Korgoo when this form comes in."
)
