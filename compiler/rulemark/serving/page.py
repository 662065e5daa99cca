"""What a page gets on its way to the browser: a script of this server, and leave to listen to it.

The policy of the page stays as strict as it was written; only a connection back to this server is added, and it holds
for what is served, not for what is written.
"""

from __future__ import annotations

import re
from importlib.resources import files

EVENTS = "/_rulemark/events"
SCRIPT = "/_rulemark/serve.js"
_TAG = f'<script src="{SCRIPT}" defer></script>\n'
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content="[^">]*)(">)')
_LISTEN = "; connect-src &#39;self&#39;"


def with_script(html: str) -> str:
    """Return the text of a page that reloads itself and shows findings.

    The first end of a head is that of the page: what writers say is escaped, and stands behind it.
    """
    head, end, rest = html.partition("</head>")
    if not end:
        return html + _TAG
    listening = head if "connect-src" in head else _POLICY.sub(rf"\1{_LISTEN}\2", head, count=1)
    return f"{listening}{_TAG}{end}{rest}"


def script() -> str:
    """Return the text of the script."""
    return files("rulemark.serving").joinpath("serve.js").read_text(encoding="utf-8")
