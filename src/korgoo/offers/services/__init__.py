from korgoo.offers.services.keeping import count_days, erase_old
from korgoo.offers.services.reading import Opened, open_picture, open_report
from korgoo.offers.services.reporting import report
from korgoo.offers.services.settling import mark_seen, settle

__all__ = [
    "Opened",
    "count_days",
    "erase_old",
    "mark_seen",
    "open_picture",
    "open_report",
    "report",
    "settle",
]
