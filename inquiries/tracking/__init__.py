"""What senders see of their message, and do about it."""
