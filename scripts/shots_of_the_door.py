"""The pages of the public door and of those who stand behind it, for `make screenshots`."""

import re

from playwright.sync_api import Page

from scripts.shots import LANGUAGE, PLAIN, Shot, Walk, hrefs, press

# Of the demonstration: printed at its door.
WORDS = "булут арча жылдыз көпүрө алтын чынар бадам"
STEP = "work"  # the step of a journey whose page is shown
DOOR = f"/{LANGUAGE}"
SEND = "main form button[type=submit]"
SEARCHED = (("words", "паспортумду алып койду"),)
# A name as somebody types it, and the country: one for each kind of answer.
QUESTIONS = {
    "allowed": ("Мисал Жоб", "DE"),
    "suspended": ("улгу карьера", "TR"),
    "cancelled": ("Кызыл Чака", "AE"),
    "elsewhere": ("Сары Топчу", "TR"),
    "not-found": ("Жаңы Турмуш Интер", "KR"),
    "choose": ("үлгү", "TR"),
}
SIGNS = ("fee-before-contract", "tourist-visa-for-work", "messenger-only")
OFFER = (
    ("agency", "«Жомок Карьера» (ойдон чыгарылган)"),
    ("country", "TR"),
    ("fee", "45 000 сом, чек жок"),
    ("text", "Бүгүн төлөбөсөңүз, орун кетет дешет. (Ойдон чыгарылган.)"),
)
ASKED = (("danger", "no"), ("text", "Айлык бербей жатышат. (Ойдон чыгарылган.)"))
WRONG_LIST = """name_ky;country;permit_number;valid_from;decision;decision_day
Үлгү Карьера (ойдон чыгарылган);TR;001-TR;31.02.2026;берилди;
;XX;;01.03.2026;токтотулду;
Мисал Жоб (ойдон чыгарылган);DE;002-DE;01.01.2026;бир нерсе;05.01.2026
"""
RIGHT_LIST = """name_ky;country;permit_number;valid_from;valid_to
Кагаз Кеме (ойдон чыгарылган);DE;099-DE;01.01.2026;31.12.2026
"""


def of_the_door(walk: Walk, visitor: Page, editor: Page) -> None:
    """Plan the pages for everybody, and those of editors, readers of reports and the helpline."""
    _of_rights(walk, visitor)
    _of_agencies(walk, visitor)
    _of_offers(walk)
    _of_help(walk)
    _of_the_register(walk, editor)
    walk.add("coordinator", offers_reports="/offers/", offers_reported="first:/offers/")
    walk.add("editor", content="/content/", content_numbers="/content/numbers/")
    walk.add("editor", content_files="/content/files/", content_log="/content/log/")
    walk.add("editor", content_write="/content/write/", content_history="/content/history/")
    walk.add("editor", content_statement="first:/content/history/")


def _of_rights(walk: Walk, page: Page) -> None:
    place = f"{DOOR}/rights/russia/"
    walk.add(
        "", door_rights=f"{DOOR}/rights/", door_destination=place, door_alone=f"{DOOR}/alone/"
    )
    walk.add("", door_question=f"{place}q/passport-taken/", door_step=f"{place}s/{STEP}/")
    walk.add("", door_trouble=f"{DOOR}/rights/q/not-paid/", door_all=f"{place}all/")
    walk.add("", door_card=f"{place}card/", door_sms=f"{place}sms/")
    walk.add("", door_scam=f"{DOOR}/rights/scam-compounds/")
    page.goto(f"{walk.base}/ky/rights/russia/all/")
    item = hrefs(page, "main a[href*='/i/']")[0].replace("/ky/", f"{DOOR}/")
    walk.add("", door_statement=item)
    search = f"{DOOR}/rights/search/"
    nothing = (("words", "qqqq wwww"),)
    walk.shots += [
        Shot("door-search", PLAIN, search, SEND, fill=SEARCHED),
        Shot("door-search-nothing", PLAIN, search, SEND, fill=nothing),
    ]


def _of_agencies(walk: Walk, page: Page) -> None:
    check = f"{DOOR}/agencies/"
    listed = f"{check}list/"
    walk.add("", agency_check=check, agency_list=listed, agency_watched=f"{check}watched/")
    page.goto(f"{walk.base}/ky/agencies/list/")
    country = hrefs(page, "main a[href*='/list/']")[0]
    page.goto(walk.base + country)
    one = hrefs(page, "main a[href*='/a/']")[0]
    walk.add("", agency_country=country.replace("/ky/", f"{DOOR}/"))
    walk.add("", agency_page=one.replace("/ky/", f"{DOOR}/"))
    for kind, (name, code) in QUESTIONS.items():
        asked = (("name", name), ("country", code))
        walk.shots.append(Shot(f"agency-{kind}", PLAIN, check, SEND, fill=asked))
    walk.shots.append(Shot("agency-errors", PLAIN, check, SEND, 422))


def _of_offers(walk: Walk) -> None:
    check, report = f"{DOOR}/offers/", f"{DOOR}/offers/report/"
    signs = tuple((f"sign-{key}", "yes") for key in SIGNS)
    walk.add("", offer_check=check, offer_report=report)
    walk.shots += [
        Shot("offer-result", PLAIN, check, SEND, fill=(("country", "TR"), *signs)),
        Shot("offer-nothing-said", PLAIN, check, SEND),
        Shot("offer-report-look", PLAIN, report, SEND, fill=OFFER),
        Shot("offer-report-nothing", PLAIN, report, SEND),
    ]


def _of_help(walk: Walk) -> None:
    start = f"{DOOR}/ask/"
    walk.add("", ask_start=start, ask_write=f"{start}write/", ask_read=f"{start}read/")
    words = (("words", WORDS),)
    walk.shots += [
        Shot("ask-write-errors", PLAIN, f"{start}write/", SEND, 422),
        Shot("ask-write-quick", PLAIN, f"{start}write/", SEND, 422, fill=ASKED),
        Shot("ask-read-errors", PLAIN, f"{start}read/", SEND, 422),
        Shot("ask-conversation", PLAIN, f"{start}read/", SEND, fill=words),
    ]
    walk.add("line", desk="/desk/", messages="/messages/", message_conversation="first:/messages/")
    for page in ("open", "hand-over", "pass-on", "refuse"):
        walk.shots.append(Shot(f"message-{page}", "line", f"first:/messages/:{page}/"))


def _of_the_register(walk: Walk, page: Page) -> None:
    walk.add("editor", register="/register/", register_agency="first:/register/")
    walk.add("editor", register_add="/register/new/", register_bring="/register/lists/")
    walk.add("editor", register_preview=_brought(walk, page, RIGHT_LIST))
    walk.add("editor", register_preview_errors=_brought(walk, page, WRONG_LIST))
    page.goto(f"{walk.base}/register/")
    page.goto(walk.base + hrefs(page, "main a[href^='/register/a/']")[0])
    decide = hrefs(page, "main a[href$='/decision/']")[0]
    walk.add("editor", register_decide=decide)
    walk.shots.append(Shot("register-decide-errors", "editor", decide, SEND, 422))


def _brought(walk: Walk, page: Page, text: str) -> str:
    """Bring a list of agencies; gives the address of what it would change."""
    page.goto(f"{walk.base}/register/lists/")
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.set_input_files("[name=file]", file)  # type: ignore[arg-type]
    for part, number in (("day", "1"), ("month", "3"), ("year", "2026")):
        _choose_or_type(page, f"list_day_{part}", number)
    page.fill("[name=document]", "Үлгү тизме (ойдон чыгарылган)")
    found = press(page, "main form button[type=submit]")
    if not re.search(r"/lists/[0-9a-f-]{36}/$", found):
        raise RuntimeError(f"{found}: the list was not taken to be looked at")
    return found


def _choose_or_type(page: Page, name: str, value: str) -> None:
    place = page.locator(f"[name={name}]")
    is_choice = place.evaluate("one => one.tagName") == "SELECT"
    place.select_option(value) if is_choice else place.fill(value)
