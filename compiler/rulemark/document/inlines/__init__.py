"""Inlines: markdown-it's loop with places, emphasis, links and cross-references, and the nodes they become."""
