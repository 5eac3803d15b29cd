"""What a campaign did, where and with whom: the log, the public page, the report."""
