from datetime import datetime, timedelta

from korgoo.countrypack.schema.base import Data, Duration

# Shares of the whole time: who has an hour is warned a quarter of an hour before, not three days.
APPROACHING_SHARE, HEAD_SHARE, COORDINATOR_SHARE = 0.25, 0.25, 0.5


class ReminderTimes(Data):
    """When whom to wake: working values of the platform, which a country may change.

    Attributes:
        approaching: so long before the end the responsible person is woken, or in the last quarter
            of the time, whichever is shorter.
        head: so long after the end their head is woken, or after a quarter of the time more.
        coordinator: so long after the end the co-ordinator is woken, or after half the time more.
        sleeping: a case without a step by a person for so long is shown to its worker.
        sleeping_head: and for so long to the head.
        sleeping_coordinator: and for so long to the co-ordinator.
    """

    approaching: Duration = timedelta(days=3)
    head: Duration = timedelta(days=1)
    coordinator: Duration = timedelta(days=3)
    sleeping: Duration = timedelta(days=30)
    sleeping_head: Duration = timedelta(days=45)
    sleeping_coordinator: Duration = timedelta(days=60)

    def moments(
        self,
        due_at: datetime,
        started_at: datetime | None = None,
        *,
        approaching: timedelta | None = None,
    ) -> tuple[datetime, datetime, datetime, datetime]:
        """Say when to wake for one time limit: near its end, at its end, the head, the co-ordinator.

        Args:
            due_at: When the time is over (aware).
            started_at: When it began; without it the whole times count, not the shares.
            approaching: The clock's own time before the end, taken as it stands.
        """
        near = approaching if approaching is not None else self.approaching
        head, coordinator = self.head, self.coordinator
        if started_at is not None:
            whole = max(due_at - started_at, timedelta(0))
            head = min(head, whole * HEAD_SHARE)
            coordinator = min(coordinator, whole * COORDINATOR_SHARE)
            near = min(near, whole * APPROACHING_SHARE) if approaching is None else near
        return due_at - near, due_at, due_at + head, due_at + max(head, coordinator)
