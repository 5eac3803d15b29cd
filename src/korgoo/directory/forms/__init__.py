from korgoo.directory.forms.filters import DirectoryFilter, GapFilter
from korgoo.directory.forms.places import TapForm
from korgoo.directory.forms.sealed import AddressForm
from korgoo.directory.forms.service import ServiceForm

__all__ = ["AddressForm", "DirectoryFilter", "GapFilter", "ServiceForm", "TapForm"]
