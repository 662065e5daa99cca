"""Guidance pages: each article in each language as one HTML page, with what its policy promises.

`render` turns a compilation into a static site without a server: relative links, one style sheet, one script, and a
content security policy under which nothing that a writer typed can run. A project may replace single templates and
phrases; `missing_phrases` lists what readers of a locale would see in English.
"""

from rulemark.outputs.guidance.from_compilation import render
from rulemark.outputs.guidance.phrases import MissingPhrase, missing_phrases
from rulemark.outputs.guidance.settings import Media, Settings, beside_the_sources

__all__ = ["Media", "MissingPhrase", "Settings", "beside_the_sources", "missing_phrases", "render"]
