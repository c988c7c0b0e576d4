"""From a file to drafts: read, shown, confirmed."""
