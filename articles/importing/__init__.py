"""Reads what staff really have (saved pages, Markdown, Word files) into a parsed article, without the database.

Bytes become blocks (`reading`), blocks become an article (`anatomy`), an article becomes HTML (`markup`).
"""
