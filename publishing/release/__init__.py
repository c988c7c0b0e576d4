"""Records that go public together, and come back together."""
