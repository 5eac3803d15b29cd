"""What pages and papers show of the plan: records and figures laid out in words."""
