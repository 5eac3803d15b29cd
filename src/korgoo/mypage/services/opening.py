from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event
from korgoo.lib import clock, codes
from korgoo.lib.errors import NotFound
from korgoo.mypage import policies, seals
from korgoo.mypage.enums import Said
from korgoo.mypage.models import AddressTries, Page, PageSession
from korgoo.mypage.selectors import SESSION
from korgoo.mypage.visits import Visit

ADDRESS = "tries of an address"


@dataclass(frozen=True, slots=True)
class Tried:
    """A try that was counted: the page to look at, and under what the address is counted."""

    page: Page | None
    address: str
    is_too_many: bool


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody came in: what the cookie holds, for nobody else to read."""

    cookie: str = field(repr=False)


def count_try(number: str, address: str) -> Tried:
    """Count a try before the code is looked at, so that many at once count too.

    Not atomic with ``open_page``: a wrong code must stay counted.

    Args:
        number: Number of the page as typed.
        address: Network address; only a hash of it, other in each hour, is kept.
    """
    with transaction.atomic():
        hashed = _count_address(address)
        tries = AddressTries.objects.get(pk=hashed).tries
        is_too_many = tries > policies.TRIES_OF_AN_ADDRESS
        # No code is compared any more: such a try must not keep the person out.
        page = None if is_too_many else _count_page(codes.parse(number) or "")
    return Tried(page, hashed, is_too_many)


def open_page(tried: Tried, code: str) -> Came:
    """Open a page, or the harmless one, with a code.

    The work is the same for a number that does not exist, a wrong code, a page that waits, was
    cancelled or ran out; and the same for both codes.

    Args:
        tried: What ``count_try`` gave for this try.
        code: As typed, twelve digits.

    Raises:
        NotFound: It was not opened. One answer for all reasons.
    """
    page, opened = prove(tried, code)
    return _come_in(page, opened, tried.address)


def prove(tried: Tried, code: str) -> tuple[Page, seals.Opened]:
    """Compare a code, with the same work for every reason to refuse it.

    Raises:
        NotFound: It opens nothing. One answer for all reasons.
    """
    nobodys = _nobodys_doors()
    if tried.is_too_many:
        raise _refused()
    try:
        opened = seals.open_doors(tried.page.locked if tried.page else nobodys, digits_of(code))
    except seals.CannotOpen:
        raise _refused() from None
    if tried.page is None:
        raise _refused()
    return tried.page, opened


def digits_of(text: str) -> str:
    """Read digits as a person typed them, with spaces or dashes between."""
    return "".join(c for c in text if c.isdigit() and c.isascii())


def _count_page(number: str) -> Page | None:
    """Count the try; the page is given only when a code may be compared."""
    now = clock.now()
    page = Page.objects.select_for_update(of=("self",)).filter(number=number).first()
    if page is None or not policies.look_at_code(page, now=now):
        return None
    page.wrong_codes += 1
    wait = policies.wait_after(page.wrong_codes)
    page.waits_until = now + wait if wait else None
    page.save(update_fields=["wrong_codes", "waits_until"])
    return page


def _count_address(address: str) -> str:
    hour = clock.now().replace(minute=0, second=0, microsecond=0)
    hashed = seals.digest(address, purpose=ADDRESS, about=hour.isoformat())
    AddressTries.objects.get_or_create(pk=hashed, defaults={"hour": hour})
    AddressTries.objects.filter(pk=hashed).update(tries=F("tries") + 1)
    return hashed


@transaction.atomic
def _come_in(page: Page, opened: seals.Opened, address: str) -> Came:
    """Begin a visit. Both codes write the same rows, but for the mark that the person wished."""
    now = clock.now()
    rows = Page.objects.select_for_update(of=("self",)).open_at(now).filter(pk=page.pk)
    held = rows.first()
    if held is None or held.locked != page.locked:
        raise _refused()
    held.wrong_codes, held.waits_until = 0, None
    held.other_code_at = now if opened.leaves_mark else held.other_code_at
    held.save(update_fields=["wrong_codes", "waits_until", "other_code_at"])
    AddressTries.objects.filter(pk=address, tries__gt=0).update(tries=F("tries") - 1)
    cookie, sealed = seals.for_visit(opened.private, held.pk)
    PageSession.objects.create(
        digest=seals.digest(cookie, purpose=SESSION),
        page=held,
        sealed=sealed,
        ends_at=now + policies.LONGEST_VISIT,
    )
    audit.record(Event.PAGE_OPENED, actor=None, target=held)
    return Came(cookie)


def remember(visit: Visit, said: Said) -> None:
    """Keep what the page says after a step, until the next one; a new code is shown no more."""
    PageSession.objects.filter(pk=visit.session.pk).update(said=said, fresh=b"")


def throw_away_old(now: datetime | None = None) -> int:
    """Throw away visits that are over and counts of addresses older than a day.

    Returns:
        How many rows went.
    """
    now = now or clock.now()
    visits, _by = PageSession.objects.filter(ends_at__lte=now).delete()
    tries, _by = AddressTries.objects.filter(hour__lt=now - timedelta(days=1)).delete()
    return visits + tries


@cache
def _nobodys_doors() -> str:
    return seals.nobodys_doors()


def _refused() -> NotFound:
    return NotFound(
        _(
            "This did not open. Check each digit. After several wrong tries the page waits: a"
            " minute, then longer, a day at most. Whoever gave you the code can make a new one."
        )
    )
