"""The vocabulary of a way home. Stored values: renaming one needs a migration."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlanState(TextChoices):
    """Where a return stands. Arrived is not safe yet: the first night has to be confirmed."""

    DRAFTED = "drafted", pgettext_lazy("return", "Being prepared")
    AGREED = "agreed", pgettext_lazy("return", "Agreed with the person")
    READY = "ready", pgettext_lazy("return", "Ready to leave")
    UNDER_WAY = "under_way", pgettext_lazy("return", "Under way")
    ARRIVED = "arrived", pgettext_lazy("return", "Met on arrival")
    FIRST_NIGHT = "first_night", pgettext_lazy("return", "First night was safe")
    CLOSED = "closed", pgettext_lazy("return", "Closed")
    STOPPED = "stopped", pgettext_lazy("return", "Stopped")


S = PlanState
# The only allowed moves. docs/reference/return-states.md is drawn from this table.
MOVES: dict[PlanState, frozenset[PlanState]] = {
    S.DRAFTED: frozenset({S.AGREED, S.STOPPED}),
    S.AGREED: frozenset({S.READY, S.STOPPED}),
    S.READY: frozenset({S.UNDER_WAY, S.STOPPED}),
    S.UNDER_WAY: frozenset({S.ARRIVED, S.STOPPED}),
    S.ARRIVED: frozenset({S.FIRST_NIGHT, S.STOPPED}),
    S.FIRST_NIGHT: frozenset({S.CLOSED, S.STOPPED}),
    S.CLOSED: frozenset(),
    S.STOPPED: frozenset({S.DRAFTED}),
}
# Plans on which somebody still has something to do.
LIVE = frozenset(PlanState) - {S.CLOSED, S.STOPPED}


class Deed(StrEnum):
    """What moves a plan. ``policies.DEEDS`` says from where to where, and by what permission."""

    AGREE = "agree"
    PREPARE = "prepare"
    DEPART = "depart"
    ARRIVE = "arrive"
    NIGHT = "night"
    CLOSE = "close"
    STOP = "stop"
    RESUME = "resume"


class Wish(TextChoices):
    """What the person wants. A no is an answer like any other: it stops no help."""

    YES = "yes", _("Wants to return")
    NO = "no", _("Does not want to return")
    UNDECIDED = "undecided", _("Has not decided")


class Freely(TextChoices):
    """Could the person answer without pressure?"""

    YES = "yes", _("Yes: alone with us, with time to think")
    UNSURE = "unsure", _("Not sure: ask again in private")
    NO = "no", _("No: somebody listened or pressed")


class Papers(TextChoices):
    """What the person can cross borders with."""

    UNKNOWN = "unknown", pgettext_lazy("papers", "Not asked yet")
    PASSPORT = "passport", _("Passport in hand")
    NEEDED = "needed", _("Certificate of return is needed")
    APPLIED = "applied", _("Certificate of return was applied for")
    READY = "ready", _("Certificate of return is ready")


class Ticket(TextChoices):
    """How far the journey itself is arranged."""

    UNKNOWN = "unknown", pgettext_lazy("ticket", "Not arranged yet")
    ASKED = "asked", pgettext_lazy("ticket", "Asked for")
    BOOKED = "booked", pgettext_lazy("ticket", "Booked")
    ISSUED = "issued", pgettext_lazy("ticket", "Issued, the person has it")


class Escort(TextChoices):
    """Who travels along."""

    UNKNOWN = "unknown", pgettext_lazy("escort", "Not decided yet")
    NONE = "none", pgettext_lazy("escort", "Nobody: the person travels alone")
    OFFICIAL = "official", pgettext_lazy("escort", "An official")
    NGO = "ngo", pgettext_lazy("escort", "Somebody of an organisation")
    RELATIVE = "relative", pgettext_lazy("escort", "A relative whom the person trusts")
    OTHER = "other", pgettext_lazy("escort", "Somebody else")


class BanTold(TextChoices):
    """Was the person told what leaving means for coming back?"""

    NO = "no", pgettext_lazy("entry ban", "Not told yet")
    YES = "yes", pgettext_lazy("entry ban", "Told, with the length of the ban")
    NONE = "none", pgettext_lazy("entry ban", "No ban follows: checked")


class Fitness(TextChoices):
    """Can the person travel, by a doctor's word?"""

    UNKNOWN = "unknown", pgettext_lazy("fit to travel", "Not asked yet")
    YES = "yes", pgettext_lazy("fit to travel", "Fit to travel")
    NEEDS_PAPER = "needs_paper", pgettext_lazy("fit to travel", "Fit, a doctor's paper is needed")
    NO = "no", pgettext_lazy("fit to travel", "Not fit to travel now")


class Family(TextChoices):
    """Does the family know? Only if the person wants it."""

    UNKNOWN = "unknown", pgettext_lazy("family", "Not asked yet")
    NO = "no", pgettext_lazy("family", "Not informed yet")
    YES = "yes", pgettext_lazy("family", "Informed, as the person wished")
    NEVER = "never", pgettext_lazy("family", "Must never be informed")


class Guardian(TextChoices):
    """Who answers for a child on the way."""

    UNKNOWN = "unknown", pgettext_lazy("guardian", "Not known yet")
    NEEDED = "needed", pgettext_lazy("guardian", "Must be appointed")
    AGREED = "agreed", pgettext_lazy("guardian", "There is one, and agrees")
    AGAINST = "against", pgettext_lazy("guardian", "There is one, and does not agree")


class BestInterest(TextChoices):
    """Is the return in the child's best interest, by those who decide it?"""

    DUE = "due", pgettext_lazy("best interest", "Not decided yet")
    RETURN = "return", pgettext_lazy("best interest", "Decided: return")
    STAY = "stay", pgettext_lazy("best interest", "Decided: not return")


class Court(TextChoices):
    """Does a court have a say?"""

    UNKNOWN = "unknown", pgettext_lazy("court", "Not clear yet")
    NOT_NEEDED = "not_needed", pgettext_lazy("court", "Not needed")
    ASKED = "asked", pgettext_lazy("court", "Asked, no answer yet")
    ALLOWED = "allowed", pgettext_lazy("court", "Allowed the return")
    REFUSED = "refused", pgettext_lazy("court", "Did not allow it")


class Risk(TextChoices):
    """What may go wrong on the way or at home."""

    FOLLOWED = "followed", _("The traffickers may follow or wait")
    KNOWN_HOME = "known_home", _("They know the home or the family")
    DEBT = "debt", _("A debt is claimed")
    FAMILY = "family", _("Danger from the family or the village")
    OFFICIALS = "officials", _("An official may be involved")
    DETENTION = "detention", _("May be held at a border")
    NO_PAPERS = "no_papers", _("Papers may not be accepted")
    ALONE = "alone", _("Waits alone for hours or overnight")
    HEALTH = "health", _("Health may fail on the way")
    RECRUITED_AGAIN = "recruited_again", _("May be recruited again")


class Measure(TextChoices):
    """What is done against a risk."""

    MET = "met", _("Somebody meets and stays with the person")
    ESCORTED = "escorted", _("Travels with an escort")
    OTHER_ROUTE = "other_route", _("Another route or day")
    CALLS = "calls", _("Calls at agreed times")
    OFFICIALS_TOLD = "officials_told", _("Trusted officials there were told, by code")
    MEDICINE = "medicine", _("Medicine and a doctor's paper")
    MONEY = "money", _("Money for the unforeseen")
    OTHER_PLACE = "other_place", _("Goes to another place than home")
    NOTHING = "nothing", pgettext_lazy("against a risk", "Nothing can be done: the person knows")


class Level(TextChoices):
    """How large the risk of returning is, by those who asked."""

    LOW = "low", pgettext_lazy("risk", "Low")
    MEDIUM = "medium", pgettext_lazy("risk", "Medium")
    HIGH = "high", pgettext_lazy("risk", "High")


class StopKind(TextChoices):
    """What sort of place a stop on the way is."""

    AIRPORT = "airport", pgettext_lazy("stop on the way", "Airport")
    STATION = "station", pgettext_lazy("stop on the way", "Railway or bus station")
    BORDER = "border", pgettext_lazy("stop on the way", "Border crossing")
    PORT = "port", pgettext_lazy("stop on the way", "Port")
    NIGHT = "night", pgettext_lazy("stop on the way", "A night on the way")


class Ground(TextChoices):
    """Why a plan moves, or stops, or moves although something is missing. Never a story."""

    AS_PLANNED = "as_planned", pgettext_lazy("ground", "As planned")
    PERSON = "person", pgettext_lazy("ground", "The person wants it so")
    DANGER_HERE = "danger_here", pgettext_lazy("ground", "Staying is more dangerous")
    DANGER_THERE = "danger_there", pgettext_lazy("ground", "Danger on the way or at home")
    DEADLINE = "deadline", pgettext_lazy("ground", "A date set by others")
    DONE_ELSEWHERE = "done_elsewhere", pgettext_lazy("ground", "Done, and kept elsewhere")
    HEALTH = "health", pgettext_lazy("ground", "Health")
    PAPERS = "papers", pgettext_lazy("ground", "Papers, ticket or border")
    CHILD = "child", pgettext_lazy("ground", "The child's best interest")
    LOST = "lost", pgettext_lazy("ground", "Contact was lost")
    OTHER_WAY = "other_way", pgettext_lazy("ground", "Another way was found")


# Which grounds a move may have: why it stops; why it goes on with something missing.
STOPPING = (
    Ground.PERSON,
    Ground.DANGER_THERE,
    Ground.HEALTH,
    Ground.PAPERS,
    Ground.CHILD,
    Ground.LOST,
    Ground.OTHER_WAY,
)
GOING_ON = (Ground.PERSON, Ground.DANGER_HERE, Ground.DEADLINE, Ground.DONE_ELSEWHERE)


class How(TextChoices):
    """How the word about a move reached us."""

    HERE = "here", pgettext_lazy("word of a step", "Recorded here by who did it")
    PAPER = "paper", pgettext_lazy("word of a step", "By a signed receipt on paper")
    PHONE = "phone", pgettext_lazy("word of a step", "By phone from who met the person")
    PERSON = "person", pgettext_lazy("word of a step", "By the person")
    FILE = "file", pgettext_lazy("word of a step", "By a sealed answer file")


# How a handover can be recorded by the sender, and how a first night.
HANDOVER_TOLD = (How.PAPER, How.PHONE)
NIGHT_TOLD = (How.PERSON, How.PAPER, How.PHONE)


class Missing(TextChoices):
    """What a plan still lacks. It warns; it never blocks help."""

    WISH = "wish", pgettext_lazy("missing", "The wish was not given freely: ask again in private")
    RISK = "risk", pgettext_lazy("missing", "Nobody assessed the risk of returning")
    PAPERS = "papers", pgettext_lazy("missing", "Papers to travel with are not ready")
    TICKET = "ticket", pgettext_lazy("missing", "The ticket is not issued")
    ESCORT = "escort", pgettext_lazy("missing", "Nobody decided who travels along")
    BAN = "ban", pgettext_lazy("missing", "The person was not told of a ban on coming back")
    FITNESS = "fitness", pgettext_lazy("missing", "Nobody said that the person is fit to travel")
    TRANSIT = "transit", pgettext_lazy("missing", "A risk on the way has no answer")
    MEETS = "meets", pgettext_lazy("missing", "Nobody meets the person")
    NIGHT = "night", pgettext_lazy("missing", "The place of the first night is not known")
    GUARDIAN = "guardian", pgettext_lazy("missing", "No guardian who agrees")
    BEST_INTEREST = (
        "best_interest",
        pgettext_lazy("missing", "No best-interest decision to return"),
    )
    COURT = "court", pgettext_lazy("missing", "It is not clear that no court stands against it")


class PlaceKind(TextChoices):
    """Which place is sealed."""

    GOAL = "goal", _("Where the person goes")
    FIRST_NIGHT = "first_night", _("Where the first night is")


class PartnerAnswer(TextChoices):
    """What a partner without connection answers, in a sealed file or by phone."""

    RECEIVED = "received", pgettext_lazy("partner", "Opened the package")
    ACCEPTED = "accepted", pgettext_lazy("partner", "Accepts, will help")
    DECLINED = "declined", pgettext_lazy("partner", "Cannot help")
    MET = "met", pgettext_lazy("partner", "Met the person: handover confirmed")
    FIRST_NIGHT = "first_night", pgettext_lazy("partner", "First night was safe")


class ToldHow(TextChoices):
    """How a partner was told that the person no longer agrees."""

    LETTER = "letter", pgettext_lazy("told", "By letter")
    PHONE = "phone", pgettext_lazy("told", "By phone")
