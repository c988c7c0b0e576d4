"""Going public and coming back: the deeds, what they write, and what may object."""
