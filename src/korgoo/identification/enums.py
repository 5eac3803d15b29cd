"""The vocabulary of a screening. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Given(TextChoices):
    """Where an answer comes from."""

    TOLD = "told", _("The person told")
    OBSERVED = "observed", _("Seen by the officer")
    DOCUMENT = "document", _("In a document")
    THIRD_PARTY = "third_party", _("Told by somebody else")


class Opinion(TextChoices):
    """The officer's own opinion, asked for before the reading is shown."""

    PRESUMED = "presumed", _("I think this person may be a victim of trafficking")
    LABOUR_RIGHTS = "labour_rights", _("I think labour rights were broken")
    OTHER_CRIME = "other_crime", _("I think it is another offence")
    NOT_ENOUGH = "not_enough", _("I do not know enough yet")


class Talk(TextChoices):
    """Could the person speak freely?"""

    ALONE = "alone", _("Yes, we were alone")
    INTERPRETER = "interpreter", _("With an interpreter only")
    OTHERS = "others", _("Others were listening")


class AgeCheck(TextChoices):
    """Is the person under 18? In doubt, the child rules hold."""

    ADULT = "adult", pgettext_lazy("age check", "No, 18 or over")
    CHILD = "child", pgettext_lazy("age check", "Yes, under 18")
    DOUBT = "doubt", pgettext_lazy("age check", "In doubt")


class Moved(TextChoices):
    """Did the person leave home for this work? Without that, forced labour is read beside."""

    YES = "yes", _("Yes, to another country or region")
    NO = "no", _("No, the person lives and works at home")
    UNKNOWN = "unknown", pgettext_lazy("moved for work", "Not known yet")


# Options every question has besides its own; "not asked" is the question left empty.
UNKNOWN, REFUSED = "unknown", "refused"
# In place of an option: words were written for a question, and sealed.
SEALED = "sealed"
# The whole list of the first catalogue; of another one with its key behind.
FULL_VIEW = "full"
FULL_PREFIX = "full--"
