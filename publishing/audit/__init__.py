"""The log of all deeds."""
