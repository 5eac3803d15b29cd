from django.apps import AppConfig


class AssistanceConfig(AppConfig):
    name = "korgoo.assistance"

    def ready(self) -> None:
        from korgoo.access.enums import Event
        from korgoo.assistance import plan_sources
        from korgoo.assistance.left_open import items
        from korgoo.assistance.presentation import of_case
        from korgoo.casework import obstacles, panels, steps

        panels.register("assistance/_of_case.html", of_case)
        obstacles.register("assistance", items)
        steps.register(Event.ASSESSMENT_MADE, "needs_assessed")
        # Every look at a programme with the person lets its review run anew.
        steps.register(Event.PROGRAMME_REVIEWED, "programme_reviewed")
        plan_sources.register()
