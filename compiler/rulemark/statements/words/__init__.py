"""A sentence as words: where it ends, what of it is language, and the phrases, numbers and signs in it."""
