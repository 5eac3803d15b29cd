"""Take pictures of the pages, with invented people: `make screenshots`.

    python -m scripts.screenshots [--language ky] [--width 360] [--only NAME] [--part door]
                                  [--keep-readme]

Starts the demonstration on a free port with its data in a temporary folder, walks through it, and
writes screenshots/<language>-<width>/<page>.png. Unless told otherwise it also makes anew the
picture of the README, docs/images/home.png. Exit code 1 when a page answers with an error that is
not awaited.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts import browser
from scripts.shots import FIRST, LANGUAGE, PLAIN, Shot, Walk, fill_in, hrefs, press
from scripts.shots_of_the_door import of_the_door

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "screenshots"
README_PICTURE = ROOT / "docs" / "images" / "home.png"
README_SIZE = {"width": 1120, "height": 860}
README_BYTES = 200_000
LANGUAGES, WIDTHS = ("ky", "ru", "en"), (360, 1280)
HEIGHT = 800
PAPERS = (".pdf", "/print/")
START_SECONDS = 60
KORGOO = [sys.executable, "-m", "korgoo.cli"]


@contextmanager
def demonstration() -> Iterator[str]:
    """Serve the demonstration from an empty folder as long as the block lasts; gives its address."""
    with tempfile.TemporaryDirectory(prefix="korgoo-shots-") as folder:
        around = {
            **os.environ,
            "KORGOO_VAR": folder,
            "KORGOO_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "korgoo.settings.local",
        }
        around.pop("DATABASE_URL", None)
        _prepare(around)
        port = _free_port()
        command = [*KORGOO, "serve", "--demo", "--port", str(port)]
        server = subprocess.Popen(command, env=around, stdout=subprocess.DEVNULL)
        try:
            _wait(server, f"http://localhost:{port}/")
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _prepare(around: dict[str, str]) -> None:
    manage = [sys.executable, str(ROOT / "manage.py"), "collectstatic", "--noinput"]
    steps = [
        [*KORGOO, "messages", "compile"],
        [*manage, "--verbosity", "0"],
        *([*KORGOO, *words.split()] for words in ("migrate", "demo load", "sweep")),
    ]
    for step in steps:
        subprocess.run(step, env=around, check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own server
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the demonstration did not start")


def come_in(chromium: Browser, base: str, who: str) -> Page:
    """Open a browser as somebody of the demonstration, or as a visitor."""
    page = chromium.new_context(
        locale="ky-KG",
        timezone_id="Asia/Bishkek",
        reduced_motion="reduce",
        java_script_enabled=who != PLAIN,
    ).new_page()
    if who and who != PLAIN:
        page.goto(f"{base}/demo/")
        page.locator(f"form[action='/demo/{who}/'] button").click()
        page.wait_for_url("**/home/")
    return page


def plan(page: Page, base: str) -> Walk:
    """Find the addresses of all pages in the demo data, as the inspector; write what is missing."""
    walk = Walk(base)
    page.goto(f"{base}/home/")
    returned = hrefs(page, "main tbody a[href^='/referrals/']")[0]
    page.goto(base + returned)
    case = hrefs(page, ".korgoo-identity a[href^='/cases/']")[0]
    walk.add("", start="/", demo_door="/demo/", sign_in="/account/login/")
    walk.add("", enrol="/account/enrol/", help_came="/referrals/help-came/")
    walk.add("", thanks="/referrals/help-came/yes/", not_helped="/referrals/help-came/no/")
    _of_the_inspector(walk, page, case, returned)
    _of_the_laws(walk)
    _of_the_guideline(walk)
    _of_the_others(walk)
    _of_the_end(walk)
    walk.shots += [
        Shot("help-came-errors", "", "/referrals/help-came/", "main form button", 422),
        Shot("open-errors", "inspector", "/cases/new/", "main form button", 422),
        Shot("not-found", "inspector", "/nowhere/", status=404),
    ]
    return walk


def _of_the_inspector(walk: Walk, page: Page, case: str, returned: str) -> None:
    walk.add(
        "inspector",
        home_inspector="/home/",
        cases="/cases/",
        cases_names="/cases/?names=1",
        cases_chosen="/cases/?age=child&danger=yes",
        open="/cases/new/",
        help_now=f"{case}help/",
        screen=f"{case}screen/",
    )
    card = _start_card(page, walk.base, case)
    walk.add("inspector", **{f"card_{n}": f"{card}{n}/" for n in range(1, 5)})
    page.goto(walk.base + case)
    read = next(x for x in hrefs(page, "main a[href^='/cards/']") if x.endswith("/reading/"))
    walk.add("inspector", opinion=f"{card}opinion/", reading=read, case=case)
    walk.add("inspector", reading_print=read.replace("reading/", "print/"))
    walk.add("inspector", reading_again=read.replace("reading/", "again/?day=2026-01-15"))
    walk.add("inspector", pocket="/cards/pocket/border-pocket/")
    _of_other_cards(walk, page, case)
    walk.add("inspector", details=f"{case}details/", story=f"{case}part/story/")
    walk.add("inspector", note=f"{case}note/", status=f"{case}status/")
    walk.add("inspector", consents=f"{case}consent/")
    new = case.replace("/cases/", "/referrals/new/")
    page.goto(f"{walk.base}{case}consent/")
    withdraw = hrefs(page, "main a[href$='/withdraw/']")[0]
    receiver = withdraw.split("/")[-3]
    walk.add("inspector", consent=withdraw.removesuffix("withdraw/"), withdraw=withdraw)
    walk.add("inspector", share=f"{case}sharing/", conflicts=f"{case}conflicts/")
    walk.add("inspector", passage=f"{case}part/crime/write/")
    walk.add("inspector", choose=new, choose_who=f"{new}?kind=shelter")
    check = _write(page, walk.base, f"{new}legal/{receiver}/")
    walk.add("inspector", write=f"{new}legal/{receiver}/", check=check)
    _write(page, walk.base, f"{new}medical/{receiver}/")
    sent = press(page, "main form[action$='/send/'] button")
    walk.add("inspector", sent=sent, letter=sent.replace("done/", "letter.pdf"))
    walk.add("inspector", referral_returned=returned, sent_list="/referrals/sent/")
    walk.add("inspector", account="/account/", unlock="/account/unlock/", keys="/keys/")


def _of_other_cards(walk: Walk, page: Page, case: str) -> None:
    """The consul's card by telephone and the intake in two steps, with some answers given."""
    consul = _start_card(page, walk.base, case, "consul-phone")
    walk.add("inspector", consul_1=f"{consul}1/")
    page.goto(f"{walk.base}{consul}1/")
    press(page, "main form[action$='/1/'] button")
    walk.add("inspector", consul_2=f"{consul}2/", consul_3=f"{consul}3/")
    intake = _start_card(page, walk.base, case, "ngo-intake")
    walk.add("inspector", intake_1=f"{intake}1/", intake_2=f"{intake}2/")


def _of_the_laws(walk: Walk) -> None:
    law, article = "/laws/law-55-2005/", "/laws/law-55-2005/21-4/"
    walk.add("", laws="/laws/", law=law, law_day=f"{law}?on=2010-06-01")
    walk.add("", article=article, offences="/laws/offences/", law_bad_day=f"{law}?on=soon")
    walk.add("editor", packages="/laws/packages/", package="first:/laws/packages/")
    walk.add("editor", package_new="/laws/packages/new/")


def _of_the_workshop(walk: Walk, page: Page) -> None:
    """The draft of the demonstration, as its editor sees it."""
    page.goto(f"{walk.base}/guidelines/")
    draft = hrefs(page, "main a[href^='/guidelines/drafts/']")
    one = next(path for path in draft if "start" not in path)
    edition = hrefs(page, "main a[href^='/guidelines/editions/']")[0]
    sign = f"{one}lists/ilo-labour/signs/D4.04/"
    walk.add("editor", guidelines="/guidelines/", edition=edition, draft=one)
    walk.add("editor", draft_past=f"{one}past/", draft_history=f"{one}history/")
    walk.add("editor", draft_contents=f"{one}contents/", draft_bring=f"{one}bring/")
    walk.add("editor", draft_list=f"{one}lists/ilo-labour/", draft_sign=sign)
    walk.add(
        "editor", draft_view=f"{one}questions/ngo-intake/", draft_start="/guidelines/drafts/start/"
    )
    walk.add("editor", draft_question=f"{one}questions/labour-inspector/asked/pay/")


def _of_the_case(walk: Walk, page: Page, case: str) -> None:
    """The quieter pages of one case: time limits, papers, what was told, sharing, emergencies."""
    page.goto(f"{walk.base}{case}")
    limit = hrefs(page, f"main a[href^='{case}clock/']")[0]
    walk.add("consul", clock=limit, clock_pause=f"{limit}pause/", clock_extend=f"{limit}extend/")
    walk.add("consul", clock_end=f"{limit}end/", told=f"{case}told/", statuses="/cases/statuses/")
    walk.add("consul", paper_add=f"{case}papers/add/", papers=_keep_paper(page, walk.base, case))
    walk.add("consul", emergency=f"{case}emergency/", sharing=_share(page, walk.base, case))
    walk.add("consul", notes_make=case.replace("/cases/", "/decisions/notes/new/"))
    claims = case.replace("/cases/", "/decisions/claims/")
    walk.add("consul", claims=claims, claim_new=f"{claims}new/")
    page.goto(f"{walk.base}{claims}")
    decided = hrefs(page, "main a[href$='/decided/']")[0]
    walk.add("consul", claim_decided=decided, claim_paid=decided.replace("/decided/", "/paid/"))
    page.goto(f"{walk.base}{case}")
    walk.add("consul", note_give=hrefs(page, "main a[href$='/give/']")[0], case_decided=case)
    walk.add("consul", return_start=case.replace("/cases/", "/return/new/"))
    walk.shots.append(
        Shot("paper-errors", "consul", f"{case}papers/add/", "main form button", 422)
    )
    walk.shots.append(Shot("share-errors", "consul", f"{case}sharing/", "main form button", 422))


def _keep_paper(page: Page, base: str, case: str) -> str:
    page.goto(f"{base}{case}papers/add/")
    paper = {"name": "paper.png", "mimeType": "image/png", "buffer": page.screenshot()}
    page.set_input_files("[name=file]", paper)  # type: ignore[arg-type]
    page.locator("[name=kind]").first.check()
    page.locator("[name=part]").first.check()
    return press(page, "main form[action$='/add/'] button")


def _share(page: Page, base: str, case: str) -> str:
    page.goto(f"{base}{case}sharing/")
    page.locator("[name=ground]").first.check()
    page.locator("[name=recipient]").select_option(index=1)
    page.locator("[name=parts]").first.check()
    page.fill("[name=reason]", "Өмүргө коркунуч бар. (Ойдон чыгарылган.)")
    return press(page, "main form[action$='/sharing/'] button")


def _of_the_decision(walk: Walk, page: Page) -> str:
    """The two decisions of the body, one in the making; gives the case of the one that was made."""
    page.goto(f"{walk.base}/decisions/")
    made = ""
    for one in hrefs(page, "main tbody th a"):
        page.goto(f"{walk.base}{one}")
        if change := page.locator("main a[href$='/revise/']").all():
            dissent = hrefs(page, "main a[href$='/dissent/']")[0]
            walk.add("decider", decision_open=one, decision_dissent=dissent)
            walk.add("decider", decision_revise=change[0].get_attribute("href") or "")
            walk.add("decider2", decision_chair=one)
        else:
            made = hrefs(page, "main a[href^='/cases/']")[0]
            walk.add("decider", decision=one, decision_reasons=f"{one}reasons/")
            walk.add("decider", decision_anew=made.replace("/cases/", "/decisions/new/"))
            walk.add("decider", decision_paper=f"{one}decision.pdf")
    walk.add("decider", decisions="/decisions/", home_decider="/home/")
    walk.add("security", notes="/decisions/notes/", note_given="first:/decisions/notes/")
    return made


def _of_the_programme(walk: Walk, page: Page) -> None:
    """The help for the girl of the demonstration, as its owner, a provider and the centre see it."""
    page.goto(f"{walk.base}/help/")
    one = hrefs(page, "main tbody a[href^='/help/']")[0]
    page.goto(walk.base + one)
    item = hrefs(page, f"main a[href^='{one}items/']:not([href$='new/'])")[0]
    assessed = hrefs(page, f"main a[href^='{one}assessed/']")[0]
    walk.add("consul", programme=one, programme_waiting="/help/", programme_item=item)
    walk.add("consul", programme_assess=f"{one}assess/", programme_assessed=assessed)
    walk.add("consul", programme_plan=f"{one}items/new/", programme_move=f"{item}move/")
    walk.add("consul", programme_conference=f"{one}conference/", programme_words=f"{one}words/")
    walk.add("consul", programme_guardian=f"{one}guardian/", programme_paper=f"{one}programme.pdf")
    walk.add("consul", programme_case=one.replace("/help/", "/cases/"))
    walk.add("consul", programme_change=f"{item}change/", programme_given=f"{item}given/")
    walk.add("consul", programme_review=f"{one}review/", programme_best=f"{one}best-interest/")
    walk.add("osh", programme_provider=one, programme_waiting_provider="/help/")
    walk.add("coordinator", programme_centre=one, programme_waiting_centre="/help/")
    walk.shots.append(Shot("programme-errors", "consul", f"{one}assess/", "main form button", 422))


def _of_the_return(walk: Walk, page: Page) -> None:
    """A way home and a package, as the owner of the case sees them."""
    page.goto(f"{walk.base}/return/")
    home = hrefs(page, FIRST)[0]
    pages = ("wish", "journey", "risk", "stops", "reception", "places", "move/arrive", "move/stop")
    walk.add("shelter", return_list="/return/", return_plan=home)
    walk.add("shelter", **{f"return_{n.replace('/', '_')}": f"{home}{n}/" for n in pages})
    walk.add("shelter", return_card=f"{home}card.pdf", return_receipt=f"{home}receipt.pdf")
    page.goto(f"{walk.base}{home}")
    case = hrefs(page, ".korgoo-identity a[href^='/cases/']")[0]
    page.goto(f"{walk.base}{case}")
    package = next(p for p in hrefs(page, "#return a") if "/packages/" in p and "new" not in p)
    new = case.replace("/cases/", "/return/packages/new/")
    walk.add("shelter", return_case=case, return_package=package, return_choose=new)
    page.goto(f"{walk.base}{new}")
    walk.add("shelter", return_make=hrefs(page, ".korgoo-card a")[0])
    walk.add(
        "shelter", return_partners="/return/partners/", return_partner="first:/return/partners/"
    )
    walk.add("shelter", return_partner_add="/return/partners/add/")
    page.goto(f"{walk.base}/return/partners/")
    partner = hrefs(page, "main a[href^='/return/partners/']:not([href$='add/'])")[0]
    walk.add("shelter", return_key_add=f"{partner}key/")
    walk.add("osh", return_receiver=home)
    walk.shots.append(Shot("return-errors", "shelter", f"{home}risk/", "main form button", 422))


def _of_the_guideline(walk: Walk) -> None:
    walk.add("editor", home_editor="/home/", consultations="/consultations/")
    walk.add("editor", consultation="first:/consultations/", notices="/consultations/notices/")
    walk.add("shelter", consultation_member="first:/consultations/")
    walk.add("inspector", forms="/forms/", forms_import="/forms/import/")


def _of_the_others(walk: Walk) -> None:
    for who in ("coordinator", "shelter", "consul", "clinic", "line", "administrator"):
        walk.add(who, **{f"home_{who}": "/home/"})
    walk.add("shelter", inbox="/referrals/inbox/", referral_receiver="first:/referrals/inbox/")
    walk.add("inspector", directory="/services/", directory_of="first:/services/")
    walk.add("shelter", directory_own="/services/own/", directory_new="/services/own/new/")
    walk.add("coordinator", directory_gaps="/services/missing/")
    walk.add("shelter", time_limits="/reminders/", mail="/reminders/mail/")
    walk.add("consul", referral_sender="first:/home/")
    walk.add("coordinator", watch="/referrals/watch/", watch_cases="/cases/watch/")
    walk.add("coordinator", referral_centre="first:/referrals/watch/")
    walk.add("coordinator", case_centre="first:/cases/watch/")
    walk.add("line", empty="/referrals/sent/")
    walk.add("administrator", members="/members/", member="first:/members/")
    walk.add("administrator", member_add="/members/add/", change_of_word="/account/password/")
    walk.add("coordinator", board="/board/", key_requests="/keys/")
    walk.add(
        "coordinator", matching_quality="/matching/quality/", matching_persons="/matching/persons/"
    )
    walk.add("", board_public="/board/")
    walk.add("officer-dp", home_data_protection="/home/", audit="/audit/", heads="/audit/heads/")
    walk.add("officer-dp", exceptions="/cases/exceptions/")


def _of_the_person(walk: Walk, worker: Page, person: Page) -> None:
    """The own page of a person of the demonstration: a new code is made, and used."""
    worker.goto(f"{walk.base}/my/waiting/")
    inside = hrefs(worker, "main tbody th a")[0].removesuffix("messages/")
    worker.goto(f"{walk.base}{inside}code/")
    press(worker, "main form[action$='/code/'] button")
    number, code = worker.locator("main p .korgoo-code--large").all_inner_texts()
    case = inside.removeprefix("/my")
    walk.add("shelter", my_case=case, my_code=f"{inside}code/", my_made=f"{inside}code/made/")
    walk.add("shelter", my_messages=f"{inside}messages/", my_card=f"{inside}code/card.pdf")
    walk.add("shelter", my_appointments=f"{inside}appointments/", my_waiting="/my/waiting/")
    person.goto(f"{walk.base}/my/")
    person.fill("[name=number]", number)
    person.fill("[name=code]", code)
    press(person, "main form button")
    walk.add("", my_door="/my/", my_page="/my/page/", my_write="/my/message/")
    walk.add("", my_opinion="/my/opinion/", my_data="/my/data/", my_own_code="/my/code/")
    walk.shots.append(Shot("my-door-errors", "", "/my/", "main form button", 422))


def _of_the_end(walk: Walk) -> None:
    """How work ends, as the shelter, its head and its administrator see it."""
    walk.add("head", home_head="/home/", leavers="/closing/handover/", kept="/closing/kept/")
    walk.add("administrator", hand_over="first:/closing/handover/")
    walk.add("shelter", handed_over="/closing/handed-over/", after_closing="/closing/")
    walk.add("shelter", requests="/closing/requests/", request="first:/closing/requests/")
    walk.add("shelter", case_handed="first:/closing/handed-over/", case_closed="first:/closing/")


def _of_closing(walk: Walk, page: Page, head: Page) -> None:
    """One open and one closed case of the shelter, what its head holds, how its places changed."""
    head.goto(f"{walk.base}/closing/kept/")
    walk.add("head", hold=hrefs(head, "main a[href$='/hold/']")[0])
    page.goto(f"{walk.base}/closing/handed-over/")
    live = hrefs(page, FIRST)[0].replace("/cases/", "/closing/cases/")
    page.goto(f"{walk.base}/closing/")
    ended = hrefs(page, FIRST)[0].replace("/cases/", "/closing/cases/")
    asked = hrefs(page, "main a[href^='/closing/follow-ups/']")[0]
    walk.add("shelter", close=f"{live}close/", assign=f"{live}responsible/", follow_up=asked)
    walk.add("shelter", take_request=f"{live}request/", reopen=f"{ended}reopen/")
    walk.shots.append(Shot("close-errors", "shelter", f"{live}close/", "main form button", 422))
    page.goto(f"{walk.base}/services/own/")
    service = hrefs(page, "main a[href$='/history/']")[0].removesuffix("history/")
    walk.add("shelter", directory_edit=service, directory_history=f"{service}history/")
    walk.add("shelter", directory_where=f"{service}where/")


def _start_card(page: Page, base: str, case: str, view: str = "labour-inspector") -> str:
    page.goto(f"{base}{case}screen/")
    page.check("[name=talk][value=alone]")
    page.check(f"[name=view][value={view}]")
    return press(page, "main form[action$='/screen/'] button").removesuffix("1/")


def _write(page: Page, base: str, path: str) -> str:
    page.goto(base + path)
    page.check("[name=urgency][value=day]")
    return press(page, f"main form[action='{path}'] button")


def take(page: Page, base: str, shot: Shot, to: Path) -> bool:
    """Take one picture; False when the page answers otherwise than awaited."""
    if shot.path.endswith(PAPERS):
        return _paper(page, base + shot.path, to, shot.name)
    path = shot.path.replace(LANGUAGE, to.name.partition("-")[0])
    if path.startswith("first:"):
        _start, listed, beneath = f"{path}:".split(":")[:3]
        page.goto(base + listed)
        path = hrefs(page, FIRST)[0] + beneath
    answer = page.goto(base + path)
    fill_in(page, shot.fill)
    if shot.press:
        with page.expect_response(lambda r: r.request.method == "POST") as awaited:
            press(page, shot.press)
        answer = awaited.value
    page.screenshot(path=to / f"{shot.name}.png", full_page=True)
    return answer is not None and answer.status == shot.status


def _paper(page: Page, address: str, to: Path, name: str) -> bool:
    """Draw a paper as a picture where poppler is there to do it."""
    answer = page.request.get(address)
    paper = to / f"{name}.pdf"
    paper.write_bytes(answer.body())
    if draw := shutil.which("pdftoppm"):
        subprocess.run([draw, "-png", "-r", "80", paper, to / name], check=True)
    return answer.ok


def picture_of_readme(page: Page, base: str) -> None:
    """Draw the home page of the co-ordinator in Kyrgyz.

    Raises:
        RuntimeError: The file is larger than a README should carry.
    """
    _in_language(page, base, "ky")
    page.set_viewport_size(README_SIZE)  # type: ignore[arg-type]
    page.goto(f"{base}/home/")
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=README_PICTURE)
    if README_PICTURE.stat().st_size > README_BYTES:
        raise RuntimeError(f"{README_PICTURE.name} is larger than {README_BYTES} bytes")


def _in_language(page: Page, base: str, language: str) -> None:
    page.context.add_cookies([{"name": "language", "value": language, "url": base}])


def _plan_all(chromium: Browser, base: str, pages: dict[str, Page], part: str) -> Walk:
    """Plan the pictures of one part of the platform, or of all of it."""
    pages |= {who: come_in(chromium, base, who) for who in ("", "editor")}
    walk = Walk(base)
    if part in {"door", "all"}:
        of_the_door(walk, pages[""], pages["editor"])
    if part in {"work", "all"}:
        walk.shots += _plan_work(chromium, base, pages).shots
    return walk


def _plan_work(chromium: Browser, base: str, pages: dict[str, Page]) -> Walk:
    names = ("inspector", "shelter", "head", "consul", "decider")
    pages |= {who: come_in(chromium, base, who) for who in names}
    walk = plan(pages["inspector"], base)
    _of_the_workshop(walk, pages["editor"])
    _of_the_person(walk, pages["shelter"], pages[""])
    _of_closing(walk, pages["shelter"], pages["head"])
    _of_the_case(walk, pages["consul"], _of_the_decision(walk, pages["decider"]))
    _of_the_programme(walk, pages["consul"])
    _of_the_return(walk, pages["shelter"])
    return walk


def walk_through(chromium: Browser, base: str, asked: argparse.Namespace) -> list[str]:
    """Take every picture that was asked for; gives those whose page failed."""
    pages: dict[str, Page] = {}
    walk = _plan_all(chromium, base, pages, asked.part)
    shots = [shot for shot in walk.shots if not asked.only or asked.only in shot.name]
    failed = []
    for shot in shots:
        if shot.who not in pages:
            pages[shot.who] = come_in(chromium, base, shot.who)
        page = pages[shot.who]
        for language, width in ((a, b) for a in asked.language for b in asked.width):
            folder = FOLDER / f"{language}-{width}"
            folder.mkdir(parents=True, exist_ok=True)
            _in_language(page, base, language)
            page.set_viewport_size({"width": width, "height": HEIGHT})
            if not take(page, base, shot, folder):
                failed.append(f"{language} {width} {shot.name}")
    if not asked.keep_readme:
        picture_of_readme(come_in(chromium, base, "coordinator"), base)
    print(f"screenshots: {len(shots) * len(asked.language) * len(asked.width)} in {FOLDER.name}/")
    return failed


def main() -> int:
    """Do what the head of this file says."""
    parser = argparse.ArgumentParser(prog="screenshots")
    parser.add_argument("--language", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--width", nargs="+", type=int, default=WIDTHS)
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    parser.add_argument("--part", choices=("door", "work", "all"), default="all")
    parser.add_argument("--keep-readme", action="store_true", help="leave docs/images alone")
    asked = parser.parse_args()
    path = browser.find()
    if path is None:
        print(browser.MISSING, file=sys.stderr)
        return 1
    with demonstration() as base, sync_playwright() as machine:
        # Chromium's sandbox refuses to start as root, and in most containers.
        chromium = machine.chromium.launch(executable_path=path, args=["--no-sandbox"])
        failed = walk_through(chromium, base, asked)
    for one in failed:
        print(f"screenshots: failed: {one}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
