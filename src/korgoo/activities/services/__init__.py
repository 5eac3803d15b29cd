from korgoo.activities.services.activities import cancel, change, log
from korgoo.activities.services.lists import drop_list, examine, keep_list, sweep, take_list
from korgoo.activities.services.media import change_placement, record_placement, write_lesson
from korgoo.activities.services.photos import add_photo, approve_photo, remove_photo

__all__ = [
    "add_photo",
    "approve_photo",
    "cancel",
    "change",
    "change_placement",
    "drop_list",
    "examine",
    "keep_list",
    "log",
    "record_placement",
    "remove_photo",
    "sweep",
    "take_list",
    "write_lesson",
]
