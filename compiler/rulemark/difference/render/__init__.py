"""Changes as text for a terminal, as Markdown for a pull request, as JSON for programs. Pure: text in, text out."""

from rulemark.difference.render.json import to_json
from rulemark.difference.render.markdown import to_markdown
from rulemark.difference.render.text import to_text

__all__ = ["to_json", "to_markdown", "to_text"]
