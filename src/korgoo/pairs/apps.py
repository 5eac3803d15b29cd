from django.apps import AppConfig


class PairsConfig(AppConfig):
    name = "korgoo.pairs"

    def ready(self) -> None:
        from korgoo.access.enums import Facet
        from korgoo.casework import erasers, panels, written
        from korgoo.pairs.presentation import of_case
        from korgoo.pairs.services import forget, on_written

        # After ``lookup``: the person stands in code by then.
        written.register("pairs", on_written)
        panels.register("pairs/_of_case.html", of_case)
        erasers.register("pairs", Facet.IDENTITY, forget)
        erasers.register("pairs.contact", Facet.CONTACT, forget)
