"""Names of records in the texts of other ones: found, proposed, taken up as what a text is about, or turned down."""
