"""C15: consent taken back after a referral; then danger, in which two persons and a night call decide."""

from korgoo.access.enums import Facet
from korgoo.casework import services as casework
from korgoo.casework.enums import Danger, Matter, NoteKind, Scope
from korgoo.casework.grounds import GlassReason, ShareGround
from korgoo.casework.models import Case
from korgoo.casework.services import Emergency, FirstContact, SharingWish
from korgoo.demo.people import CLINIC, LINE, OSH_CENTRE
from korgoo.demo.stage import Stage
from korgoo.demo.stories.moves import agree, meet, refer
from korgoo.referral.services import Request


def plan(stage: Stage) -> None:
    """Plan the story: a clinic loses the case, a centre learns a telephone, a night call is noted."""
    cases: dict[str, Case] = {}
    worker, colleague = stage.actors["shelter"], stage.actors["shelter2"]
    night = stage.actors["line"]

    def she_comes() -> None:
        cases["she"] = meet(
            worker,
            FirstContact(
                channel="in_person",
                language="ky",
                danger=Danger.YES,
                matter=Matter.TRAFFICKING,
                coded={"caller": "self", "sex": "female", "age_band": "25-39"},
                identity={"name": "Мээрим Ойдонбекова (ойдон чыгарылган)"},
                contact={"phone": "0555 000 915", "safe_hours": "18:00–20:00"},
                note="Кафеге деп алып барып, документин алып коюшкан. (Ойдон чыгарылган.)",
            ),
        )
        words = "Уйкусу начар, башы ооруйт. (Ойдон чыгарылган.)"
        casework.add_note(
            cases["she"].pk, words, kind=NoteKind.NOTE, part=Facet.HEALTH, actor=worker
        )

    def clinic_is_asked() -> None:
        house = stage.houses[CLINIC]
        agree(worker, cases["she"], house, [Scope.REFERRAL, Scope.CONTACT, Scope.HEALTH])
        refer(worker, cases["she"], Request(house, "medical", "day", ("health",), ()))

    def she_takes_it_back() -> None:
        casework.withdraw_consent(
            cases["she"].pk,
            frozenset({Scope.REFERRAL}),
            recipient_id=stage.houses[CLINIC],
            actor=worker,
        )

    def line_may_call() -> None:
        house = stage.houses[LINE]
        agree(worker, cases["she"], house, [Scope.REFERRAL, Scope.CONTACT])
        casework.add_party(cases["she"], organisation_id=house, actor=worker)

    def danger_is_shared() -> None:
        wish = SharingWish(
            recipient_id=stage.houses[OSH_CENTRE],
            ground=ShareGround.LIFE,
            facets=frozenset({Facet.CONTACT}),
            reason="Аны Оштон издеп жүрүшөт, телефону өчүк. (Ойдон чыгарылган.)",
        )
        act = casework.propose_sharing(cases["she"].pk, wish, actor=colleague)
        casework.confirm_sharing(cases["she"].pk, act.pk, actor=worker)

    def night_call() -> None:
        emergency = Emergency(
            frozenset({Facet.CONTACT}),
            GlassReason.REACH,
            "Түн ичинде чалып, үзүлүп калды. (Ойдон чыгарылган.)",
            is_alone=True,
        )
        casework.break_glass(cases["she"].pk, emergency, actor=night)

    for days, step in (
        (20.0, she_comes),
        (19.5, clinic_is_asked),
        (10.0, she_takes_it_back),
        (9.0, line_may_call),
        (2.0, danger_is_shared),
        (0.02, night_call),
    ):
        stage.at(days, step)
