"""The vocabulary of needs, risks and programmes. Stored values: renaming one needs a migration."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Occasion(TextChoices):
    """Why needs and risks are looked at now. At least at each of these."""

    INTAKE = "intake", _("At the beginning")
    REVIEW = "review", _("Planned review")
    BEFORE_REFERRAL = "before_referral", _("Before a referral")
    BEFORE_RETURN = "before_return", _("Before the return")
    BEFORE_TESTIMONY = "before_testimony", _("Before giving testimony")
    CLOSURE = "closure", _("At the end")


class Need(TextChoices):
    """What a person may need. Health stands here in one word; its details are sealed."""

    SHELTER = "shelter", _("A safe place to live")
    SUBSISTENCE = "subsistence", _("Food and clothes")
    HEALTH = "health", pgettext_lazy("need", "Health")
    PSYCHOSOCIAL = "psychosocial", _("Someone to talk to")
    DOCUMENTS = "documents", pgettext_lazy("need", "Documents")
    LEGAL = "legal", _("Legal aid")
    INTERPRETER = "interpreter", _("An interpreter")
    MONEY = "money", pgettext_lazy("need", "Money")
    FAMILY = "family", _("Contact with the family")
    SCHOOL = "school", _("School")
    WORK = "work", _("Work and skills")
    DEBT = "debt", _("Help with debts")
    RETURN = "return", _("A way home")


class HealthNeed(TextChoices):
    """What is asked only by who gives care, and sealed with the health of the person."""

    EMERGENCY = "emergency", _("Emergency care")
    GENERAL = "general", _("General health")
    PREGNANCY = "pregnancy", _("Pregnancy")
    HIV_STI = "hiv_sti", _("HIV, infections")
    MENTAL = "mental", _("Mental health")


class NeedState(TextChoices):
    """Where a need stands."""

    NOT_ASKED = "not_asked", pgettext_lazy("need", "Not asked")
    NONE = "none", pgettext_lazy("need", "No need")
    MET = "met", pgettext_lazy("need", "Met")
    OPEN = "open", pgettext_lazy("need", "Open")
    URGENT = "urgent", pgettext_lazy("need", "Urgent")
    REFUSED = "refused", pgettext_lazy("need", "Help not wanted")


UNMET = frozenset({NeedState.OPEN, NeedState.URGENT})


class Risk(TextChoices):
    """What may put a person in danger."""

    KNOWS_PLACE = "knows_place", _("The trafficker knows where the person is")
    KNOWS_PHONE = "knows_phone", _("The trafficker knows the telephone")
    KNOWS_FAMILY = "knows_family", _("The trafficker knows the family")
    FAMILY_AT_RISK = "family_at_risk", _("The family is in danger")
    DEBTS = "debts", _("Debts that somebody claims")
    WEAPONS = "weapons", _("Weapons")
    INSIDERS = "insiders", _("An official may be involved")
    ONLINE = "online", _("Pictures or videos on the internet")
    RETRAFFICKING = "retrafficking", _("It may happen again")
    RETURN_COUNTRY = "return_country", _("Danger in the country of return")


class HealthRisk(TextChoices):
    """Dangers to oneself, sealed with the health of the person."""

    SELF_HARM = "self_harm", _("Harm to oneself")
    SUBSTANCE = "substance", _("Alcohol or drugs")


class Answer(TextChoices):
    """Whether a danger is there. Not asked is not no."""

    NOT_ASKED = "not_asked", pgettext_lazy("danger", "Not asked")
    NO = "no", pgettext_lazy("danger", "No")
    YES = "yes", pgettext_lazy("danger", "Yes")
    UNKNOWN = "unknown", pgettext_lazy("danger", "Not known")


class Level(TextChoices):
    """How great the danger is, as the person who assesses judges it. Never computed."""

    LOW = "low", pgettext_lazy("danger", "Low")
    MEDIUM = "medium", pgettext_lazy("danger", "Medium")
    HIGH = "high", pgettext_lazy("danger", "High")
    EXTREME = "extreme", pgettext_lazy("danger", "Danger to life")
    OPEN = "open", pgettext_lazy("danger", "Cannot be judged yet")


class LevelGround(TextChoices):
    """On what the judgement of the danger rests."""

    FACTORS = "factors", _("The dangers marked above")
    PERSON_SAYS = "person_says", _("The person says so")
    THREATS = "threats", _("Threats that were made")
    EVENTS = "events", _("Something happened lately")
    OTHERS_SAY = "others_say", _("Other organisations say so")
    NOT_ENOUGH = "not_enough", _("Not enough is known")


class Measure(TextChoices):
    """What is done against the danger."""

    SAFE_PLACE = "safe_place", _("Move to a safe place")
    CHANGE_PHONE = "change_phone", _("Change the telephone number")
    NO_CALLS = "no_calls", _("Do not call the person")
    ESCORT = "escort", _("Somebody goes along")
    SAFETY_PLAN = "safety_plan", _("Safety plan made with the person")
    DOCTOR = "doctor", _("See a doctor")
    REPORT = "report", _("Ask for protection by the police")
    FAMILY_WARNED = "family_warned", _("Warn the family")
    REMOVE_ONLINE = "remove_online", _("Have pictures removed")


class Vulnerability(TextChoices):
    """How vulnerable a person is on one level, as the person who assesses judges it."""

    NOT_ASSESSED = "not_assessed", pgettext_lazy("vulnerability", "Not looked at")
    LOW = "low", pgettext_lazy("vulnerability", "Low")
    MEDIUM = "medium", pgettext_lazy("vulnerability", "Medium")
    HIGH = "high", pgettext_lazy("vulnerability", "High")


class PlanType(TextChoices):
    """Types of support plan of HTCDS 2.0; the stored value is the standard's own."""

    EDUCATION = "Education", pgettext_lazy("type of help", "Education")
    FINANCIAL = "Financial", pgettext_lazy("type of help", "Money")
    HEALTH = "Health", pgettext_lazy("type of help", "Health")
    LABOUR = "LabourExploitationRehabilitation", _("After forced labour")
    LEGAL = "Legal", pgettext_lazy("type of help", "Law")
    LIVELIHOOD = "Livelihood", pgettext_lazy("type of help", "Livelihood")
    RIGHTS = "RightsBasedTraining", _("Knowing one's rights")
    SEXUAL = "SexualExploitationRehabilitation", _("After sexual exploitation")
    SOCIAL = "SocialCare", _("Social care")


class ItemState(TextChoices):
    """Where one item of a programme stands."""

    PLANNED = "planned", pgettext_lazy("item of a programme", "Planned")
    AGREED = "agreed", pgettext_lazy("item of a programme", "Agreed")
    UNDER_WAY = "under_way", pgettext_lazy("item of a programme", "Under way")
    DONE = "done", pgettext_lazy("item of a programme", "Done")
    STOPPED = "stopped", pgettext_lazy("item of a programme", "Stopped")
    NOT_AVAILABLE = "not_available", pgettext_lazy("item of a programme", "Nobody offers it")


S = ItemState
# The only allowed moves. docs/reference/programme-items.md is drawn from this table.
# Help may begin before it was agreed on paper: help never waits for a form.
ITEM_MOVES: Mapping[ItemState, frozenset[ItemState]] = {
    S.PLANNED: frozenset({S.AGREED, S.UNDER_WAY, S.STOPPED, S.NOT_AVAILABLE}),
    S.AGREED: frozenset({S.UNDER_WAY, S.STOPPED, S.NOT_AVAILABLE}),
    S.UNDER_WAY: frozenset({S.DONE, S.STOPPED}),
    S.DONE: frozenset(),
    S.STOPPED: frozenset({S.PLANNED}),
    S.NOT_AVAILABLE: frozenset({S.PLANNED}),
}
WAITING = frozenset({S.PLANNED, S.AGREED})
OPEN_STATES = WAITING | {S.UNDER_WAY}


class Cost(TextChoices):
    """Who pays."""

    STATE_ORDER = "state_order", _("State order")
    DONOR = "donor", _("A donor")
    OWN_BUDGET = "own_budget", _("Own budget")
    FREE = "free", _("Free of charge")
    UNKNOWN = "unknown", pgettext_lazy("who pays", "Not known yet")


class Delay(TextChoices):
    """Why something comes late."""

    NO_PLACE = "no_place", _("No free place")
    NO_MONEY = "no_money", _("No money")
    PAPERS = "papers", _("Papers are missing")
    PROVIDER = "provider", _("The provider is late")
    PERSON_NOT_READY = "person_not_ready", _("The person is not ready yet")
    HEALTH = "health", _("Health does not allow it")
    SAFETY = "safety", _("It is not safe now")
    NO_CONTACT = "no_contact", _("The person cannot be reached")


class Agreed(TextChoices):
    """Whether the person agreed."""

    NOT_ASKED = "not_asked", pgettext_lazy("agreement", "Not asked yet")
    YES = "yes", pgettext_lazy("agreement", "The person agreed")
    NO = "no", pgettext_lazy("agreement", "The person did not agree")


class Outside(TextChoices):
    """Who helps, when it is no organisation of the platform."""

    HOSPITAL = "hospital", _("Hospital, doctor")
    SCHOOL = "school", _("School, college")
    LAWYER = "lawyer", _("Lawyer")
    COURT = "court", _("Court")
    OFFICE = "office", _("Another state office")
    EMPLOYER = "employer", _("Employer")
    NGO = "ngo", _("Another organisation")
    FAMILY = "family", _("Family, neighbours")


class Unit(TextChoices):
    """In what the help that was given is counted."""

    TIMES = "times", _("Times")
    NIGHTS = "nights", _("Nights")
    HOURS = "hours", _("Hours")
    PIECES = "pieces", _("Pieces")
    SOM = "som", _("Money of the country")


class Function(TextChoices):
    """In what function somebody took part in a case conference. Functions, never names."""

    CASE_WORKER = "case_worker", _("Case worker")
    COORDINATOR = "coordinator", pgettext_lazy("function", "Co-ordinator")
    PSYCHOLOGIST = "psychologist", _("Psychologist")
    LAWYER = "lawyer", _("Lawyer")
    DOCTOR = "doctor", _("Doctor")
    CHILD_PROTECTION = "child_protection", _("Child protection officer")
    INTERPRETER = "interpreter", _("Interpreter")
    PERSON = "person", _("The person")
    GUARDIAN = "guardian", _("The guardian")


class Question(TextChoices):
    """What a case conference was asked."""

    SAFETY = "safety", _("How to keep the person safe")
    PLACE = "place", _("Where to live")
    PROGRAMME = "programme", _("What the programme should hold")
    DELAY = "delay", _("Why help comes late")
    GUARDIAN = "guardian", _("Who is the guardian")
    BEST_INTEREST = "best_interest", _("What is best for the child")
    RETURN = "return", _("Return and reception")
    TESTIMONY = "testimony", _("Giving testimony")
    CLOSURE = "closure", _("Ending the programme")


class Task(TextChoices):
    """What a case conference decided that somebody does. Coded: it travels to who must do it."""

    ASSESS = "assess", _("Look at needs and risks again")
    FIND_PLACE = "find_place", _("Find a place to live")
    GIVE_SERVICE = "give_service", _("Give a service of the programme")
    GUARDIAN = "guardian", _("Have a guardian appointed")
    BEST_INTEREST = "best_interest", _("Decide what is best for the child")
    DOCUMENTS = "documents", _("Obtain documents")
    LEGAL = "legal", _("Give legal aid")
    SCHOOL = "school", _("Enrol in school")
    RETURN_PLAN = "return_plan", _("Plan the return")
    MONEY = "money", _("Find money for the help")


class GuardianKind(TextChoices):
    """Who speaks for a child."""

    NONE = "none", pgettext_lazy("guardian", "Nobody yet")
    PARENT = "parent", _("A parent")
    RELATIVE = "relative", _("A relative")
    APPOINTED = "appointed", _("An appointed guardian")
    STATE = "state", _("A state body")


class AppointedBy(TextChoices):
    """Who made somebody the guardian."""

    BY_LAW = "by_law", _("Parent, by law")
    GUARDIANSHIP_BODY = "guardianship_body", _("The body for guardianship")
    COURT = "court", _("A court")
    NOT_YET = "not_yet", pgettext_lazy("guardian", "Not appointed yet")


class YesNo(TextChoices):
    """Whether something is so, or nobody knows."""

    YES = "yes", pgettext_lazy("answer", "Yes")
    NO = "no", pgettext_lazy("answer", "No")
    UNKNOWN = "unknown", pgettext_lazy("answer", "Not known")


class BestInterest(TextChoices):
    """What was decided to be best for a child."""

    STAYS = "stays", _("Stays where the child is")
    FAMILY = "family", _("Goes back to the family")
    RELATIVES = "relatives", _("Lives with relatives")
    FOSTER = "foster", _("Lives with a foster family")
    INSTITUTION = "institution", _("Lives in an institution for children")
    RETURN = "return", _("Returns to the home country")
    LATER = "later", _("Not decided yet: more must be known")
