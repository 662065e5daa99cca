"""The quantities of a sentence: units, counted nouns, comparators, ranges, and the events that times run from."""
