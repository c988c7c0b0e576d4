"""The public page of a version that is not public, for colleagues and by link."""
