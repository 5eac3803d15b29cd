"""The life of a case, told in chapters: each gives its deeds one by one and is handed what they gave.

    case = yield deed(services.open_case, contact(), actor=officer)

A chapter sets its stage with the factories; only what it yields is a deed of the test. Every person
in it is invented.
"""

import io
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial as deed

from PIL import Image

from korgoo.access.enums import Facet, Role
from korgoo.assistance import services as assistance
from korgoo.assistance.enums import (
    Agreed,
    Function,
    ItemState,
    Level,
    Need,
    NeedState,
    Occasion,
    Question,
    Task,
)
from korgoo.assistance.services import Findings, Given, Meeting, Plan, TaskGiven
from korgoo.casework import services as casework
from korgoo.casework.enums import (
    ConsentAge,
    Decision,
    NoteKind,
    PaperKind,
    PauseGround,
    Procedural,
    ProceduralGround,
    Protection,
    Scope,
    StopGround,
)
from korgoo.casework.grounds import ConflictGround, GlassReason, ShareGround
from korgoo.casework.services import ConsentTalk, Emergency, SharingWish
from korgoo.closing import services as closing
from korgoo.closing.enums import Answer, Asked, Hold, LastRisk, Outcome, Reason, Way
from korgoo.closing.models import FollowUp, KeptFor
from korgoo.closing.services import Reply
from korgoo.determination import services as determination
from korgoo.determination.enums import (
    Agreement,
    AppealBy,
    ClaimResult,
    Conflict,
    GivenHow,
    NotifiedHow,
    ReviewResult,
)
from korgoo.determination.models import BodyMember
from korgoo.determination.services import Giving, NewClaim
from korgoo.identification import services as screenings
from korgoo.identification.enums import Opinion, Talk
from korgoo.identification.guidelines import Choice
from korgoo.lib import clock
from korgoo.lib.sealing import new_private_key
from korgoo.mypage import selectors as pages
from korgoo.mypage import services as mypage
from korgoo.mypage.enums import MayCall, Rating, RequestKind
from korgoo.referral import services as referral
from korgoo.referral.enums import ConfirmedHow, DeclineReason, Helped, ReferralState
from korgoo.referral.enums import Question as Asking
from korgoo.safe_return import services as safe_return
from korgoo.safe_return.enums import Deed, Ground, PlaceKind
from tests import factories
from tests import factories_casework as make
from tests import factories_determination as court
from tests import factories_referral as net
from tests import factories_return as home

CARD = (("documents", "kept"),)
SHELTER_STAY = "shelter_first_stay"


def contact_and_parts(_clock):
    """A first contact, sealed parts, papers, the card's decision and both statuses."""
    people = make.mechanism()
    by = {"actor": people.officer.actor}
    make.read_card(make.case(people.officer), people.officer)  # reads the guideline, once
    told = make.contact(identity={"name": "Invented"}, contact={"phone": "0555"}, note="Invented.")
    case = yield deed(casework.open_case, told, **by)
    yield deed(casework.view_case, case.pk, **by)
    yield deed(casework.write_facet, case.pk, Facet.HEALTH, {"notes": []}, **by)
    yield deed(casework.open_facet, case.pk, Facet.IDENTITY, **by)
    yield deed(casework.add_note, case.pk, "An invented word.", kind=NoteKind.CONTACT, **by)
    yield deed(casework.update_coded_facts, case.pk, {"sex": "female"}, **by)
    details = casework.Details(coded={"country": "RU"}, identity={"name": "Invented Anew"})
    yield deed(casework.save_details, case.pk, details, **by)
    part, paper = Facet.DOCUMENTS, {"kind": PaperKind.WORK, "title": "Invented"}
    paper_id = yield deed(casework.add_paper, case.pk, part, _picture(), **paper, **by)
    yield deed(casework.open_paper, case.pk, part, paper_id, **by)
    yield deed(casework.remove_paper, case.pk, part, paper_id, **by)
    talk = {"view": "labour-inspector", "talk": Talk.ALONE}
    card = yield deed(screenings.start_screening, case.pk, **talk, **by)
    chosen = [Choice(question, option, "told") for question, option in CARD]
    asked = {"asked": [choice.question for choice in chosen]}
    yield deed(screenings.save_answers, card.pk, chosen, **asked, **by)
    yield deed(screenings.give_opinion, card.pk, Opinion.NOT_ENOUGH, **by)
    presume = {"reason": "An invented reason."}
    yield deed(casework.decide_after_screening, case.pk, Decision.PRESUMED, **presume, **by)
    yield deed(casework.change_protection, case.pk, Protection.WITHDRAWN, reason="Tired.", **by)
    heard = {"ground": ProceduralGround.TOLD, "reason": "Invented."}
    yield deed(casework.change_procedural, case.pk, Procedural.REPORT, **heard, **by)


def _picture():
    out = io.BytesIO()
    Image.new("RGB", (6, 4), (10, 90, 90)).save(out, "PNG")
    return out.getvalue()


def consent_and_exceptions(_clock):
    """What the person allows and takes back, what is shared without them, and emergencies."""
    people = make.mechanism()
    house, shelter = people.officer.organisation, people.shelter.organisation
    head = factories.member(Role.HEAD, at=house, name="Head Five")
    line = factories.member(Role.HOTLINE_OPERATOR, at=shelter, name="Line Six")
    case = make.case(people.officer, is_told=True)
    by, second = {"actor": people.officer.actor}, {"actor": head.actor}
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    given = frozenset({Scope.REFERRAL, Scope.CONTACT, Scope.STORY})
    talk = ConsentTalk(shelter.pk, given, "ky", "witness", lasts=ConsentAge.OPEN)
    yield deed(casework.record_consent, case.pk, talk, **by)
    to = {"recipient_id": shelter.pk}
    yield deed(casework.withdraw_consent, case.pk, frozenset({Scope.STORY}), **to, **by)
    other = people.stranger.organisation
    parts = frozenset({Facet.CONTACT})
    wish = SharingWish(other.pk, ShareGround.LIFE, parts, "An invented danger.")
    act = yield deed(casework.propose_sharing, case.pk, wish, **by)
    yield deed(casework.confirm_sharing, case.pk, act.pk, **second)
    yield deed(casework.note_telling, case.pk, act.pk, tell_on=None, **by)
    yield deed(casework.end_sharing, case.pk, act.pk, **by)
    act = casework.propose_sharing(case.pk, wish, **by)
    yield deed(casework.refuse_sharing, case.pk, act.pk, **second)
    need = Emergency(parts, GlassReason.REACH, "Invented words.", is_alone=True)
    glass = yield deed(casework.break_glass, case.pk, need, actor=line.actor)
    yield deed(casework.confirm_glass, glass.pk, actor=people.shelter.actor)
    near = (people.officer.user.pk, ConflictGround.RELATIVE)
    mark = yield deed(casework.mark_conflict, case.pk, *near, **second)
    yield deed(casework.ask_to_lift, case.pk, mark.pk, **second)
    colleague = factories.member(Role.OFFICER, at=house, name="Officer Seven")
    yield deed(casework.lift_conflict, case.pk, mark.pk, actor=colleague.actor)


def clocks(stopped):
    """Clocks that members keep."""
    people = make.mechanism()
    case, by = make.case(people.officer), {"actor": people.officer.actor}
    run = {"responsible_id": case.owner_id, **by}
    stay = casework.start_clock(case, SHELTER_STAY, **run)
    until = stopped.now + timedelta(days=40)
    yield deed(casework.extend_clock, case.pk, stay.pk, "investigation", until=until, **by)
    review = casework.start_clock(case, "programme_review", **run)
    yield deed(casework.pause_clock, case.pk, review.pk, PauseGround.PERSON, **by)
    yield deed(casework.resume_clock, case.pk, review.pk, **by)
    yield deed(casework.end_clock, case.pk, review.pk, StopGround.DONE, **by)


def referrals(_clock):
    """A referral from its draft to the person's word."""
    people = net.net()
    case = make.case(people.officer, is_told=True)
    net.agree(people, case, people.shelter.organisation, Scope.REFERRAL, Scope.CONTACT)
    by, there = {"actor": people.officer.actor}, {"actor": people.shelter.actor}
    asked = net.request(people.shelter.organisation)
    row = yield deed(referral.draft, case.pk, asked, **by)
    yield deed(referral.revise, row.pk, asked, **by)
    yield deed(referral.send, row.pk, **by)
    yield deed(referral.acknowledge, row.pk, **there)
    yield deed(referral.ask, row.pk, frozenset({Asking.AGE}), **there)
    yield deed(referral.give_information, row.pk, **by)
    yield deed(referral.accept, row.pk, **there)
    yield deed(referral.start_service, row.pk, **there)
    yield deed(referral.report_service, row.pk, **there)
    row, code = yield deed(referral.renew_confirmation_code, row.pk, **by)
    referral.count_attempt(row.number)  # one statement: there is no middle in it
    yield deed(referral.confirm_by_code, row.number, code, Helped.NO)
    referral.report_service(row.pk, **there)
    told = {"how": ConfirmedHow.PHONE}
    yield deed(referral.confirm_by_sender, row.pk, Helped.YES, **told, **by)


def referrals_without_help(_clock):
    """One that is declined, one that is taken back."""
    people = net.net()
    case, by = make.case(people.officer, is_told=True), {"actor": people.officer.actor}
    net.agree(people, case, people.clinic.organisation, Scope.REFERRAL, Scope.CONTACT)
    asked, clinic = net.request(people.clinic.organisation), {"actor": people.clinic.actor}
    declined = referral.draft(case.pk, asked, **by)
    referral.send(declined.pk, **by)
    referral.acknowledge(declined.pk, **clinic)
    yield deed(referral.decline, declined.pk, DeclineReason.NO_PLACE, **clinic)
    yield deed(referral.note_return, declined.pk, **by)
    back = referral.draft(case.pk, asked, **by)
    referral.send(back.pk, **by)
    yield deed(referral.withdraw, back.pk, **by)


def determinations(_clock):
    """A decision on the status, from the proposal to the appeal; not punished, and compensated."""
    people = court.Court()
    case = court.presumed(people)
    first, second = {"actor": people.first.actor}, {"actor": people.second.actor}
    proposal = court.proposal(people)
    row = yield deed(determination.propose, case.pk, proposal, **first)
    seat = BodyMember.objects.get(proceeding_id=row.pk, user_id=people.second.user.pk)
    yield deed(determination.say_conflict, row.pk, seat.pk, Conflict.NONE, **second)
    yield deed(determination.review, row.pk, **second)
    yield deed(determination.decide, row.pk, **first)
    by = {"actor": people.officer.actor}
    told = {"how": NotifiedHow.IN_PERSON, "language": "ky"}
    yield deed(determination.notify, row.pk, **told, **by)
    yield deed(determination.appeal, row.pk, by=AppealBy.PERSON, **by)
    review = {"acts": ("armed",), "result": ReviewResult.MAY_BE}
    note = yield deed(determination.make_note, case.pk, **review, **by)
    given = {"agreed": Agreement.PERSON, "given_on": date(2026, 3, 2), "how": GivenHow.PLATFORM}
    giving = Giving(organisation_id=people.stranger.organisation.pk, **given)
    sheet = yield deed(determination.give_note, note.pk, giving, **by)
    yield deed(determination.confirm_receipt, sheet.pk, actor=people.stranger.actor)
    new = NewClaim("wages", "civil", "KGS", Decimal(1000), date(2026, 1, 10))
    claim = yield deed(determination.file_claim, case.pk, new, **by)
    won = {"decided_on": date(2026, 2, 1), "awarded": Decimal(400)}
    yield deed(determination.decide_claim, claim.pk, ClaimResult.PARTLY, **won, **by)
    paid = {"amount": Decimal(150), "received_on": date(2026, 2, 20)}
    yield deed(determination.pay_claim, claim.pk, **paid, **by)


def programmes(_clock):
    """Help that is planned, agreed, given."""
    people = make.mechanism()
    case, by = make.case(people.officer, is_told=True), {"actor": people.officer.actor}
    found = Findings(Occasion.INTAKE, Level.HIGH, ("factors",), {Need.LEGAL: NeedState.OPEN})
    yield deed(assistance.assess, case.pk, found, **by)
    yield deed(assistance.write_goals, case.pk, "An invented goal.", **by)
    own = people.officer.organisation.pk
    plan = Plan(Need.HEALTH, "medical", own)
    item = yield deed(assistance.add_item, case.pk, plan, **by)
    agreed = Plan(Need.HEALTH, "medical", own, agreed=Agreed.YES, agreed_on=clock.today())
    yield deed(assistance.change_item, case.pk, item.pk, agreed, **by)
    begun = {"on": clock.today()}
    yield deed(assistance.move_item, case.pk, item.pk, ItemState.UNDER_WAY, **begun, **by)
    yield deed(assistance.give, case.pk, Given(clock.today(), item_id=item.pk), **by)
    review = {"agreed": Agreed.YES, "agreed_on": clock.today(), "review_on": None}
    yield deed(assistance.review_programme, case.pk, **review, **by)
    task, there = TaskGiven(Task.ASSESS, own), ((None, Function.PERSON),)
    meeting = Meeting(clock.today(), there, (Question.SAFETY,), (task,), "Invented minutes.")
    held = yield deed(assistance.hold_conference, case.pk, meeting, **by)
    yield deed(assistance.finish_task, case.pk, held.tasks.get().pk, **by)


def the_end(stopped):
    """Handover, closing, reopening, requests about data, and erasing when it is time."""
    people = make.mechanism()
    at = people.officer.organisation
    colleague = factories.member(Role.CASE_WORKER, at=at, name="Colleague Five")
    head = factories.member(Role.HEAD, at=at, name="Head Six")
    minder = factories.member(Role.DATA_PROTECTION_OFFICER, at=at, name="Minder Seven")
    case, other = (make.case(people.officer, is_told=True) for _number in range(2))
    make.share(case, people.shelter, Scope.CONTACT, by=people.officer)
    by, second = {"actor": people.officer.actor}, {"actor": minder.actor}
    leaver, wanted = people.officer.user.pk, [colleague.user.pk]
    yield deed(closing.hand_over, leaver, wanted, ends_roles=False, actor=head.actor)
    yield deed(closing.note_handed_over, actor=colleague.actor)
    yield deed(closing.assign_case, case.pk, leaver, actor=head.actor)
    risk = {"last_risk": LastRisk.SAFE}
    yield deed(closing.close_case, case.pk, Reason.GOAL, **risk, **by)
    yield deed(closing.reopen_case, case.pk, **by)
    closing.close_case(case.pk, Reason.GOAL, **risk, **by)
    asked = FollowUp.objects.open().first()
    yield deed(closing.record_follow_up, asked.pk, Outcome.SAFE, **by)
    request = yield deed(closing.take_request, other.pk, Asked.ERASURE, way=Way.PHONE, **by)
    yield deed(closing.answer_request, request.pk, Reply(Answer.GRANTED), **by)
    yield deed(closing.confirm_erasure, request.pk, **second)
    stopped.forward(days=1095)
    yield deed(closing.sweep_retention)
    kept = KeptFor.objects.get(case_id=case.pk, purpose="reach")
    yield deed(closing.hold_back, kept.pk, Hold.COURT, actor=head.actor)
    yield deed(closing.release, kept.pk, **second)
    stopped.forward(days=30)
    yield deed(closing.sweep_retention)
    assert KeptFor.objects.get(pk=kept.pk).erased_at


def a_way_home(_clock):
    """A safe return, and a package for a partner abroad."""
    team = home.People()
    found, by = home.case(team), {"actor": team.worker.actor}
    abroad = home.partner(team)
    new = safe_return.NewPartner("Invented Other", "AE", frozenset({"serve"}))
    other, key = (yield deed(safe_return.add_partner, new, **by)), new_private_key()
    heard = {"heard": key.fingerprint}
    known = {**heard, "valid_from": date(2020, 1, 1)}
    row = yield deed(safe_return.add_key, other.pk, key.public, **known, **by)
    yield deed(safe_return.check_key, row.pk, **heard, actor=team.colleague.actor)
    yield deed(safe_return.retire_key, row.pk, **by)
    asked = {"country": "KG", "wish": "yes", "freely": "yes"}
    plan = yield deed(safe_return.start, found.pk, **asked, **by)
    yield deed(safe_return.record_wish, plan.pk, wish="yes", freely="yes", **by)
    yield deed(safe_return.save_travel, plan.pk, home.READY, **by)
    risk = {"level": "medium", "risks": ["debt"], "measures": ["met"]}
    yield deed(safe_return.assess_risk, plan.pk, **risk, **by)
    stop = {"country": "KZ", "kind": "border", "risks": [], "measures": []}
    yield deed(safe_return.add_stop, plan.pk, **stop, **by)
    places = {PlaceKind.GOAL: home.GOAL, PlaceKind.FIRST_NIGHT: home.NIGHT}
    met = safe_return.Reception(team.shelter.organisation.pk, places)
    yield deed(safe_return.save_reception, plan.pk, met, **by)
    planned = {"ground": Ground.AS_PLANNED}
    yield deed(safe_return.move, plan.pk, Deed.AGREE, **planned, **by)
    make.agree(found, abroad.member, Scope.IDENTITY, Scope.CONTACT, by=team.worker)
    goes = safe_return.WhatGoes(frozenset({Facet.IDENTITY}), "000 111", with_journey=True)
    row = yield deed(safe_return.make_package, found.pk, abroad.key.pk, goes, **by)
    yield deed(safe_return.fetch_package, row.pk, **by)
    answer = home.answer(row, abroad, "accepted")
    yield deed(safe_return.take_answer, row.pk, answer, **by)


def own_page(_clock):
    """The person's own page: its code, their words, and what they take back."""
    people = net.net()
    case, by = make.case(people.officer, is_told=True), {"actor": people.officer.actor}
    scopes = (Scope.REFERRAL, Scope.CONTACT)
    sent, _code = net.sent(people, case=case, scopes=scopes)
    net.onwards(people, sent, ReferralState.COMPLETED)
    page, code = yield deed(mypage.make_code, case.pk, **by)
    tried = yield deed(mypage.count_try, page.number, "203.0.113.7")
    came = yield deed(mypage.open_page, tried, code)
    visit = pages.visit_of(came.cookie)
    yield deed(mypage.write_message, visit, "An invented word.", may_call=MayCall.YES)
    yield deed(mypage.open_messages, case.pk, **by)
    yield deed(mypage.answer, case.pk, "An invented answer.", **by)
    when = (date(2026, 3, 5), time(10, 0))
    meeting = {"with_id": case.owner_id, "words": "Invented."}
    yield deed(mypage.make_appointment, case.pk, *when, **meeting, **by)
    yield deed(mypage.say_helped, visit, sent.pk, Helped.NO)
    back = (people.shelter.organisation.pk, frozenset({Scope.CONTACT}))
    yield deed(mypage.take_back, visit, *back)
    yield deed(mypage.give_opinion, visit, Rating.GOOD, "Invented.")
    yield deed(mypage.ask_about_data, visit, RequestKind.SEE)
    yield deed(mypage.note_all, case.pk, **by)
    tried = mypage.count_try(page.number, "203.0.113.7")
    yield deed(mypage.renew_by_person, visit, tried, code)
    yield deed(mypage.cancel_code, case.pk, **by)


CHAPTERS = (
    contact_and_parts,
    consent_and_exceptions,
    clocks,
    referrals,
    referrals_without_help,
    determinations,
    programmes,
    the_end,
    a_way_home,
    own_page,
)
