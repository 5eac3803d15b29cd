"""Files of statements, brought in the browser: looked at, then taken whole or thrown away."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.lib.errors import DomainError
from korgoo.lib.verdict import ALLOWED, Verdict
from korgoo.rights import files, selectors
from korgoo.rights.enums import LONGEST_NAME, FileState
from korgoo.rights.models import ContentFile
from korgoo.rights.services.holding import require
from korgoo.rights.services.loaded import Loaded
from korgoo.rights.services.loading import foresee, load

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

MOST_BYTES = 2 * 1024 * 1024
MOST_FAULTS = 500  # as many as anybody would put right in one go
FILE_WAITS, FAULTS_STAY = timedelta(days=1), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was read; nothing is written yet."""

    name: str
    data: bytes
    faults: tuple[packs.Fault, ...]


def examine(name: str, data: bytes) -> Examined:
    """Read a file and find everything that is wrong with it."""
    name = name[:LONGEST_NAME]
    try:
        files.from_yaml(data, name=name)
    except packs.PackError as error:
        return Examined(name, data, error.faults)
    return Examined(name, data, ())


@transaction.atomic
def keep_file(found: Examined, *, actor: "Actor") -> ContentFile:
    """Keep a file for a day, until somebody takes it in; or what is wrong with it.

    Raises:
        NotFound: The actor does not write public information.
    """
    require(actor, Permission.CONTENT_EDIT)
    row = ContentFile.objects.create(
        name=found.name,
        digest=hashlib.sha256(found.data).hexdigest(),
        state=FileState.REFUSED if found.faults else FileState.WAITING,
        uploaded_at=clock.now(),
        by_id=actor.user_id,
        organisation_id=actor.organisation_id,
        text="" if found.faults else found.data.decode(),
        faults=[[one.line, one.rule, one.message] for one in found.faults[:MOST_FAULTS]],
    )
    event = Event.CONTENT_FILE_REFUSED if found.faults else Event.CONTENT_FILE_UPLOADED
    audit.record(event, actor=actor, target=row)
    return row


def would_bring(row: ContentFile) -> Loaded:
    """Say what a file that waits would bring, and write nothing.

    Raises:
        DomainError: It does not fit any more what is there by now.
    """
    return foresee(_read(row))


@transaction.atomic
def take_file(file_id: UUID, *, actor: "Actor") -> ContentFile:
    """Take a file in: all of it or nothing. What it says of statements waits as drafts of the actor.

    Raises:
        NotFound: No such file, or the actor does not write public information.
        Forbidden: It was taken in, refused or thrown away already.
        DomainError: It does not fit any more what is there by now.
    """
    row = selectors.get_file(file_id, actor=actor, lock=True)
    _waits(row).require()
    done = load(_read(row), actor=actor)
    row.drafts = len(done.new) + len(done.drafts)
    row.numbers = len(done.numbers) + len(done.proposals)
    _close(row, FileState.TAKEN)
    audit.record(Event.CONTENT_FILE_TAKEN, actor=actor, target=row)
    return row


@transaction.atomic
def drop_file(file_id: UUID, *, actor: "Actor") -> ContentFile:
    """Throw a file away without taking it in.

    Raises:
        NotFound: No such file, or the actor does not write public information.
        Forbidden: It was taken in, refused or thrown away already.
    """
    row = selectors.get_file(file_id, actor=actor, lock=True)
    _waits(row).require()
    _close(row, FileState.DROPPED)
    audit.record(Event.CONTENT_FILE_DROPPED, actor=actor, target=row)
    return row


@transaction.atomic
def sweep_files() -> int:
    """Throw away files that nobody took in within a day, and forget old faults.

    Returns:
        How many files went.
    """
    now = clock.now()
    rows = ContentFile.objects.filter(state=FileState.WAITING, uploaded_at__lt=now - FILE_WAITS)
    gone = list(rows.select_for_update())
    for row in gone:
        _close(row, FileState.DROPPED)
        audit.record(Event.CONTENT_FILE_DROPPED, actor=None, target=row, detail="old")
    old = ContentFile.objects.filter(state=FileState.REFUSED, uploaded_at__lt=now - FAULTS_STAY)
    old.exclude(faults=[]).update(faults=[])
    return len(gone)


def _read(row: ContentFile) -> packs.Information:
    try:
        return files.from_yaml(row.text.encode(), name=row.name)
    except packs.PackError as error:
        raise DomainError(
            _("The file does not fit any more what is there by now. Bring it again.")
        ) from error


def _waits(row: ContentFile) -> Verdict:
    if row.state == FileState.WAITING:
        return ALLOWED
    return Verdict(_("This file does not wait any more: somebody took it in or threw it away."))


def _close(row: ContentFile, state: FileState) -> None:
    row.state, row.text = state, ""
    row.save()
