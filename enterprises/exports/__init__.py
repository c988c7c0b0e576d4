"""What the directory finds as a file: a row for each enterprise, with sources, dates and the terms of use."""
