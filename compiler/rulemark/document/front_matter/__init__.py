"""The YAML header of an article: its fences, its keys and values, and the keys that somebody reads."""
