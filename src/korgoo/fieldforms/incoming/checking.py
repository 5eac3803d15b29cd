"""Does a filled form make sense? Everything that does not is named, and nothing is guessed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from korgoo.fieldforms.exports import frame
from korgoo.fieldforms.incoming import header
from korgoo.fieldforms.incoming.answers import choices_of
from korgoo.fieldforms.incoming.faults import MOST_NOTED, Fault, Place, Rule
from korgoo.fieldforms.incoming.known import Known, Notes
from korgoo.fieldforms.incoming.raw import Raw
from korgoo.fieldforms.incoming.submission import Submission


@dataclass(slots=True)
class Checked:
    """What can be taken, where each stands in the file, and everything that is wrong."""

    submissions: list[Submission] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def check(forms: Iterable[Raw], known: Known) -> Checked:
    """Check filled forms, each by itself and against the others of the file.

    Args:
        forms: What the file holds.
        known: What it is compared with.

    Returns:
        The forms without a fault, and the faults of the others in the order of the file. After
        ``MOST_NOTED`` faults the forms that follow are not looked at.
    """
    checked = Checked()
    seen: set[str] = set()
    for raw in forms:
        if len(checked.faults) >= MOST_NOTED:
            break
        notes = Notes(raw.place)
        submission = _one(raw, known, notes)
        if seen & set(raw.ids):
            notes.add(Rule.TWICE_IN_FILE, "", raw.ids[0])
        seen |= set(raw.ids)
        checked.faults += notes.faults
        if submission is not None and not notes.faults:
            checked.submissions.append(submission)
            checked.places.append(raw.place)
    return checked


def _one(raw: Raw, known: Known, notes: Notes) -> Submission | None:
    numbers = header.numbers_of(raw, notes)
    for name in raw.twice:
        notes.add(Rule.TWICE_IN_ONE, name)
    form = header.form_of(raw, known, notes)
    if form is None:
        return None
    times = header.times_of(raw, form, known, notes)
    code = header.case_code(raw, notes)
    told = _told(raw, known, notes)
    choices = choices_of(raw, form.view, notes)
    if not numbers or times is None:
        return None
    return Submission(
        instance_id=numbers[0],
        earlier=numbers[1:],
        view=form.view.key,
        digest=form.digest,
        choices=choices,
        case_code=code,
        started=times[0],
        ended=times[1],
        **told,
    )


def _told(raw: Raw, known: Known, notes: Notes) -> dict[str, str]:
    """Read what the frame asks; a form for a case that is there says nothing of how it began."""
    told = {name: header.choice(raw, name, known, notes) for name in (frame.TALK, frame.OPINION)}
    told[frame.MOVED] = header.choice(raw, frame.MOVED, known, notes, may_be_empty=True)
    of_new_case = (frame.CHANNEL, frame.LANGUAGE, frame.DANGER)
    if raw.values.get(frame.CASE_CODE):
        return told | dict.fromkeys(of_new_case, "")
    return told | {name: header.choice(raw, name, known, notes) for name in of_new_case}
