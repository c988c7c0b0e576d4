"""The directory in memory: who is in it, with what values, as sets of bits.

Counting every facet of 20,000 enterprises would take a database a pass over all of them for each facet. Each process
therefore keeps one bit an enterprise for every value, about 2.5 KB a value; a count is then an intersection and the
number of its bits. The database stays the only truth: what is here is read from it, follows its changes by a log, and
is never shown without reading the records themselves once more through ``live()``.
"""
