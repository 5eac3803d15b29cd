import secrets
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.mypage import policies, seals, selectors
from korgoo.mypage.enums import Author
from korgoo.mypage.models import Appointment, Message, Page
from korgoo.mypage.services.opening import Tried, digits_of, prove
from korgoo.mypage.visits import Visit

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@transaction.atomic
def make_code(
    case_id: UUID, *, other: str = "", leaves_mark: bool = False, actor: "Actor"
) -> tuple[Page, str]:
    """Make a page of a case with its code; an earlier one opens nothing from now on.

    What was sealed to the page before is sealed to the new one, as far as it still counts.

    Args:
        case_id: An own case.
        other: Twelve digits that the person chose to open a harmless page; may be empty.
        leaves_mark: The person wishes that the use of the other code is seen here.
        actor: Who makes it.

    Returns:
        The page and its code, twelve digits. The code is kept nowhere.

    Raises:
        NotFound: Not an own case.
        Forbidden: The other code is none.
        DomainError: A colleague made one at the same moment.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    other = digits_of(other)
    policies.choose_other_code(other).require()
    _close(case_id)
    private, code = seals.new_private_key(), _new_code(besides=other)
    page = Page(
        case_id=case_id,
        public=private.public,
        locked=seals.lock_doors(private, code=code, other=other, leaves_mark=leaves_mark),
        issued_at=clock.now(),
        issued_by_id=actor.user_id,
        expires_at=clock.now() + policies.CODE_LIFE,
    )
    _save_new(page)
    _seal_again(page, actor)
    audit.record(Event.PAGE_CODE_MADE, actor=actor, target=page)
    return page, code


@transaction.atomic
def cancel_code(case_id: UUID, *, actor: "Actor") -> None:
    """Cancel the code of an own case: the page is closed, also to who looks at it now.

    Raises:
        NotFound: Not an own case, or there is no code.
    """
    casework.case_card(case_id, actor=actor, permission=Permission.PAGE_MANAGE)
    page = _close(case_id)
    if page is None:
        raise NotFound(_("There is no code to cancel."))
    audit.record(Event.PAGE_CODE_CANCELLED, actor=actor, target=page)


@transaction.atomic
def cancel_by_person(visit: Visit) -> None:
    """Close the page at the person's wish; only the owner of the case can make another one.

    Raises:
        NotFound: The visit leads nowhere.
    """
    page = _close(visit.case_id)
    audit.record(Event.PAGE_CODE_CANCELLED, actor=None, target=page or visit.page)


@transaction.atomic
def renew_by_person(visit: Visit, tried: Tried, code: str) -> str:
    """Give the page another code. The present one is asked for: an open page alone is not enough.

    Every other visit ends. The other code, if there is one, stays.

    Args:
        visit: The visit.
        tried: What ``count_try`` gave for this try.
        code: The present code as typed.

    Returns:
        The new code, twelve digits.

    Raises:
        NotFound: The code does not open this page, or the visit leads nowhere.
    """
    case_id = visit.case_id
    page, opened = prove(tried, code)
    held = Page.objects.select_for_update(of=("self",)).open_at(clock.now()).get(case_id=case_id)
    if not opened.leads or held.pk != page.pk or held.locked != page.locked:
        raise NotFound(_("The present code is not right. Nothing was changed."))
    new = _new_code()
    held.locked = seals.relock(held.locked, opened.private, code=new)
    held.wrong_codes, held.waits_until = 0, None
    held.save(update_fields=["locked", "wrong_codes", "waits_until"])
    held.sessions.exclude(pk=visit.session.pk).delete()
    audit.record(Event.PAGE_CODE_MADE, actor=None, target=held)
    return new


def _new_code(besides: str = "") -> str:
    while True:
        code = f"{secrets.randbelow(10**policies.CODE_DIGITS):0{policies.CODE_DIGITS}d}"
        if code != besides:
            return code


def _close(case_id: UUID) -> Page | None:
    rows = Page.objects.select_for_update(of=("self",)).filter(case_id=case_id)
    page = rows.filter(cancelled_at__isnull=True).first()
    if page:
        page.cancelled_at = clock.now()
        page.save(update_fields=["cancelled_at"])
        page.sessions.all().delete()
    return page


def _save_new(page: Page) -> None:
    try:
        with transaction.atomic():
            page.save(force_insert=True)
    except IntegrityError:
        raise DomainError(
            _("A colleague made a code for this case a moment ago. Look at the page again.")
        ) from None


def _seal_again(page: Page, actor: "Actor") -> None:
    """Let the person read on: answers and appointments are sealed to the new page."""
    answers = Message.objects.filter(page__case_id=page.case_id, author=Author.WORKER)
    appointments = selectors.list_appointments(page.case_id)
    rows: list[Message | Appointment] = [*answers[: selectors.MOST], *appointments]
    for row in rows:
        payload = seals.open_by_owner(
            row.to_owner, key_id=row.owner_key_id, record=row.pk, actor=actor
        )
        row.to_person = seals.to_person(page, payload, record=row.pk)
        if isinstance(row, Appointment):
            row.page = page
        row.save()
