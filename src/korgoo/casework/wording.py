"""A step of a case in words, for its timeline. Sentences name organisations, never the person."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from korgoo.access.enums import Event, Facet
from korgoo.casework import status_names
from korgoo.casework.enums import (
    RECORDED_BY_SENDER,
    Axis,
    Decision,
    PauseGround,
    Procedural,
    Protection,
    StopGround,
)
from korgoo.casework.grounds import GlassReason, Purpose, ShareGround
from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from korgoo.casework.models import TimelineEntry

# Placeholders: other - the other organisation; detail - the code of the step in words.
SENTENCES: Mapping[str, "_StrPromise"] = {
    Event.ASSESSMENT_MADE: gettext_lazy("Needs and dangers were looked at"),
    Event.BEST_INTEREST_DECIDED: gettext_lazy("It was decided what is best for the child"),
    Event.CONFERENCE_HELD: gettext_lazy("A case conference was held"),
    Event.GOALS_WRITTEN: gettext_lazy("What the person wants to reach was written down"),
    Event.GUARDIAN_RECORDED: gettext_lazy("It was written down who speaks for the child"),
    Event.ITEM_ADDED: gettext_lazy("Help was planned: %(detail)s"),
    Event.ITEM_CHANGED: gettext_lazy("A plan of help was changed: %(detail)s"),
    Event.ITEM_MOVED: gettext_lazy("Planned help moved on"),
    Event.PROGRAMME_REVIEWED: gettext_lazy("The programme was gone through with the person"),
    Event.SERVICE_GIVEN: gettext_lazy("Help was given: %(detail)s"),
    Event.TASK_DONE: gettext_lazy("A decision of a case conference was carried out"),
    Event.CASE_OPENED: gettext_lazy("The case was opened"),
    Event.CASE_PROCEDURAL_CHANGED: gettext_lazy("The status in proceedings became: %(detail)s"),
    Event.CASE_STATUS_CHANGED: gettext_lazy("The protection status became: %(detail)s"),
    Event.CLOCK_ENDED: gettext_lazy("A time limit was ended: %(detail)s"),
    Event.CLOCK_EXTENDED: gettext_lazy("A time limit was extended: %(detail)s"),
    Event.CLOCK_PAUSED: gettext_lazy("A time limit was paused: %(detail)s"),
    Event.CLOCK_RESUMED: gettext_lazy("A time limit goes on: %(detail)s"),
    Event.CODED_FACTS_CHANGED: gettext_lazy("Coded facts were corrected"),
    Event.CONSENT_RECORDED: gettext_lazy("The person said what %(other)s may know"),
    Event.GLASS_ASKED: gettext_lazy("Emergency opening asked for: %(detail)s"),
    Event.GLASS_BROKEN: gettext_lazy("Emergency opening by one person alone: %(detail)s"),
    Event.GLASS_CONFIRMED: gettext_lazy("A second person confirmed an emergency opening"),
    Event.GLASS_OVERDUE: gettext_lazy("Nobody confirmed an emergency opening in 24 hours"),
    Event.GLASS_REFUSED: gettext_lazy("A second person refused an emergency opening"),
    Event.SHARING_ASKED: gettext_lazy("Sharing without consent with %(other)s was proposed"),
    Event.SHARING_CONFIRMED: gettext_lazy(
        "Shared without consent with %(other)s, by two persons: %(detail)s"
    ),
    Event.SHARING_ENDED: gettext_lazy("What %(other)s may know without consent ended"),
    Event.SHARING_REFUSED: gettext_lazy("Sharing without consent with %(other)s was refused"),
    Event.SHARING_TOLD: gettext_lazy(
        "Noted whether the person knows what was shared without consent"
    ),
    Event.CONSENT_WITHDRAWN: gettext_lazy("The person took back what %(other)s may know"),
    Event.CLAIM_CHANGED: gettext_lazy("A claim for compensation was decided: %(detail)s"),
    Event.CLAIM_FILED: gettext_lazy("Compensation was claimed"),
    Event.CLAIM_PAID: gettext_lazy("Compensation was received"),
    Event.DETERMINATION_APPEALED: gettext_lazy("The decision on the status was appealed"),
    Event.DETERMINATION_DECIDED: gettext_lazy("It was decided on the status: %(detail)s"),
    Event.DETERMINATION_NOTIFIED: gettext_lazy("The person was told of the decision"),
    Event.DETERMINATION_PROPOSED: gettext_lazy("A decision on the status was proposed"),
    Event.DETERMINATION_REVIEWED: gettext_lazy("A second member reviewed the proposed decision"),
    Event.FACET_WRITTEN: gettext_lazy("A sealed part was written: %(detail)s"),
    Event.PAPER_ADDED: gettext_lazy("A paper was added to: %(detail)s"),
    Event.PAPER_REMOVED: gettext_lazy("A paper was taken away from: %(detail)s"),
    Event.NON_PUNISHMENT_GIVEN: gettext_lazy("The non-punishment note was given on: %(detail)s"),
    Event.NON_PUNISHMENT_MADE: gettext_lazy("Non-punishment was reviewed: %(detail)s"),
    Event.CASE_ASSIGNED: gettext_lazy("Another member became responsible"),
    Event.CASE_CLOSED: gettext_lazy("The case was closed"),
    Event.CASE_ERASED: gettext_lazy("Erased for ever: %(detail)s"),
    Event.CASE_REOPENED: gettext_lazy("The case was reopened"),
    Event.FOLLOW_UP_RECORDED: gettext_lazy("How the person fares after closing was recorded"),
    Event.SCREENING_DECIDED: gettext_lazy("An officer decided: %(detail)s"),
    Event.GAP_RECORDED: gettext_lazy("It was noted that nobody could help: %(detail)s"),
    Event.REFERRAL_ACCEPTED: gettext_lazy("The referral was accepted; the help is still to come"),
    Event.REFERRAL_COMPLETED: gettext_lazy("It was reported that help was given"),
    Event.REFERRAL_CONFIRMED: gettext_lazy("The person confirmed that help came"),
    Event.REFERRAL_DECLINED: gettext_lazy("The referral was declined"),
    Event.REFERRAL_DRAFTED: gettext_lazy("A referral to %(other)s was begun"),
    Event.REFERRAL_EXPIRED: gettext_lazy("A referral expired without an answer"),
    Event.REFERRAL_INFORMATION_ASKED: gettext_lazy("%(other)s was asked a question"),
    Event.REFERRAL_INFORMATION_GIVEN: gettext_lazy("The question of %(other)s was answered"),
    Event.REFERRAL_LETTER_MADE: gettext_lazy("A new letter or code was made for the person"),
    Event.REFERRAL_RECEIVED: gettext_lazy("The referral was received"),
    Event.REFERRAL_SENT: gettext_lazy("%(other)s was asked to help: %(detail)s"),
    Event.REFERRAL_SERVICE_STARTED: gettext_lazy("Help began"),
    Event.REFERRAL_UNCONFIRMED: gettext_lazy("The person said that help did not come in full"),
    Event.REFERRAL_RETURN_NOTED: gettext_lazy("A referral that came back was noted"),
    Event.REFERRAL_WITHDRAWN: gettext_lazy("The referral was taken back"),
    Event.RETURN_MOVED: gettext_lazy("The return moved on"),
    Event.RETURN_PACKAGE_ANSWERED: gettext_lazy("%(other)s answered to a package"),
    Event.RETURN_PACKAGE_MADE: gettext_lazy("A sealed package for %(other)s was made"),
    Event.RETURN_PACKAGE_STOPPED: gettext_lazy(
        "%(other)s must be told to use the package no more"
    ),
    Event.RETURN_PACKAGE_TOLD: gettext_lazy("%(other)s was told to use the package no more"),
    Event.RETURN_STARTED: gettext_lazy("A return home began to be planned"),
    Event.RETURN_WISH_ASKED: gettext_lazy("The person was asked about returning"),
}
# Steps whose detail makes them another one.
SPECIAL: Mapping[tuple[str, str], "_StrPromise"] = {
    (Event.CONSENT_WITHDRAWN, "expired"): gettext_lazy("What %(other)s may know ran out"),
    (Event.RETURN_MOVED, "drafted"): gettext_lazy("The return was taken up again"),
    (Event.RETURN_MOVED, "agreed"): gettext_lazy("The person agreed to the plan of the return"),
    (Event.RETURN_MOVED, "ready"): gettext_lazy("Everything is ready for the return"),
    (Event.RETURN_MOVED, "under_way"): gettext_lazy("The person is on the way"),
    (Event.RETURN_MOVED, "arrived"): gettext_lazy("The person was met: handover confirmed"),
    (Event.RETURN_MOVED, "first_night"): gettext_lazy("The first night was safe"),
    (Event.RETURN_MOVED, "closed"): gettext_lazy("The return was closed"),
    (Event.RETURN_MOVED, "stopped"): gettext_lazy("The return was stopped"),
}
CLOCK_EVENTS = frozenset(
    {Event.CLOCK_ENDED, Event.CLOCK_EXTENDED, Event.CLOCK_PAUSED, Event.CLOCK_RESUMED}
)
UNKNOWN = gettext_lazy("A step that this version has no words for")
TONES = {
    Event.CASE_ERASED: "sealed",
    Event.REFERRAL_CONFIRMED: "good",
    Event.REFERRAL_EXPIRED: "late",
    Event.GAP_RECORDED: "late",
    Event.REFERRAL_DECLINED: "late",
    Event.REFERRAL_UNCONFIRMED: "late",
    Event.CONSENT_WITHDRAWN: "sealed",
    Event.FACET_WRITTEN: "sealed",
    Event.GLASS_BROKEN: "late",
    Event.GLASS_CONFIRMED: "sealed",
    Event.GLASS_OVERDUE: "late",
    Event.SHARING_CONFIRMED: "sealed",
    Event.RETURN_PACKAGE_STOPPED: "late",
}
STATUS_TONES: Mapping[str, str] = {
    Protection.CONTACT: "neutral",
    Protection.AT_RISK: "waiting",
    Protection.PRESUMED: "active",
    Protection.IDENTIFIED: "active",
    Protection.NOT_IDENTIFIED: "closed",
    Protection.WITHDRAWN: "closed",
    Protection.LOST_CONTACT: "late",
}
PROCEDURAL_TONES: Mapping[str, str] = {
    Procedural.NONE: "neutral",
    Procedural.SUSPECT: "late",
    Procedural.CLOSED: "closed",
    Procedural.CONVICTION: "good",
    Procedural.COMPENSATION: "good",
}
PARTS: dict[str, "_StrPromise"] = {
    Facet.IDENTITY: pgettext_lazy("part of a case", "Who the person is"),
    Facet.CONTACT: pgettext_lazy("part of a case", "How to reach the person"),
    Facet.STORY: pgettext_lazy("part of a case", "What the person told"),
    Facet.CRIME: pgettext_lazy("part of a case", "Facts of the offence"),
    Facet.HEALTH: pgettext_lazy("part of a case", "Health"),
    Facet.THERAPY: pgettext_lazy("part of a case", "Notes of the psychologist"),
    Facet.WHEREABOUTS: pgettext_lazy("part of a case", "Where the person stays"),
    Facet.DOCUMENTS: pgettext_lazy("part of a case", "Papers and pictures"),
}
# What is erased beside the sealed parts.
ERASED: dict[str, "_StrPromise"] = {
    "coded": pgettext_lazy("erased", "coded facts and cards"),
    "records": pgettext_lazy("erased", "further sealed records"),
}
FIELDS: Mapping[str, "_StrPromise"] = {
    "name": gettext_lazy("Name, or what to call the person"),
    "other_names": gettext_lazy("Other names and spellings"),
    "birth": gettext_lazy("Date or year of birth"),
    "document_kind": gettext_lazy("Kind of document"),
    "document_number": gettext_lazy("Number of the document"),
    "phone": gettext_lazy("Telephone"),
    "safe_hours": gettext_lazy("When and how it is safe to call"),
    "who_answers": gettext_lazy("Who else may answer"),
    "safe_word": gettext_lazy("Safe word"),
    "address": gettext_lazy("Where the person can be found"),
}


def ground_words(code: str) -> str:
    """Say a purpose, a ground of an exception or the reason of an emergency by its code."""
    known: dict[str, object] = {
        **dict(Purpose.choices),
        **dict(ShareGround.choices),
        **dict(GlassReason.choices),
    }
    return str(known.get(code, code))


def sentence(entry: "TimelineEntry") -> str:
    """Say one step of a timeline in the language of the page."""
    special = SPECIAL.get((entry.event, entry.detail))
    words = str(special or SENTENCES.get(entry.event, UNKNOWN))
    other = entry.other.name if entry.other else _("another organisation")
    return words % {"other": other, "detail": _detail(entry)}


def by_whom(entry: "TimelineEntry") -> str:
    """Say who took the step; a step without an organisation is the person's or the platform's."""
    if entry.organisation:
        name = entry.organisation.name
        if entry.detail.startswith(RECORDED_BY_SENDER):
            return _("%(organisation)s: recorded by the sender") % {"organisation": name}
        return name
    is_persons = entry.event in {
        Event.REFERRAL_CONFIRMED,
        Event.REFERRAL_UNCONFIRMED,
        Event.RETURN_MOVED,
    }
    # Nobody else takes consent back without an account; what runs out does so by itself.
    is_persons |= entry.event == Event.CONSENT_WITHDRAWN and entry.detail != "expired"
    return _("The person") if is_persons else _("The platform")


def tone(entry: "TimelineEntry") -> str:
    """Say how a step is coloured: ``neutral``, ``good``, ``late`` or ``sealed``."""
    return TONES.get(Event(entry.event), "neutral") if entry.event in set(Event) else "neutral"


# Words for the codes of missions above, by event: they register their own lists.
DETAILS: dict[str, Mapping[str, object]] = {}


def explain(event: Event, words: Mapping[str, object]) -> None:
    """Register the words of the codes that a step of another mission carries."""
    DETAILS[event] = words


def parts_in_words(codes: Iterable[str]) -> str:
    """Name sealed parts, coded facts and further records, as erasing knows them."""
    return "; ".join(str((ERASED | PARTS).get(code, code)) for code in codes)


def _detail(entry: "TimelineEntry") -> str:
    kinds: dict[str, Mapping[str, object]] = {
        **DETAILS,
        Event.CASE_PROCEDURAL_CHANGED: status_names.names(Axis.PROCEDURAL),
        Event.CASE_STATUS_CHANGED: status_names.names(Axis.PROTECTION),
        Event.FACET_WRITTEN: PARTS,
        Event.PAPER_ADDED: PARTS,
        Event.PAPER_REMOVED: PARTS,
        Event.GLASS_ASKED: dict(GlassReason.choices),
        Event.GLASS_BROKEN: dict(GlassReason.choices),
        Event.SHARING_CONFIRMED: dict(ShareGround.choices),
        Event.SCREENING_DECIDED: dict(Decision.choices),
    }
    if entry.event in CLOCK_EVENTS:
        return _clock_and_ground(entry.detail)
    if entry.event == Event.CASE_ERASED:
        return parts_in_words(entry.detail.split(","))
    if entry.event in {Event.REFERRAL_SENT, Event.GAP_RECORDED}:
        return _kind_of_help(entry.detail)
    if entry.event in {Event.ITEM_ADDED, Event.ITEM_CHANGED, Event.SERVICE_GIVEN}:
        return _service(entry.detail)
    return str(kinds.get(entry.event, {}).get(entry.detail, entry.detail))


def _clock_and_ground(detail: str) -> str:
    """Name a time limit and the ground of what was done with it: ``clock:ground``."""
    key, _colon, ground = detail.partition(":")
    pack = packs.current()
    language = get_language() or pack.default_language
    described = pack.clocks.get(key)
    if described is None:
        return key
    grounds: dict[str, object] = {**dict(PauseGround.choices), **dict(StopGround.choices)}
    grounds |= {one.key: one.name.in_language(language) for one in described.extensions}
    name = described.name.in_language(language)
    if not ground:
        return name
    return _("%(clock)s (%(ground)s)") % {"clock": name, "ground": grounds.get(ground, ground)}


def _kind_of_help(key: str) -> str:
    pack = packs.current()
    names = {kind.key: kind.name for kind in pack.referral_types}
    return names[key].in_language(get_language() or pack.default_language) if key in names else key


def _service(key: str) -> str:
    pack = packs.current()
    language = get_language() or pack.default_language
    return pack.services[key].name.in_language(language) if key in pack.services else key
