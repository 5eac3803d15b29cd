"""Work that the clock asks for. Every job can run twice, or late, and nothing is lost or doubled.

The rows are the truth: a job only looks for rows whose time has come. So the worker's own memory
(a small file) may be deleted at any moment.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from huey import SqliteHuey, crontab

from korgoo.access import api as access
from korgoo.activities import api as activities
from korgoo.agencies import api as agencies
from korgoo.casework import api as casework
from korgoo.closing import api as closing
from korgoo.councils import api as councils
from korgoo.desk import api as desk
from korgoo.fieldforms import api as fieldforms
from korgoo.helpline import api as helpline
from korgoo.lib import clock
from korgoo.library import api as library
from korgoo.mypage import api as mypage
from korgoo.offers import api as offers
from korgoo.pairs import api as pairs
from korgoo.plan import api as plan
from korgoo.referral import api as referral
from korgoo.reminders import api as reminders
from korgoo.rights import api as rights
from korgoo.safe_return import api as safe_return

huey = SqliteHuey("korgoo", filename=str(settings.VAR / "worker.sqlite3"))


def mail_announcements() -> int:
    """Ask for the e-mails that say that something waits, for announcements of which nobody was told.

    Returns:
        How many announcements there were.
    """
    with transaction.atomic():
        waiting = library.unsent(clock.now())
        users = {user_id for one in waiting for user_id in one.user_ids}
        reminders.ask_to_mail(users, clock.now())
        library.mark_mailed([one.id for one in waiting])
    return len(waiting)


JOBS: dict[str, Callable[[], Any]] = {
    "return referrals that nobody answered": referral.expire_overdue,
    "close what consent no longer covers": casework.close_expired_consents,
    "end what was shared without consent": casework.end_run_out_sharing,
    "ask for a second person in emergencies": casework.raise_overdue_glass,
    "wake who must act in time": reminders.sweep,
    "ask for e-mails about announcements": mail_announcements,
    "say by e-mail that something waits": reminders.deliver,
    "erase what may no longer be kept": closing.sweep_retention,
    "close returns and packages that consent no longer covers": safe_return.close_what_ended,
    "throw away filled forms that nobody took": fieldforms.throw_away_old,
    "throw away old visits of persons' pages": mypage.throw_away_old,
    "throw away lists of agencies that nobody took": agencies.sweep,
    "throw away compositions that nobody took": councils.sweep,
    "throw away lists of activities that nobody took": activities.sweep,
    "erase conversations without a name that ended long ago": helpline.erase_old,
    "count reported offers by day, and erase old ones": offers.sweep,
    "erase words of callers and old contacts of the desk": desk.erase_old,
    "publish advice that was approved for today": rights.publish_due,
    "end rules whose last day is over": rights.expire_due,
    "throw away files of advice that nobody took in": rights.sweep_files,
    "open rounds of reports on the plan": plan.open_due_rounds,
    "throw away files of plans that nobody took": plan.sweep,
    "see who opens unusually many cases": access.sweep_alarms,
    "erase comparisons of closed cases and old asks": pairs.sweep,
    "throw away old forms and sessions": access.throw_away_old,
}


def sweep() -> dict[str, Any]:
    """Run every job once, and sign the end of the audit trail if today has no signature.

    Returns:
        What each job answered, by its name.
    """
    done = {name: job() for name, job in JOBS.items()}
    head = access.sign_head()
    return done | {"sign the audit trail": head.seq if head else None}


@huey.periodic_task(crontab(minute="*/5"))  # type: ignore[untyped-decorator]
def every_five_minutes() -> None:
    """Sweep."""
    sweep()
