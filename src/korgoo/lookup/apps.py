from django.apps import AppConfig


class LookupConfig(AppConfig):
    name = "korgoo.lookup"

    def ready(self) -> None:
        from korgoo.access.enums import Facet
        from korgoo.casework import erasers, written
        from korgoo.lookup.services import encoding

        written.register("lookup", encoding.on_written)
        erasers.register("lookup", Facet.IDENTITY, encoding.forget)
        erasers.register("lookup.contact", Facet.CONTACT, encoding.forget)
