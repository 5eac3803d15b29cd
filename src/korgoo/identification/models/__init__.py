from korgoo.identification.models.editions import GuidelineEdition
from korgoo.identification.models.screenings import Screening, ScreeningChoice

__all__ = ["GuidelineEdition", "Screening", "ScreeningChoice"]
