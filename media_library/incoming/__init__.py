"""What files are, and how they are taken in."""
