"""What a person reads about their case: plain words, and gentle ones."""

from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from korgoo.casework.enums import Protection, Scope
from korgoo.countrypack import api as packs
from korgoo.referral.enums import ReferralState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

S = ReferralState
ASKED = _("They were asked. They have not answered yet.")
STATES: "Mapping[ReferralState, _StrPromise]" = {
    S.SENT: ASKED,
    S.RECEIVED: ASKED,
    S.NEEDS_INFORMATION: _("They asked your case worker a question."),
    S.ACCEPTED: _("They said yes. The help is still to come."),
    S.IN_SERVICE: _("They are helping."),
    S.COMPLETED: _("They say that they helped. Is it so?"),
    S.CONFIRMED: _("You said that help came."),
    S.DECLINED: _("They cannot help. Your case worker looks for another way."),
    S.WITHDRAWN: _("This was taken back."),
    S.EXPIRED: _("They did not answer in time. Your case worker looks for another way."),
}
STILL_NEEDED = _("You said that help did not come in full. They were told.")
STATUSES: "Mapping[str, _StrPromise]" = {
    Protection.CONTACT: _("We know each other. You can ask for help on any day."),
    Protection.AT_RISK: _("We see that you may be in danger, and you have a right to help."),
    Protection.PRESUMED: _(
        "You have a right to help and protection. You need not prove anything."
    ),
    Protection.IDENTIFIED: _("It was decided officially: you have a right to protection."),
    Protection.NOT_IDENTIFIED: _(
        "It was decided officially, and not as we hoped. You can still ask for help, and ask for"
        " the decision to be looked at again."
    ),
    Protection.WITHDRAWN: _("You wished to go on without us. You can come back on any day."),
    Protection.LOST_CONTACT: _("We lost touch with you. Write to us when you wish."),
}


def status_words(status: str) -> str:
    """Say where the protection stands; a status of later versions says nothing."""
    return str(STATUSES.get(status, ""))


def scope_words(scope: Scope) -> str:
    """Say one part of an agreement as the person heard it, in the words of the pack."""
    texts = {str(name): text for name, text in packs.current().consent.scopes.items()}
    found = texts.get(scope.value)
    return found.in_language(_language()) if found else str(scope.label)


def kind_words(key: str) -> str:
    """Name a kind of help."""
    names = {kind.key: kind.name for kind in packs.current().referral_types}
    return names[key].in_language(_language()) if key in names else key


def numbers(*purposes: str) -> list[dict[str, str]]:
    """List the numbers to call for these purposes, danger first."""
    lines = sorted(packs.current().hotlines, key=lambda line: line.purpose != "emergency")
    return [
        {"number": line.number, "name": line.name.in_language(_language())}
        for line in lines
        if line.purpose in purposes
    ]


def _language() -> str:
    return get_language() or packs.current().default_language
