"""Which form it is, when it was filled in, and what was asked besides the questions of the view."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from korgoo.countrypack.api import AgencyView
from korgoo.fieldforms.exports import frame
from korgoo.fieldforms.exports.blank import parse_version
from korgoo.fieldforms.exports.names import form_id
from korgoo.fieldforms.incoming.faults import Rule
from korgoo.fieldforms.incoming.known import Known, Notes
from korgoo.fieldforms.incoming.raw import Raw
from korgoo.lib import codes

OURS = "korgoo_"
# Clocks of devices differ a little.
TOLERANCE = timedelta(minutes=15)
OLDEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Form:
    """The form that was filled in."""

    view: AgencyView
    digest: str
    valid_from: date | None


def form_of(raw: Raw, known: Known, notes: Notes) -> Form | None:
    """Find the form by the version that came back with it.

    Returns:
        None when it is none of ours, or of an edition that nobody knows; then a fault is noted.
    """
    written = raw.values.get(frame.VERSION) or raw.version
    name = frame.VERSION if frame.VERSION in raw.values else ""
    parsed = parse_version(written)
    if parsed is None:
        notes.add(Rule.UNKNOWN_FORM, name, written or raw.form)
        return None
    digest, key = parsed
    forms = known.forms_of(digest)
    if forms is None:
        notes.add(Rule.UNKNOWN_EDITION, name, written)
        return None
    # A tool may give a form a name of its own, but not that of another form of ours.
    is_other = raw.form.startswith(OURS) and raw.form != form_id(key)
    if key not in forms.views or is_other:
        notes.add(Rule.UNKNOWN_FORM, name, raw.form if is_other else written)
        return None
    return Form(forms.views[key], forms.digest, forms.valid_from)


def numbers_of(raw: Raw, notes: Notes) -> tuple[UUID, ...]:
    """Read the numbers that the tool gave, today's first: every tool of the field gives UUIDs.

    Returns:
        Empty when there is none, or one that is no UUID; then a fault is noted.
    """
    try:
        numbers = tuple(UUID(one) for one in raw.ids)
    except ValueError:
        numbers = ()
    if not numbers:
        notes.add(Rule.NO_INSTANCE, "", ", ".join(raw.ids))
    return numbers


def times_of(raw: Raw, form: Form, known: Known, notes: Notes) -> tuple[datetime, datetime] | None:
    """Read when the form was begun and ended.

    Returns:
        Both moments, in the time zone of the country; None when one is missing or cannot be.
    """
    started = _time(raw, frame.STARTED, known, notes)
    ended = _time(raw, frame.ENDED, known, notes)
    if started is None or ended is None:
        return None
    if ended < started:
        notes.add(Rule.ENDS_BEFORE_START, frame.ENDED, raw.values[frame.ENDED])
    if form.valid_from and started.date() < form.valid_from:
        notes.add(Rule.BEFORE_THE_EDITION, frame.STARTED, raw.values[frame.STARTED])
    return started, ended


def _time(raw: Raw, name: str, known: Known, notes: Notes) -> datetime | None:
    written = raw.values.get(name, "")
    if not written:
        notes.add(Rule.MISSING, name)
        return None
    try:
        moment = datetime.fromisoformat(written)
        # A table without time zones was written by people of the country.
        moment = moment if moment.tzinfo else moment.replace(tzinfo=known.now.tzinfo)
        # The first and the last day of the calendar exist in some time zones only.
        moment = moment.astimezone(known.now.tzinfo)
    except (ValueError, OverflowError):
        notes.add(Rule.NOT_A_TIME, name, written)
        return None
    if moment < known.now - OLDEST:
        notes.add(Rule.NOT_A_TIME, name, written)
        return None
    if moment > known.now + TOLERANCE:
        notes.add(Rule.IN_THE_FUTURE, name, written)
    return moment


def case_code(raw: Raw, notes: Notes) -> str:
    """Read the code of a case, spaces or not; empty when a new case is meant or it is wrong."""
    written = raw.values.get(frame.CASE_CODE, "")
    code = codes.parse(written) if written else ""
    if code is None:
        notes.add(Rule.CASE_CODE, frame.CASE_CODE, written)
    return code or ""


def choice(raw: Raw, name: str, known: Known, notes: Notes, *, may_be_empty: bool = False) -> str:
    """Read a question of the frame; empty when it was left so."""
    written = raw.values.get(name, "")
    allowed = known.languages if name == frame.LANGUAGE else _codes(name)
    if not written and not may_be_empty:
        notes.add(Rule.MISSING, name)
    elif written and written not in allowed:
        notes.add(Rule.UNKNOWN_CODE, name, written)
    return written


def _codes(name: str) -> frozenset[str]:
    return frozenset(code for code, _words in frame.LISTS[name])
