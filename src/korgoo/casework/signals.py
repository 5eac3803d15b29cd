"""What casework tells the missions above it, which it may not import. Receivers run in the deed."""

from django.dispatch import Signal

# Sent with case_id, recipient_id, actor: the person no longer agrees that this one is asked to help.
consent_to_refer_ended = Signal()

# Sent with event, case, actor, other_id, detail: a step was left on the timeline of a case.
step_left = Signal()

# Sent with clock_ids: these clocks stopped, were paused or have another end, so that whoever was
# woken for the old one need not act.
clocks_changed = Signal()
# Sent with moves (new responsible member by case), before (who it was) and actor: what other missions
# keep under the name of the responsible member moves in the same transaction.
responsible_changed = Signal()
# Sent with case_id, recipient_id, scopes, actor: these are not, or no longer, agreed to.
consent_ended = Signal()
