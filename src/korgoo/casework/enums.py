"""The vocabulary of a case. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Channel(TextChoices):
    """How the contact came."""

    IN_PERSON = "in_person", _("In person")
    INSPECTION = "inspection", _("During an inspection")
    PHONE = "phone", _("By phone")
    CONSULATE = "consulate", _("At a consulate")
    MESSAGE = "message", _("By message")
    OTHER_BODY = "other_body", _("Through another body")


class Danger(TextChoices):
    """Is anyone in danger now?"""

    YES = "yes", _("Yes, now")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("We do not know")


class Matter(TextChoices):
    """What the person asks for."""

    TRAFFICKING = "trafficking", _("Help: held, forced or cheated")
    WAGES = "wages", _("Unpaid wages")
    DOCUMENTS = "documents", _("Documents")
    MISSING = "missing", _("A missing person")
    INFORMATION = "information", _("Information")
    OTHER = "other", pgettext_lazy("matter", "Something else")


class Caller(TextChoices):
    """Who speaks to us."""

    SELF = "self", _("The person")
    RELATIVE = "relative", _("A relative")
    WITNESS = "witness", _("A witness")
    OFFICIAL = "official", _("An official")


class Sex(TextChoices):
    """Sex as the person states it."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    OTHER = "other", pgettext_lazy("sex", "Other")
    UNKNOWN = "unknown", pgettext_lazy("sex", "Not known")


class AgeBand(TextChoices):
    """Age in bands. In doubt under 18 is treated as a child."""

    UNDER_12 = "0-11", _("Under 12")
    CHILD = "12-17", _("12 to 17")
    DOUBT = "doubt", _("Perhaps under 18")
    YOUNG = "18-24", _("18 to 24")
    ADULT = "25-39", _("25 to 39")
    MIDDLE = "40-59", _("40 to 59")
    OLDER = "60+", _("60 and over")
    UNKNOWN = "unknown", pgettext_lazy("age", "Not known")


CHILD_BANDS = frozenset({AgeBand.UNDER_12, AgeBand.CHILD, AgeBand.DOUBT})


class Exploitation(TextChoices):
    """The main form of exploitation alleged (names after HTCDS 2.0)."""

    FORCED_LABOUR = "forced_labour", _("Forced labour")
    SEXUAL = "sexual_exploitation", _("Sexual exploitation")
    CHILD_LABOUR = "child_labour", _("Child labour")
    SERVITUDE = "servitude", _("Domestic servitude")
    BEGGING = "forced_begging", _("Forced begging")
    CRIMINALITY = "forced_criminality", _("Forced crime, online fraud")
    MARRIAGE = "forced_marriage", _("Forced marriage")
    ARMED_CONFLICT = "armed_conflict", _("Forced into armed conflict")
    ORGANS = "organ_removal", _("Removal of organs")
    OTHER = "other", pgettext_lazy("exploitation", "Other")
    UNKNOWN = "unknown", pgettext_lazy("exploitation", "Not known yet")


class Sector(TextChoices):
    """Where the person worked (sections of ISIC Rev. 4, those met in practice)."""

    AGRICULTURE = "A", _("Agriculture")
    MANUFACTURING = "C", _("Sewing, factories")
    CONSTRUCTION = "F", _("Construction")
    TRADE = "G", _("Trade, markets")
    TRANSPORT = "H", _("Transport, delivery")
    HOSPITALITY = "I", _("Hotels, cafes")
    DOMESTIC = "T", _("Work in a household")
    OTHER = "other", pgettext_lazy("sector", "Other")
    UNKNOWN = "unknown", pgettext_lazy("sector", "Not known")


class Protection(TextChoices):
    """Where the protection of the person stands. The criminal case is another axis."""

    CONTACT = "contact", _("Contact")
    AT_RISK = "at_risk", _("At risk")
    PRESUMED = "presumed", _("Presumed victim")
    IDENTIFIED = "identified", _("Officially identified")
    NOT_IDENTIFIED = "not_identified", _("Not identified as a victim of trafficking")
    WITHDRAWN = "withdrawn", _("Withdrawn by the person")
    LOST_CONTACT = "lost_contact", _("Contact lost")


_P = Protection
# The only allowed moves. docs/reference/protection-status.md is drawn from this table.
# Official identification is the deciding body's act and comes with the decision's own record; so is
# setting it aside. The person may withdraw from anywhere, and come back to where they stood.
PROTECTION_MOVES: dict[Protection, frozenset[Protection]] = {
    _P.CONTACT: frozenset(_P) - {_P.CONTACT},
    _P.AT_RISK: frozenset(_P) - {_P.CONTACT, _P.AT_RISK},
    _P.PRESUMED: frozenset({_P.IDENTIFIED, _P.NOT_IDENTIFIED, _P.WITHDRAWN, _P.LOST_CONTACT}),
    _P.IDENTIFIED: frozenset({_P.PRESUMED, _P.NOT_IDENTIFIED, _P.WITHDRAWN, _P.LOST_CONTACT}),
    _P.NOT_IDENTIFIED: frozenset({_P.PRESUMED, _P.IDENTIFIED, _P.WITHDRAWN, _P.LOST_CONTACT}),
    _P.WITHDRAWN: frozenset(_P) - {_P.WITHDRAWN, _P.LOST_CONTACT},
    _P.LOST_CONTACT: frozenset(_P) - {_P.LOST_CONTACT},
}
# Where nobody can be found or wants anything: no decision is taken from here.
AWAY = frozenset({_P.WITHDRAWN, _P.LOST_CONTACT})
# What only the decision of the deciding body sets.
BY_DECISION = frozenset({_P.IDENTIFIED, _P.NOT_IDENTIFIED})


class Procedural(TextChoices):
    """Where the person stands in criminal proceedings. It never changes the protection status."""

    NONE = "none", _("No proceedings")
    REPORT = "report", _("Report made")
    PRE_TRIAL = "pre_trial", _("Pre-trial proceedings")
    INJURED_PARTY = "injured_party", _("Injured party")
    WITNESS = "witness", _("Witness")
    SUSPECT = "suspect", _("Suspect, non-punishment under review")
    CLOSED = "closed", pgettext_lazy("proceedings", "Proceedings closed")
    CONVICTION = "conviction", _("Somebody was convicted")
    COMPENSATION = "compensation", _("Compensation awarded")


_C = Procedural
# The only allowed moves. docs/reference/procedural-status.md is drawn from this table.
# What is closed can be opened again, and an award may come after the end of everything else.
PROCEDURAL_MOVES: dict[Procedural, frozenset[Procedural]] = {
    _C.NONE: frozenset({_C.REPORT, _C.PRE_TRIAL, _C.INJURED_PARTY, _C.WITNESS, _C.SUSPECT}),
    _C.REPORT: frozenset({_C.PRE_TRIAL, _C.INJURED_PARTY, _C.WITNESS, _C.SUSPECT, _C.CLOSED}),
    _C.PRE_TRIAL: frozenset({_C.INJURED_PARTY, _C.WITNESS, _C.SUSPECT, _C.CLOSED}),
    _C.INJURED_PARTY: frozenset(
        {_C.WITNESS, _C.SUSPECT, _C.CLOSED, _C.CONVICTION, _C.COMPENSATION}
    ),
    _C.WITNESS: frozenset({_C.INJURED_PARTY, _C.SUSPECT, _C.CLOSED, _C.CONVICTION}),
    _C.SUSPECT: frozenset({_C.INJURED_PARTY, _C.WITNESS, _C.CLOSED}),
    _C.CLOSED: frozenset({_C.REPORT, _C.PRE_TRIAL, _C.COMPENSATION}),
    _C.CONVICTION: frozenset({_C.PRE_TRIAL, _C.CLOSED, _C.COMPENSATION}),
    _C.COMPENSATION: frozenset({_C.PRE_TRIAL, _C.CLOSED}),
}


class Axis(TextChoices):
    """The two kinds of status. Moving one never moves the other."""

    PROTECTION = "protection", pgettext_lazy("axis", "Protection")
    PROCEDURAL = "procedural", pgettext_lazy("axis", "Criminal proceedings")


class ProtectionGround(TextChoices):
    """Why the protection status moved, in a word that tells no story."""

    OWN_WISH = "own_wish", _("The person wishes it")
    NO_ANSWER = "no_answer", _("Nobody answers by the agreed ways")
    UNSAFE = "unsafe", _("Contact would put the person in danger")
    CAME_BACK = "came_back", _("The person came back")
    FOUND = "found", _("Contact was found again")
    CARD = "card", _("The officer's decision after a card")
    DECISION = "decision", _("The decision of the deciding body")
    MISTAKE = "mistake", _("The entry before was a mistake")


_G = ProtectionGround
_BACK = frozenset({_G.CAME_BACK, _G.FOUND, _G.MISTAKE})
# Which ground fits a move made by hand, by where it leads; anything else is coming back.
PROTECTION_GROUNDS: dict[Protection, frozenset[ProtectionGround]] = {
    _P.WITHDRAWN: frozenset({_G.OWN_WISH}),
    _P.LOST_CONTACT: frozenset({_G.NO_ANSWER, _G.UNSAFE}),
    **{status: _BACK for status in _P if status not in AWAY},
}


class ProceduralGround(TextChoices):
    """On what the procedural status rests, in a word that tells no story."""

    INVESTIGATOR = "investigator", _("Act of the investigator")
    PROSECUTOR = "prosecutor", _("Act of the prosecutor")
    COURT = "court", _("Act of a court")
    LETTER = "letter", _("An official letter was seen")
    TOLD = "told", _("Told by the person or their lawyer")
    NO_OFFENCE = "no_offence", _("No offence was found")
    NOT_PUNISHED = "not_punished", _("Not punished for what traffickers forced the person to do")
    REOPENED = "reopened", _("Opened again")
    MISTAKE = "mistake", _("The entry before was a mistake")


# Grounds that fit only some moves; the others fit any.
ONLY_WHEN_CLOSED = frozenset({ProceduralGround.NO_OFFENCE, ProceduralGround.NOT_PUNISHED})
ENDED = frozenset({_C.CLOSED, _C.CONVICTION, _C.COMPENSATION})


class Decision(TextChoices):
    """What an officer decides after a screening: a person's decision, not the reading's."""

    PRESUMED = "presumed", _("Presumed victim of trafficking")
    LABOUR_RIGHTS = "labour_rights", _("Labour-rights case")
    OTHER_CRIME = "other_crime", _("Another offence")
    NOT_ENOUGH = "not_enough", _("Not enough is known yet")


class Ground(TextChoices):
    """On what a decision after a reading rests, in a word that tells no story."""

    READING = "reading", _("It follows the reading")
    KNOWS_MORE = "knows_more", _("I know more than the questions ask")
    NOT_FREE = "not_free", _("The person could not speak freely")
    CONTRADICTION = "contradiction", _("The answers contradict each other")
    PAPERS = "papers", _("Papers or other facts show it")
    OTHER = "other", pgettext_lazy("ground of a decision", "Another ground, written below")


STATUS_AFTER: dict[Decision, Protection | None] = {
    Decision.PRESUMED: Protection.PRESUMED,
    Decision.LABOUR_RIGHTS: Protection.AT_RISK,
    Decision.OTHER_CRIME: Protection.AT_RISK,
    Decision.NOT_ENOUGH: None,
}


class Scope(TextChoices):
    """What a person may agree to share with one organisation."""

    REFERRAL = "referral", _("That this organisation is asked to help, under a code")
    IDENTITY = "identity", _("My name and birth date")
    CONTACT = "contact", _("How to reach me")
    STORY = "story", _("What I told")
    CRIME = "crime", _("What was done to me, as facts for an investigation")
    HEALTH = "health", _("My health")
    THERAPY = "therapy", _("What I say to the psychologist")
    WHEREABOUTS = "whereabouts", _("Where I stay")
    DOCUMENTS = "documents", _("Copies of my papers and pictures")
    STATISTICS = "statistics", _("Counting and research, without my name")


class Proof(TextChoices):
    """How the agreement can be shown later."""

    SIGNATURE = "signature", _("Signed on paper, kept by us")
    THUMB = "thumb", _("Thumb print on paper, kept by us")
    RECORDING = "recording", _("Recorded voice, kept by us")
    WITNESS = "witness", _("Said before a witness")


class ConsentAge(TextChoices):
    """Until when the agreement stands."""

    MONTH = "30", _("For 30 days")
    QUARTER = "90", _("For 90 days")
    YEAR = "365", _("For one year")
    OPEN = "open", _("Until I take it back")


class PaperKind(TextChoices):
    """What a paper or picture is."""

    IDENTITY = "identity", pgettext_lazy("paper", "Passport, certificate")
    WORK = "work", pgettext_lazy("paper", "Contract, wages, permit")
    MESSAGE = "message", pgettext_lazy("paper", "Messages, advertisement")
    TRAVEL = "travel", pgettext_lazy("paper", "Ticket, stamp, visa")
    MEDICAL = "medical", pgettext_lazy("paper", "Medical paper")
    COURT = "court", pgettext_lazy("paper", "Paper of police or court")
    PHOTO = "photo", pgettext_lazy("paper", "Photograph")
    OTHER = "other", pgettext_lazy("paper", "Another paper")


class PauseGround(TextChoices):
    """Why a time limit stands still. Working words of the platform: the law names none."""

    PERSON = "person", _("The person asks for time")
    HEALTH = "health", _("The person is ill or in hospital")
    CONTACT = "contact", _("The person cannot be reached")
    PAPERS = "papers", _("Papers from another body are awaited")
    PROCEEDINGS = "proceedings", _("Proceedings must end first")


class StopGround(TextChoices):
    """Why a member ends a time limit by hand."""

    DONE = "done", pgettext_lazy("time limit", "What it asked for is done")
    NO_NEED = "no_need", pgettext_lazy("time limit", "It is no longer needed")
    MISTAKE = "mistake", pgettext_lazy("time limit", "It was started by mistake")


class NoteKind(TextChoices):
    """What a part of the story was written for."""

    CONTACT = "contact", pgettext_lazy("note", "At first contact")
    OPINION = "opinion", pgettext_lazy("note", "Officer's opinion")
    DECISION = "decision", pgettext_lazy("note", "Reason of the decision")
    CARD = "card", pgettext_lazy("note", "Written on a card")
    STATUS = "status", pgettext_lazy("note", "Reason of a change of status")
    NOTE = "note", pgettext_lazy("note", "Note")
    ASSESSMENT = "assessment", pgettext_lazy("note", "Needs and dangers")
    GOALS = "goals", pgettext_lazy("note", "Goals in the person's words")
    MINUTES = "minutes", pgettext_lazy("note", "Case conference")
    GUARDIAN = "guardian", pgettext_lazy("note", "Guardian")
    PROVIDER = "provider", pgettext_lazy("note", "Who helps")
    CORRECTION = "correction", pgettext_lazy("note", "Correction asked for by the person")


# In the detail of a timeline entry: the sender wrote down what a body without a key answered.
RECORDED_BY_SENDER = "recorded-by-sender"
