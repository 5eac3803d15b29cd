"""The vocabulary of campaigns. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST_KEY = 20
LONGEST_NAME = 120
LONGEST_WORDS = 300
LONGEST_TEXT = 1_000
LONGEST_CODE = 5  # digits of a campaign code, the last one a check digit
MOST_DAYS = 366


class State(TextChoices):
    """Where a campaign stands."""

    DRAFT = "draft", pgettext_lazy("state of a campaign", "Being written")
    PLANNED = "planned", pgettext_lazy("state of a campaign", "Planned")
    RUNNING = "running", pgettext_lazy("state of a campaign", "Running")
    ENDED = "ended", pgettext_lazy("state of a campaign", "Ended")
    REPORTED = "reported", pgettext_lazy("state of a campaign", "Reported")


# What each state may become. "Not ready" stops nobody: it must be said in words.
MOVES: dict[State, frozenset[State]] = {
    State.DRAFT: frozenset({State.PLANNED}),
    State.PLANNED: frozenset({State.DRAFT, State.RUNNING}),
    State.RUNNING: frozenset({State.ENDED}),
    State.ENDED: frozenset({State.REPORTED}),
    State.REPORTED: frozenset(),
}
# While it stands there, what is planned may still be changed; the aims only before the launch.
OPEN_TO_AIMS = frozenset({State.DRAFT, State.PLANNED})
OPEN_TO_PARTS = OPEN_TO_AIMS | {State.RUNNING}
OPEN_TO_RESULTS = frozenset({State.RUNNING, State.ENDED})
# What the public may know of: a campaign that was launched.
PUBLIC = frozenset({State.RUNNING, State.ENDED, State.REPORTED})


class Action(TextChoices):
    """The one thing that a campaign asks of people."""

    CHECK_AGENCY = "check_agency", _("Check the agency before you sign")
    CALL = "call", _("Call the number before you decide")
    READ_RIGHTS = "read_rights", _("Read your rights before you leave")
    CHECK_OFFER = "check_offer", _("Check the offer before you answer")
    KEEP_PASSPORT = "keep_passport", _("Keep your passport yourself")


class Risk(TextChoices):
    """What a campaign can do wrong to people; each is answered in words before the launch."""

    FACE = "face", _("A victim can be recognised: a face, a name, a place, a voice")
    BLAME = "blame", _("Words or pictures blame those who were deceived")
    SENSATION = "sensation", _("Pictures of chains, bruises or tears draw looks, and shame people")
    LAWFUL = "lawful", _("People are scared off lawful work abroad")
    GROUP = "group", _("A group or a nation is shown as guilty or as helpless")
    CHILDREN = "children", _("Children are asked or shown without those who care for them")
    LOAD = "load", _("More people call than can be answered")


class Answer(TextChoices):
    """What was said to a risk."""

    AVOIDED = "avoided", _("Cannot happen: we leave it out")
    LESSENED = "lessened", _("Can happen: this is what we do against it")
    NONE = "none", _("Does not concern this campaign")


class Check(TextChoices):
    """What must be looked at before people are asked to call."""

    HELPLINE = "helpline", _("The helpline can take more calls")
    SHELTERS = "shelters", _("There are places for people who must be safe today")
    NUMBERS = "numbers", _("The numbers on our materials were called lately")
    MATERIALS = "materials", _("The materials are approved in every language")
    PARTNERS = "partners", _("The partners know the day and their part")


class Part(TextChoices):
    """A kind of part of a plan."""

    OBJECTIVE = "objective", pgettext_lazy("campaign", "Objective")
    AUDIENCE = "audience", _("Audience and message")
    PARTNER = "partner", pgettext_lazy("of a campaign", "Partner")
    BUDGET = "budget", _("Budget line")


class Moment(TextChoices):
    """When the three questions were answered: before somebody read or heard anything, or after."""

    BEFORE = "before", pgettext_lazy("campaign", "Before")
    AFTER = "after", pgettext_lazy("campaign", "After")
