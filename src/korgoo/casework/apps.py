from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "korgoo.casework"

    def ready(self) -> None:
        from korgoo.casework import card_words, grants
        from korgoo.casework.decision_panel import decision, decisions
        from korgoo.identification import api as identification

        identification.closed.register(grants.closed_cases)
        identification.panels.register("casework/_decision.html", decision)
        identification.panels.register_decisions(decisions)
        identification.sealed_words.register(card_words.write)
