from django.apps import AppConfig


class DeterminationConfig(AppConfig):
    name = "korgoo.determination"

    def ready(self) -> None:
        from korgoo.access.enums import Event
        from korgoo.casework import erasers, obstacles, panels, steps, wording
        from korgoo.determination.enums import (
            ClaimResult,
            GivenHow,
            Outcome,
            Outside,
            ReviewResult,
        )
        from korgoo.determination.erasing import destroy_reasons
        from korgoo.determination.left_open import decisions
        from korgoo.determination.presentation import of_case

        erasers.register("determination", erasers.RECORDS, destroy_reasons)
        obstacles.register("determination", decisions)

        first = "determination/_first_of_case.html"
        panels.register("determination/_of_case.html", of_case, first=first)
        steps.register(Event.DETERMINATION_DECIDED, "status_decided")
        steps.register(Event.DETERMINATION_NOTIFIED, "status_notified")
        steps.register(Event.DETERMINATION_APPEALED, "status_appealed")
        wording.explain(Event.CLAIM_CHANGED, dict(ClaimResult.choices))
        wording.explain(Event.DETERMINATION_DECIDED, dict(Outcome.choices))
        wording.explain(Event.NON_PUNISHMENT_GIVEN, dict([*GivenHow.choices, *Outside.choices]))
        wording.explain(Event.NON_PUNISHMENT_MADE, dict(ReviewResult.choices))
