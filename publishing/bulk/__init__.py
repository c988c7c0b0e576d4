"""Deeds on many records at once."""
