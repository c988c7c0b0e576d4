"""What is typed and not saved yet, and who else has the form open."""
