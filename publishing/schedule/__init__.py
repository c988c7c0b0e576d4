"""What is due at a moment, and the clock that carries it out."""
