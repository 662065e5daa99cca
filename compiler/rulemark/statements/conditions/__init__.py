"""The conditions of a sentence: their markers, where they end, and the main clause that they govern."""
