"""Files for outside translators: XLIFF 1.2 and 2.1, and a Word table. Out and in, nothing is lost."""
