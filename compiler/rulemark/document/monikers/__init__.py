"""Monikers: which there are, what a range of them names, and which of them a page and its zones have."""
