"""Block: what is published, as words that can be found. It knows no feature and no page."""
