from korgoo.reminders.models.limits import OrganisationClock
from korgoo.reminders.models.mails import Mail, MailChoice
from korgoo.reminders.models.reminders import Reminder, Turn

__all__ = ["Mail", "MailChoice", "OrganisationClock", "Reminder", "Turn"]
