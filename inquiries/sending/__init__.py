"""How a visitor writes to the desk."""
