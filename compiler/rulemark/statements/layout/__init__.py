"""An article in the order of reading: its passages, labels, lists, tables and comments."""
