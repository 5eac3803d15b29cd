"""What a person's page tells other missions, which it need not know. Receivers run in the deed."""

from django.dispatch import Signal

# Sent with case_id, kind (RequestKind), at (aware moment): the person asked about their own data.
data_requested = Signal()
