"""The vocabulary of a decision, of a note and of a claim. Stored values: renaming needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.casework.enums import Protection


class DecisionState(TextChoices):
    """Where a decision stands. Reviewed is not decided; decided is not told to the person."""

    PROPOSED = "proposed", pgettext_lazy("decision", "Proposed")
    REVIEWED = "reviewed", pgettext_lazy("decision", "Reviewed by a second member")
    DECIDED = "decided", pgettext_lazy("decision", "Decided, the person is not told yet")
    NOTIFIED = "notified", pgettext_lazy("decision", "The person was told")
    APPEALED = "appealed", pgettext_lazy("decision", "Appealed")
    REDECIDED = "redecided", pgettext_lazy("decision", "Replaced by a new decision")


D = DecisionState
# The only allowed moves. docs/reference/decision-states.md is drawn from this table.
MOVES: dict[DecisionState, frozenset[DecisionState]] = {
    D.PROPOSED: frozenset({D.REVIEWED}),
    D.REVIEWED: frozenset({D.PROPOSED, D.DECIDED}),
    D.DECIDED: frozenset({D.NOTIFIED, D.REDECIDED}),
    D.NOTIFIED: frozenset({D.APPEALED, D.REDECIDED}),
    D.APPEALED: frozenset({D.REDECIDED}),
    D.REDECIDED: frozenset(),
}
# The body still works on it: nobody else learns what is in it.
OPEN = frozenset({D.PROPOSED, D.REVIEWED})
# It holds until another one replaces it.
STANDING = frozenset({D.DECIDED, D.NOTIFIED, D.APPEALED})


class Outcome(TextChoices):
    """What the body decides."""

    IDENTIFIED = "identified", _("Identified as a victim of trafficking")
    NOT_IDENTIFIED = "not_identified", _("Not identified as a victim of trafficking")
    MORE_NEEDED = "more_needed", _("More is needed before it can be decided")


STATUS_AFTER: dict[Outcome, Protection | None] = {
    Outcome.IDENTIFIED: Protection.IDENTIFIED,
    Outcome.NOT_IDENTIFIED: Protection.NOT_IDENTIFIED,
    Outcome.MORE_NEEDED: None,
}


class Rule(TextChoices):
    """Which rule is applied."""

    ADULT = "adult", _("Act, means and purpose")
    CHILD = "child", _("Child rule: act and purpose, the means do not matter")


class Finding(TextChoices):
    """What was found of one element."""

    SHOWN = "shown", pgettext_lazy("finding", "Shown")
    NOT_SHOWN = "not_shown", pgettext_lazy("finding", "Not shown")
    OPEN = "open", pgettext_lazy("finding", "Not established")
    NOT_NEEDED = "not_needed", pgettext_lazy("finding", "Not needed: child rule")


class Material(TextChoices):
    """What the body looked at, apart from the sealed parts that it opened."""

    REFERRAL = "referral", _("The referral")
    CARD = "card", _("The card of the officer and its reading")
    HEARING = "hearing", _("The person's own words before the body")
    WRITTEN = "written", _("A written statement")
    PAPERS = "papers", _("Papers, messages, pictures")
    EXPERT = "expert", _("Opinion of an expert")
    HELPERS = "helpers", _("Report of who helps the person")
    INVESTIGATION = "investigation", _("Material of an investigation")
    ABROAD = "abroad", _("Information from another country")


class Function(TextChoices):
    """What somebody does in the deciding body."""

    CHAIR = "chair", _("Chair")
    SECRETARY = "secretary", _("Secretary")
    MEMBER = "member", pgettext_lazy("function", "Member")
    EXPERT = "expert", pgettext_lazy("function", "Expert, without a vote")


VOTING = frozenset({Function.CHAIR, Function.SECRETARY, Function.MEMBER})


class Conflict(TextChoices):
    """What a member says about a conflict of interest."""

    UNASKED = "unasked", pgettext_lazy("conflict of interest", "Not said yet")
    NONE = "none", pgettext_lazy("conflict of interest", "No conflict of interest")
    HAS = "has", pgettext_lazy("conflict of interest", "Has one, and steps aside")


class NotifiedHow(TextChoices):
    """How the person was told."""

    IN_PERSON = "in_person", _("In person, with the paper")
    READ_OUT = "read_out", _("Read out, with an interpreter where needed")
    HELPER = "helper", _("Through who helps the person")
    LAWYER = "lawyer", _("Through the lawyer")
    GUARDIAN = "guardian", _("To the guardian and the child")


class AppealBy(TextChoices):
    """Who appeals."""

    PERSON = "person", _("The person")
    LAWYER = "lawyer", pgettext_lazy("who appeals", "The lawyer")
    GUARDIAN = "guardian", pgettext_lazy("who appeals", "The guardian")
    PROSECUTOR = "prosecutor", pgettext_lazy("who appeals", "The prosecutor")


class Acts(TextChoices):
    """What the person may be sanctioned for."""

    BORDER = "border", _("Entry, stay or work without permission")
    PAPERS = "papers", _("False or missing papers")
    PROSTITUTION = "prostitution", _("Prostitution")
    FRAUD = "fraud", _("Fraud, online fraud")
    DRUGS = "drugs", _("Drugs")
    THEFT = "theft", _("Theft, begging")
    ARMED = "armed", _("Taking part in an armed conflict abroad")
    OTHER = "other", pgettext_lazy("acts", "Something else")


class ReviewResult(TextChoices):
    """What the review of non-punishment comes to."""

    MAY_BE = "may_be", _("The acts may be a direct consequence of trafficking")
    OPEN = "open", _("It is not clear yet; no sanction before it is")
    NOT_SEEN = "not_seen", _("No link between the acts and trafficking was seen")


class Outside(TextChoices):
    """A body without a place on the platform that might sanction."""

    INVESTIGATOR = "investigator", _("Investigating body")
    PROSECUTOR = "prosecutor", _("Prosecutor's office")
    COURT = "court", pgettext_lazy("body", "Court")
    MIGRATION = "migration", _("Migration or border authority")
    DETENTION = "detention", _("Place of detention")
    ABROAD = "abroad", _("Authority of another country")
    LAWYER = "lawyer", _("The person's lawyer, to hand on")


class GivenHow(TextChoices):
    """How the note went there."""

    PLATFORM = "platform", _("On the platform")
    BY_HAND = "by_hand", _("By hand, against signature")
    LETTER = "letter", _("By letter")
    LAWYER = "lawyer", pgettext_lazy("how given", "Through the lawyer")


class Agreement(TextChoices):
    """Who agreed that the note is given to this body."""

    PERSON = "person", _("The person agreed")
    GUARDIAN = "guardian", _("The guardian agreed")
    HELD = "held", _("The person is held and cannot be asked; the note protects them")


class Basis(TextChoices):
    """What compensation is claimed for."""

    HARM = "harm", _("Harm by the offence")
    WAGES = "wages", _("Unpaid wages")
    COSTS = "costs", _("Costs of treatment, travel, papers")
    MORAL = "moral", _("Moral harm")


class Forum(TextChoices):
    """Where it is claimed."""

    CRIMINAL = "criminal", _("In the criminal case")
    CIVIL = "civil", _("Civil court")
    LABOUR = "labour", _("Labour inspection")
    FUND = "fund", _("State fund")
    AGREEMENT = "agreement", _("Agreement with who owes it")
    ABROAD = "abroad", _("Court or authority abroad")


class ClaimResult(TextChoices):
    """How a claim ended."""

    AWARDED = "awarded", pgettext_lazy("claim", "Awarded")
    PARTLY = "partly", pgettext_lazy("claim", "Awarded in part")
    REFUSED = "refused", pgettext_lazy("claim", "Refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("claim", "Taken back")


class Currency(TextChoices):
    """Currencies met in practice (ISO 4217)."""

    KGS = "KGS", "KGS"
    RUB = "RUB", "RUB"
    KZT = "KZT", "KZT"
    USD = "USD", "USD"
    EUR = "EUR", "EUR"
    TRY = "TRY", "TRY"
    KRW = "KRW", "KRW"
    GBP = "GBP", "GBP"
    AED = "AED", "AED"
