"""How the main clause binds: its modal words, what denies them, and which belong to other clauses."""
