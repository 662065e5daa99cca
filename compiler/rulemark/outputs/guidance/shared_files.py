"""The style sheet and the script that all pages share."""

from __future__ import annotations

import re
from importlib.resources import files

from rulemark.outputs.artifact import Artifact

_LAYOUT = re.compile(r"^(?:[ \t]*//.*\n|/\*.*\*/\n?|[ \t]+|\n)", re.MULTILINE)
_AROUND_SIGNS = re.compile(r"[ \n]*([{};])[ \n]*|([:,]) ")
_NEEDLESS_BREAK = re.compile(r"(?<=[{;,(])\n|\n(?=})")
"""A line break that no statement of a script needs to end; no template literal spans lines."""
_SCRIPTS = ("pages", "rules", "switches", "panel", "search", "start")


def assets() -> tuple[Artifact, ...]:
    """Return the style sheet and the script that all pages share."""
    folder = files("rulemark.outputs.guidance") / "assets"
    style = _AROUND_SIGNS.sub(r"\1\2", (folder / "guidance.css").read_text(encoding="utf-8"))
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS]
    script = '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"
    texts = {
        "guidance.css": _without_layout(style).replace(";}", "}"),
        "guidance.js": _NEEDLESS_BREAK.sub("", _without_layout(script)),
    }
    return tuple(Artifact(f"guidance/assets/{name}", text) for name, text in texts.items())


def _without_layout(text: str) -> str:
    """Return a style sheet or script without comment lines and indentation, which readers would only wait for."""
    return _LAYOUT.sub("", text)
