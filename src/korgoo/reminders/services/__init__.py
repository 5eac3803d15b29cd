from korgoo.reminders.services.limits import run_step, start_clock, stop_clock
from korgoo.reminders.services.mailing import ask_to_mail, deliver
from korgoo.reminders.services.marking import choose_mail, mark_seen
from korgoo.reminders.services.sweeping import sweep

__all__ = [
    "ask_to_mail",
    "choose_mail",
    "deliver",
    "mark_seen",
    "run_step",
    "start_clock",
    "stop_clock",
    "sweep",
]
