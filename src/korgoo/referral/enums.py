"""The vocabulary of a referral. Stored values: renaming one needs a migration."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReferralState(TextChoices):
    """Where a referral stands. Accepted is not served; served is not confirmed."""

    DRAFT = "draft", pgettext_lazy("referral", "Not sent yet")
    SENT = "sent", pgettext_lazy("referral", "Sent")
    RECEIVED = "received", pgettext_lazy("referral", "Received")
    NEEDS_INFORMATION = "needs_information", pgettext_lazy("referral", "Question asked")
    ACCEPTED = "accepted", pgettext_lazy("referral", "Accepted, help not given yet")
    IN_SERVICE = "in_service", pgettext_lazy("referral", "Help is being given")
    COMPLETED = "completed", pgettext_lazy("referral", "Help reported, not confirmed yet")
    CONFIRMED = "confirmed", pgettext_lazy("referral", "Help confirmed by the person")
    DECLINED = "declined", pgettext_lazy("referral", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("referral", "Withdrawn")
    EXPIRED = "expired", pgettext_lazy("referral", "Expired without an answer")


S = ReferralState
# The only allowed moves. docs/reference/referral-states.md is drawn from this table.
MOVES: dict[ReferralState, frozenset[ReferralState]] = {
    S.DRAFT: frozenset({S.SENT, S.WITHDRAWN}),
    S.SENT: frozenset({S.RECEIVED, S.WITHDRAWN, S.EXPIRED}),
    S.RECEIVED: frozenset({S.ACCEPTED, S.DECLINED, S.NEEDS_INFORMATION, S.WITHDRAWN, S.EXPIRED}),
    S.NEEDS_INFORMATION: frozenset({S.RECEIVED, S.DECLINED, S.WITHDRAWN, S.EXPIRED}),
    S.ACCEPTED: frozenset({S.IN_SERVICE, S.DECLINED, S.WITHDRAWN}),
    S.IN_SERVICE: frozenset({S.COMPLETED, S.WITHDRAWN}),
    S.COMPLETED: frozenset({S.CONFIRMED, S.IN_SERVICE}),
    S.CONFIRMED: frozenset(),
    S.DECLINED: frozenset(),
    S.WITHDRAWN: frozenset(),
    S.EXPIRED: frozenset(),
}
# States in which the receiver takes part in the case and may open what was agreed to.
LIVE = frozenset({S.SENT, S.RECEIVED, S.NEEDS_INFORMATION, S.ACCEPTED, S.IN_SERVICE, S.COMPLETED})
# What the receiver still has to answer.
UNANSWERED = frozenset({S.SENT, S.RECEIVED})
# What comes back to the sender, who has to find another way.
RETURNED = frozenset({S.DECLINED, S.WITHDRAWN, S.EXPIRED})


class Deed(StrEnum):
    """What a member can do with a referral. ``policies.DEEDS`` says when and by what permission."""

    SEND = "send"
    ACKNOWLEDGE = "acknowledge"
    ACCEPT = "accept"
    DECLINE = "decline"
    ASK = "ask"
    START = "start"
    REPORT = "report"
    INFORM = "inform"
    WITHDRAW = "withdraw"
    CONFIRM = "confirm"
    NOTE = "note"
    CODE = "code"
    SHARE = "share"


class Urgency(TextChoices):
    """How soon the sender asks for an answer."""

    NOW = "now", _("Now")
    DAY = "day", _("Within 24 hours")
    PLANNED = "planned", _("Planned")


class Need(TextChoices):
    """What the person needs."""

    SAFE_PLACE = "safe_place", _("A safe place to sleep")
    FOOD = "food", _("Food, clothes")
    HEALTH = "health", _("A doctor")
    PSYCHOLOGIST = "psychologist", _("A psychologist")
    DOCUMENTS = "documents", _("Documents")
    LEGAL = "legal", _("A lawyer")
    WAGES = "wages", _("Unpaid wages")
    RETURN = "return", _("A safe way home")
    CHILDREN = "children", _("Place for children too")
    IDENTIFICATION = "identification", _("A decision on status")


class Caution(TextChoices):
    """What the receiver must mind."""

    DO_NOT_CALL = "do_not_call", _("Do not call the person")
    NOT_THE_FAMILY = "not_the_family", _("Do not tell the family")
    INSIDER = "insider", _("An official may be involved")
    FOLLOWED = "followed", _("Somebody may be looking for the person")


class DeclineReason(TextChoices):
    """Why help cannot be given."""

    NO_PLACE = "no_place", _("No free place")
    WRONG_PROFILE = "wrong_profile", _("We do not serve this group")
    OUT_OF_MANDATE = "out_of_mandate", _("Not our mandate")
    NO_CONSENT = "no_consent", _("We need an agreement that is missing")
    DUPLICATE = "duplicate", _("The person is helped already")


class Question(TextChoices):
    """What the receiver needs to know before answering."""

    AGE = "age", _("How old is the person?")
    CHILDREN = "children", _("How many people come?")
    HEALTH = "health", _("Is urgent medical help needed?")
    ARRIVAL = "arrival", _("When and how does the person come?")
    NAME = "name", _("We need the name: does the person agree?")
    CALL = "call", _("Please call us")


class Helped(TextChoices):
    """What the person says about the help."""

    YES = "yes", _("Yes, help came")
    PARTLY = "partly", _("Only a part of it")
    NO = "no", _("No, help did not come")


class ConfirmedHow(TextChoices):
    """How the person's word reached us."""

    SELF = "self", _("By the person, with the code")
    PHONE = "phone", _("By phone to the sender")
    IN_PERSON = "in_person", _("In person to the sender")
