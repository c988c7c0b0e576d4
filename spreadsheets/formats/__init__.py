"""Workbooks and text files, read and written without believing them."""
