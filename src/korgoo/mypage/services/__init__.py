from korgoo.mypage.services.codes import (
    cancel_by_person,
    cancel_code,
    make_code,
    renew_by_person,
)
from korgoo.mypage.services.opening import (
    Came,
    Tried,
    count_try,
    open_page,
    remember,
    throw_away_old,
)
from korgoo.mypage.services.talk import (
    answer,
    cancel_appointment,
    make_appointment,
    note_all,
    open_appointments,
    open_messages,
    write_message,
)
from korgoo.mypage.services.word import (
    ask_about_data,
    give_opinion,
    open_opinions,
    read_answers,
    read_appointments,
    say_helped,
    take_back,
)

__all__ = [
    "Came",
    "Tried",
    "answer",
    "ask_about_data",
    "cancel_appointment",
    "cancel_by_person",
    "cancel_code",
    "count_try",
    "give_opinion",
    "make_appointment",
    "make_code",
    "note_all",
    "open_appointments",
    "open_messages",
    "open_opinions",
    "open_page",
    "read_answers",
    "read_appointments",
    "remember",
    "renew_by_person",
    "say_helped",
    "take_back",
    "throw_away_old",
    "write_message",
]
