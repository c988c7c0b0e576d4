"""The pages of the library in the newsroom."""
