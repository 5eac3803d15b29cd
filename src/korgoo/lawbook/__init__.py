"""Laws, decrees and conventions by article and day; packages of amendments; offences by edition."""
