from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "korgoo.casework"

    def ready(self) -> None:
        from korgoo.casework import card_words, grants, plan_sources, signals
        from korgoo.casework.decision_panel import decision, decisions
        from korgoo.casework.services.stepping import on_step_left
        from korgoo.identification import api as identification

        identification.closed.register(grants.closed_cases)
        signals.step_left.connect(on_step_left, dispatch_uid="casework.clocks")
        identification.panels.register("casework/_decision.html", decision)
        identification.panels.register_decisions(decisions)
        identification.sealed_words.register(card_words.write)
        plan_sources.register()
