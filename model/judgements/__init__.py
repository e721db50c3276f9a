"""What the office can read off its ledger on a given day: pure functions of records and a date."""
