"""The steps of the journey, each as a member takes it on the pages."""

import re
import time
from dataclasses import dataclass

from korgoo.demo.cards import BUILDING_SITE, TOLD
from tests.browser.cast import code_of

__all__ = ["BUILDING_SITE", "TOLD"]

SCOPES = (
    "referral",
    "identity",
    "contact",
    "story",
    "crime",
    "health",
    "therapy",
    "whereabouts",
    "documents",
)


@dataclass(frozen=True)
class Sent:
    """What the sender holds after sending: the number and the person's own code."""

    referral: str
    number: str
    code: str


def sign_in(walker, member, language):
    """Come in by the front door, in a language, with password and telephone."""
    walker.go("/account/login/")
    walker.follow(f"button[name=language][value={language}]")
    walker.passed.pop()  # the same page once more, in another language
    walker.fill(login=member.user.email, password=member.password)
    walker.send("/account/login/")
    walker.fill(code=code_of(member))
    walker.send("/account/second-factor/code/")
    assert walker.path == "/home/"


def open_contact(walker, **answers):
    """Open a case with the four answers; gives the path of the case."""
    walker.follow("main a[href='/cases/new/']")
    walker.choose(**{"danger": "yes", "matter": "trafficking", "channel": "phone", **answers})
    walker.select(language="ky")
    walker.send("/cases/new/")
    assert walker.path.endswith("/help/")
    return walker.path.removesuffix("help/")


def start_card(walker, case, view, **more):
    """Start a card from the page of the case."""
    walker.follow(f"main a[href='{case}screen/']")
    walker.choose(talk="alone", view=view, **more)
    walker.send("/screen/")


def fill_card(walker, case, answers, opinion, view="labour-inspector", **more):
    """Start a card, answer it page by page, say what one thinks."""
    start_card(walker, case, view, **more)
    asked = []
    while "opinion" not in walker.path:
        asked += answer_page(walker, answers)
        walker.send(walker.path)
    assert sorted(asked) == sorted(answers)
    walker.choose(opinion=opinion)
    walker.send("/opinion/")
    assert walker.path.endswith("/reading/")


def answer_page(walker, answers):
    """Answer the questions that this page of a card asks; tell which they were."""
    asked = [key for key in answers if walker.has(f"[name='q-{key}']")]
    walker.choose(**{f"q-{key}": answers[key] for key in asked})
    return asked


def decide(walker, decision, reason, ground="reading"):
    """Decide on the page of the reading."""
    walker.choose(decision=decision, ground=ground)
    walker.fill(reason=reason)
    walker.send("/")


def tell_details(walker, case, **fields):
    """Write down who the person is and how to reach them."""
    walker.follow(f"main a[href='{case}details/']")
    walker.fill(**fields)
    walker.send("/details/")


def ask(walker, case, kind, receiver, *, scopes, needs=(), urgency="now"):
    """Choose help and organisation, ask the person, write, check and send."""
    reach_consent(walker, case, kind, receiver)
    consent(walker, scopes)
    write(walker, needs=needs, urgency=urgency)
    return check_and_send(walker)


def reach_consent(walker, case, kind, receiver):
    """Choose a kind of help and an organisation."""
    uuid = case.strip("/").rsplit("/", 1)[1]
    walker.follow(f"main a[href='/referrals/new/{uuid}/']")
    walker.follow(f"main a[href$='kind={kind}']")
    walker.follow(f"main a[href$='/{kind}/{receiver.organisation.pk}/']")
    assert "/consent/" in walker.path


def consent(walker, scopes):
    """Tell the person everything, and write down what is agreed to."""
    asked = [s for s in SCOPES if walker.has(f"main [name='scope_{s}']")]
    given = {f"scope_{s}": "yes" if s in scopes else "no" for s in asked}
    walker.choose(told=TOLD, lasts="90", proof="witness", **given)
    walker.send(walker.path)


def write(walker, *, needs=(), urgency="now", cautions=()):
    """Say what is asked."""
    walker.choose(urgency=urgency, needs=needs, cautions=cautions)
    walker.send(walker.path)
    assert walker.path.endswith("/check/")


def check_and_send(walker):
    """Look at what goes, send it, and take number and code from the page after it."""
    walker.send("/send/")
    assert walker.path.endswith("/done/")
    number, code = walker.page.locator("main .korgoo-code--large").all_inner_texts()
    return Sent(walker.path.removesuffix("done/"), _digits(number), _digits(code))


def take(walker, referral, *deeds):
    """Take steps on a referral, one after the other, on its page."""
    if walker.path != referral:
        walker.go(referral)
    for deed in deeds:
        walker.send(f"{referral}{deed}/")
        assert walker.path == referral


def state_of(walker):
    """Read the state of a referral as its page says it."""
    return walker.page.locator(".korgoo-identity .korgoo-tag").inner_text()


def _digits(spoken):
    return re.sub(r"\D", "", spoken)


def wait_for(happened, what, seconds=15):
    """Wait for what a browser does in its own time; a thing that never comes is a failure."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, f"{what} did not come in {seconds} s"
        time.sleep(0.05)
