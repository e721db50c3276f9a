"""The office's records and rules; knows neither Qt nor the window."""
