"""Who may do what. No queries, no request: facts in, verdict out."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.campaign.enums import (
    MOST_DAYS,
    MOVES,
    OPEN_TO_AIMS,
    OPEN_TO_PARTS,
    OPEN_TO_RESULTS,
    Part,
    State,
)
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

# What all visitors together may send in an hour: more is a machine, or a square full of people.
CHECKS_AN_HOUR = 2_000
ANSWERS_AN_HOUR = 2_000
# Fewer than this are never shown to the public (the platform's limit for counts of people).
LEAST = 5
NOT_KEEPER = _("Only the organisation that keeps this campaign changes it.")


def may(actor: "Actor", permission: Permission) -> Verdict:
    """Say whether somebody's role and organisation include a permission; no case is asked about."""
    return policy.decide(actor, permission, Relation.NONE)


def knows(actor: "Actor", *, state: State, keeper_id: int) -> bool:
    """Tell whether somebody may know of a campaign: what is still being written is the keeper's own."""
    if not may(actor, Permission.CAMPAIGN_VIEW):
        return False
    return state is not State.DRAFT or actor.organisation_id == keeper_id


def keep(actor: "Actor", *, keeper_id: int) -> Verdict:
    """Say whether somebody may change a campaign."""
    if actor.organisation_id != keeper_id:
        return Verdict(NOT_KEEPER)
    return ALLOWED if may(actor, Permission.CAMPAIGN_EDIT) else Verdict(NOT_KEEPER)


def change(state: State) -> Verdict:
    """Say whether name, days and aims may still be changed: nobody moves the goal once it runs."""
    if state in OPEN_TO_AIMS:
        return ALLOWED
    return Verdict(_("It was launched. What it aims at and its days stand fast now."))


def change_part(state: State, part: Part) -> Verdict:
    """Say whether a part of the plan may be written or taken out."""
    if part is Part.OBJECTIVE:
        return change(state)
    if state in OPEN_TO_PARTS:
        return ALLOWED
    return Verdict(_("It is over. Its plan stands as it was."))


def write_results(state: State) -> Verdict:
    """Say whether results and money spent may be written."""
    if state in OPEN_TO_RESULTS:
        return ALLOWED
    if state is State.REPORTED:
        return Verdict(_("The report is closed. Its figures stand."))
    return Verdict(_("Results come once it runs."))


def make_code(state: State) -> Verdict:
    """Say whether a code may be made: also before the launch, for what is printed takes weeks."""
    return ALLOWED if state in OPEN_TO_PARTS else Verdict(_("It is over. No new code is needed."))


def move(state: State, to: State, *, seen: State) -> Verdict:
    """Say whether a campaign may go from one state to another.

    Args:
        state: Where it stands.
        to: Where it shall stand.
        seen: Where it stood on the actor's page.
    """
    if state is not seen:
        return Verdict(_("A colleague was quicker: it stands elsewhere now. Look at it again."))
    return ALLOWED if to in MOVES[state] else Verdict(_("From here it cannot go there."))


def plan(*, missing: list[str], objectives: int, audiences: int) -> Verdict:
    """Say whether a draft is whole enough to be shown to the platform.

    Args:
        missing: Languages in which its name or what it asks is not said yet.
        objectives: How many there are.
        audiences: How many there are.
    """
    if missing:
        return Verdict(_("Say its name and what it asks in every language of the country first."))
    if not objectives:
        return Verdict(_("Write at least one objective first, with how it is measured."))
    if not audiences:
        return Verdict(_("Write at least one audience first, with its message."))
    return ALLOWED


def launch(*, open_risks: int, unlooked: int, unready: int, is_over: bool, words: str) -> Verdict:
    """Say whether a campaign may be launched. Not ready does not stop it, silence does.

    Args:
        open_risks: Risks of the checklist that nobody answered.
        unlooked: Checks of readiness at which nobody looked.
        unready: Checks of which somebody said: not ready.
        is_over: Its last day has passed.
        words: What is said to launching although something is not ready.
    """
    if is_over:
        return Verdict(_("Its last day has passed. Give it other days first."))
    if open_risks:
        return Verdict(_("Answer every risk of the list first."))
    if unlooked:
        return Verdict(_("Look at every check of readiness first."))
    if unready and not words.strip():
        return Verdict(_("Something is not ready. Write why it is launched all the same."))
    return ALLOWED


def end(*, is_early: bool, words: str) -> Verdict:
    """Say whether a campaign may be ended; before its last day, why."""
    if is_early and not words.strip():
        return Verdict(_("Its last day has not passed. Write why it ends earlier."))
    return ALLOWED


def report(*, without_result: int) -> Verdict:
    """Say whether a campaign may be closed as reported: each objective has its result."""
    if without_result:
        return Verdict(_("Write the result of every objective first, also where it is 0."))
    return ALLOWED


def dates(starts_on: date, ends_on: date) -> Verdict:
    """Say whether first and last day fit each other."""
    if ends_on < starts_on:
        return Verdict(_("The last day lies before the first one."))
    if (ends_on - starts_on).days + 1 > MOST_DAYS:
        return Verdict(_("A campaign lasts one year at most."))
    return ALLOWED


def recall_counts(asked: int, remember: int, acted: int, *, most_messages: int) -> Verdict:
    """Say whether counts of a recall survey fit each other."""
    if remember > asked:
        return Verdict(_("More remember it than were asked."))
    if acted > remember:
        return Verdict(_("More did it than remember it."))
    if most_messages > remember:
        return Verdict(_("More could say a message than remember the campaign."))
    return ALLOWED


def say_ready(*, is_ready: bool, words: str) -> Verdict:
    """Say whether an answer to a check is whole: "not ready" is said with words."""
    if is_ready or words.strip():
        return ALLOWED
    return Verdict(_("Write what is not ready, and what is done about it."))


def pledge(state: State, *, is_own: bool, keeps: bool) -> Verdict:
    """Say whether a promise may be written down for a campaign.

    Args:
        state: Where the campaign stands.
        is_own: It is the promise of the actor's own organisation.
        keeps: The actor keeps the campaign, and writes down what others said.
    """
    if state not in OPEN_TO_PARTS:
        return Verdict(_("It is over. What was promised stands."))
    if is_own or keeps:
        return ALLOWED
    return Verdict(_("Promise for your own organisation only."))
