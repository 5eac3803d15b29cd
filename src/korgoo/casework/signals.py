"""What casework tells the missions above it, which it may not import. Receivers run in the deed."""

from django.dispatch import Signal

# Sent with case_id, recipient_id, actor: the person no longer agrees that this one is asked to help.
consent_to_refer_ended = Signal()
