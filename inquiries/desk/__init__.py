"""What the desk does with a message."""
