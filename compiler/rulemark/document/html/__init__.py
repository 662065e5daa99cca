"""The tree as HTML: blocks, inlines and players, and the cleaning of raw HTML by an allow-list."""
