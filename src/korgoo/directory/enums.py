"""The vocabulary of the directory. Stored values: renaming one needs a migration."""

from enum import IntEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Group(TextChoices):
    """Whom a service takes, and by whom its places are counted."""

    WOMEN = "women", pgettext_lazy("group", "Women")
    MEN = "men", pgettext_lazy("group", "Men")
    FAMILIES = "families", pgettext_lazy("group", "Families")
    CHILDREN = "children", _("Children without an adult")


class Ability(TextChoices):
    """A disability for which a service is ready."""

    WHEELCHAIR = "wheelchair", _("Uses a wheelchair")
    DEAF = "deaf", _("Deaf or hard of hearing")
    BLIND = "blind", _("Blind or sees little")
    MENTAL = "mental", _("Mental health or learning disability")


class HowSoon(TextChoices):
    """How soon help is needed. The values are those of a referral's urgency."""

    NOW = "now", _("Now")
    DAY = "day", _("Within 24 hours")
    PLANNED = "planned", _("Planned")


class Cost(TextChoices):
    """What the person pays."""

    FREE = "free", pgettext_lazy("cost", "Free")
    PART = "part", pgettext_lazy("cost", "The person pays a part")
    PAID = "paid", pgettext_lazy("cost", "To be paid")
    UNKNOWN = "unknown", pgettext_lazy("cost", "Not said")


class MayCall(TextChoices):
    """Who may ring the provider."""

    MEMBERS = "members", _("Organisations of the platform only")
    ANYONE = "anyone", _("The person too")
    NOBODY = "nobody", _("Nobody: by a referral only")


class Change(TextChoices):
    """How a count of free places came to change."""

    SET = "set", _("Set by hand")
    ONE_MORE = "one_more", _("One place more")
    ONE_LESS = "one_less", _("One place less")
    FULL = "full", pgettext_lazy("places", "Full")
    SAME = "same", _("Checked, still right")
    ARRIVAL = "arrival", _("Somebody came by a referral")


class GapReason(TextChoices):
    """Why nobody could offer what was needed."""

    NOBODY_FITS = "nobody_fits", _("Nobody takes this group")
    NO_PLACE = "no_place", _("No free place")
    SHORT_STAY = "short_stay", _("Only for a short stay")
    DECLINED = "declined", _("Everybody who was asked declined")


class Standing(IntEnum):
    """How well a provider fits one person; the order is that of the list."""

    FITS = 0
    ASK = 1
    DOES_NOT = 2
