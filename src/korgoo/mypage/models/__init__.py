from korgoo.mypage.models.pages import AddressTries, Page, PageSession
from korgoo.mypage.models.talk import Appointment, DataRequest, Message, Opinion

__all__ = [
    "AddressTries",
    "Appointment",
    "DataRequest",
    "Message",
    "Opinion",
    "Page",
    "PageSession",
]
