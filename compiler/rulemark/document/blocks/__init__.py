"""Blocks: markdown-it's loop with places, headings, paragraphs, tables, quotes and tabs, and the tree they become."""
