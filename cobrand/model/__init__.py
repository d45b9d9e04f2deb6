"""What things are: frozen records that every floor above shares."""
