"""The vocabulary of offers. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Reply(TextChoices):
    """What somebody says to a question about an offer; saying nothing is allowed too."""

    YES = "yes", pgettext_lazy("about an offer of work", "Yes")
    NO = "no", pgettext_lazy("about an offer of work", "No")
    UNKNOWN = "unknown", pgettext_lazy("about an offer of work", "I do not know")


class Channel(TextChoices):
    """Where somebody met an offer."""

    MESSENGER = "messenger", _("In a messenger: WhatsApp, Telegram or another")
    NETWORK = "network", _("On a social network")
    SITE = "site", _("On a web page")
    ADVERT = "advert", _("On a poster or in a newspaper")
    PERSON = "person", _("Somebody told me")
    OFFICE = "office", _("In an office")


class ReportState(TextChoices):
    """Where a report of an offer stands."""

    NEW = "new", pgettext_lazy("report of an offer", "New")
    SEEN = "seen", pgettext_lazy("report of an offer", "Seen")
    PASSED_ON = "passed_on", pgettext_lazy("report of an offer", "Passed on")
    ACTED = "acted", pgettext_lazy("report of an offer", "We acted ourselves")
    NOTHING = "nothing", pgettext_lazy("report of an offer", "Nothing to do")


SETTLED = frozenset({ReportState.PASSED_ON, ReportState.ACTED, ReportState.NOTHING})
