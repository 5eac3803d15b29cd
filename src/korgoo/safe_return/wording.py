"""States, answers and faults in words."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.safe_return.enums import Deed, Measure, Missing, PlanState, Risk
from korgoo.safe_return.envelopes import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import TextChoices
    from django.utils.functional import _StrOrPromise

    from korgoo.safe_return.envelopes import BadFile

S = PlanState
TONES: dict[PlanState, str] = {
    S.DRAFTED: "neutral",
    S.AGREED: "active",
    S.READY: "active",
    S.UNDER_WAY: "waiting",
    S.ARRIVED: "waiting",
    S.FIRST_NIGHT: "good",
    S.CLOSED: "closed",
    S.STOPPED: "closed",
}
NEXT: "dict[PlanState, _StrOrPromise]" = {
    S.DRAFTED: _("Prepare it with the person. Nothing here holds up any other help."),
    S.AGREED: _("The person agrees to the plan. Prepare what is missing."),
    S.READY: _("All is prepared. Record when the person leaves."),
    S.UNDER_WAY: _("The person is on the way. Who meets them confirms the handover."),
    S.ARRIVED: _("The person was met. Ask tonight or tomorrow whether the first night was safe."),
    S.FIRST_NIGHT: _("The first night was safe. Close the return, and go on helping at home."),
    S.CLOSED: _("This return is closed. The case goes on as long as help is needed."),
    S.STOPPED: _("This return was stopped. It can be taken up again; all other help goes on."),
}
DEEDS: "dict[Deed, _StrOrPromise]" = {
    Deed.AGREE: _("The person agrees to the plan"),
    Deed.PREPARE: _("Everything is ready"),
    Deed.DEPART: _("The person leaves"),
    Deed.ARRIVE: _("Confirm the handover"),
    Deed.NIGHT: _("Confirm the first night"),
    Deed.CLOSE: _("Close the return"),
    Deed.STOP: _("Stop the return"),
    Deed.RESUME: _("Take the return up again"),
}
EXPLAINED: "dict[Deed, _StrOrPromise]" = {
    Deed.AGREE: _(
        "Go through the plan with the person, in their language. "
        "They may change their mind at any time, also on the way."
    ),
    Deed.PREPARE: _("Everything that can be prepared is prepared, and the person knows it."),
    Deed.DEPART: _("Give the person the card with the numbers. From now on somebody waits."),
    Deed.ARRIVE: _("The person was met and knows whom to ask. The sender sees it at once."),
    Deed.NIGHT: _("The person is where they wanted to be, and is safe there."),
    Deed.CLOSE: _("Only the return is closed. The case, the help and the follow-up go on."),
    Deed.STOP: _("Whoever waits for the person has to be told. The plan is kept as it is."),
    Deed.RESUME: _("The plan is prepared again from the beginning; what was written is kept."),
}
FAULTS: "dict[Fault, _StrOrPromise]" = {
    Fault.NOT_OURS: _("This is not a file of this platform. Choose the file that they sent."),
    Fault.OTHER_KIND: _(
        "This is a package, not an answer to one. Choose the file that they sent."
    ),
    Fault.OLD: _(
        "The file is of an old form that is not read any more. Ask them to make it anew."
    ),
    Fault.NEWER: _("The file is of a newer form. Bring this platform up to date, then try again."),
    Fault.TOO_LARGE: _("The file is too large to be an answer."),
    Fault.CUT: _("The file is not whole: its end is missing. Ask them to send it again."),
    Fault.HEADER: _("The first lines of the file were changed. Ask them to send it again."),
    Fault.WRONG_KEY: _("The file is sealed to another key than that of your organisation."),
    Fault.CHANGED: _("The file was changed on its way. Nothing of it was taken; call them."),
    Fault.CONTENT: _("The file does not fit this package: %(fields)s. Nothing of it was taken."),
    Fault.PASSWORD: _("This password does not open the key."),
}
FIELDS: "dict[str, _StrOrPromise]" = {
    "number": pgettext_lazy("field of an answer", "number of the package"),
    "token": pgettext_lazy("field of an answer", "proof that the package was open"),
    "answer": pgettext_lazy("field of an answer", "answer"),
    "at": pgettext_lazy("field of an answer", "time"),
}


def fault_words(error: "BadFile") -> str:
    """Say what is wrong with a file, and what to do."""
    names = [str(FIELDS.get(name, name)) for name in error.fields]
    return str(FAULTS[error.fault]) % {"fields": ", ".join(names)}


def labels(kind: "type[TextChoices]", values: "Iterable[str]") -> list[str]:
    """Say stored codes in words; one that this version does not know stands for itself."""
    known: Mapping[str, Any] = dict(kind.choices)
    return [str(known.get(value, value)) for value in values]


def risks_words(values: "Iterable[str]") -> str:
    """Say risks in one line."""
    return "; ".join(labels(Risk, values)) or _now("No risk was named")


def measures_words(values: "Iterable[str]") -> str:
    """Say in one line what is done against risks."""
    return "; ".join(labels(Measure, values)) or _now("Nothing yet")


def missing_words(values: "Iterable[str]") -> list[str]:
    """Say what is missing."""
    return labels(Missing, values)
