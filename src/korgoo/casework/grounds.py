"""On what ground somebody reads: purposes of consent, grounds of exceptions. Stored values."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.access.enums import Facet, Mandate


class Purpose(TextChoices):
    """What for the person agrees that something is shared."""

    HELP = "help", _("Help and services")
    IDENTIFICATION = "identification", _("Official identification")
    CRIMINAL = "criminal", _("Criminal proceedings")
    RETURN = "return", _("Safe return")
    FAMILY = "family", _("Contact with the family")
    RESEARCH = "research", _("Counting and research, without a name")


# Who may be asked for what; the first that fits is asked about first.
PURPOSES_OF: dict[Purpose, frozenset[Mandate]] = {
    Purpose.HELP: frozenset(Mandate) - {Mandate.DECIDE, Mandate.INVESTIGATE},
    Purpose.IDENTIFICATION: frozenset({Mandate.DECIDE}),
    Purpose.CRIMINAL: frozenset({Mandate.INVESTIGATE}),
    Purpose.RETURN: frozenset({Mandate.CONSULAR, Mandate.SERVE}),
    Purpose.FAMILY: frozenset({Mandate.CONSULAR, Mandate.SERVE}),
    Purpose.RESEARCH: frozenset({Mandate.COORDINATE}),
}
# What a purpose ever needs; the recipient's mandate narrows it further.
_NAMING = frozenset({Facet.IDENTITY, Facet.CONTACT})
PARTS_FOR: dict[Purpose, frozenset[Facet]] = {
    Purpose.HELP: frozenset(Facet) - {Facet.CRIME, Facet.THERAPY},
    Purpose.IDENTIFICATION: _NAMING | {Facet.STORY, Facet.CRIME, Facet.DOCUMENTS},
    Purpose.CRIMINAL: _NAMING | {Facet.CRIME, Facet.DOCUMENTS},
    Purpose.RETURN: _NAMING | {Facet.HEALTH, Facet.DOCUMENTS},
    Purpose.FAMILY: _NAMING,
    Purpose.RESEARCH: frozenset(),
}


class Capacity(TextChoices):
    """Could the person decide? An adult is taken as able unless there is doubt."""

    ABLE = "able", _("Yes, alone")
    SUPPORTED = "supported", _("Yes, with support")
    UNABLE = "unable", _("No: somebody else decided")


class Decider(TextChoices):
    """Who decided with or for the person."""

    PARENT = "parent", _("A parent")
    GUARDIAN = "guardian", _("An appointed guardian")
    CHILD_PROTECTION = "child_protection", _("The child protection body")
    RELATIVE = "relative", _("Another relative")
    SUPPORTER = "supporter", _("Somebody the person trusts")
    COURT = "court", _("A court")


class ShareGround(TextChoices):
    """Why something is shared although the person did not agree."""

    LIFE = "life", _("A life is at risk")
    CHILD = "child", _("A child is in danger")
    DUTY = "duty", _("The law obliges us")


class GlassReason(TextChoices):
    """Why a member must read now what their role does not open."""

    DANGER = "danger", _("The person is in danger now")
    REACH = "reach", _("The person must be reached and nobody else can")
    MEDICAL = "medical", _("A doctor needs it at once")
    ABSENT = "absent", _("The responsible colleague is away and it cannot wait")


class ConflictGround(TextChoices):
    """Why a case is closed to a member."""

    RELATIVE = "relative", _("Relative or friend of somebody in the case")
    SUSPECT = "suspect", _("Knows the suspect, or is accused")
    INTEREST = "interest", _("An interest of their own in the outcome")
    OTHER = "other", pgettext_lazy("conflict of interest", "Another reason")


class NoticeKind(TextChoices):
    """What an organisation is told about a case."""

    TAKEN_BACK = "taken_back", _("The person took back what your organisation may know")
    RAN_OUT = "ran_out", _("What your organisation may know has run out")
    SHARED = "shared", _("Something was shared with you without the person's consent")
    SHARED_ENDED = "shared_ended", _("What was shared with you without consent is closed again")
    GLASS_ASKED = "glass_asked", _("A colleague asks to open parts in an emergency: answer now")
    GLASS_BROKEN = "glass_broken", _("Emergency opening: parts were opened by one person alone")
    GLASS_CONFIRMED = "glass_confirmed", _("Emergency opening: two persons opened parts")
    GLASS_OVERDUE = "glass_overdue", _("Nobody confirmed an emergency opening in 24 hours")


class Audience(TextChoices):
    """Whom in an organisation a notice is for."""

    EVERYBODY = "everybody", _("Everybody who works on cases")
    HEAD = "head", _("The head of the case workers")
    OFFICER = "officer", _("The data protection officer")


class Attached(TextChoices):
    """What is sealed beside a record, for one organisation alone."""

    PROOF = "proof", _("Proof of consent")
    SHARING = "sharing", _("Reason for sharing without consent")
    GLASS = "glass", _("Reason for an emergency opening")
