"""Drafts of what is live: saved, merged and shown in forms, and never public."""
