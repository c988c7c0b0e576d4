"""Addresses: made from names, and led on when they move."""
