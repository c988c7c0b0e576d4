"""The designation ledger as it is read: who stood where on a day, narrowed, counted by year, taken away as a file.

Nothing lapses by a job: a standing is worked out from dates for the day that is asked for.
"""
