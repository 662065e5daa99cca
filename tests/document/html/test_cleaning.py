"""Nothing that an article says can run in a reader's browser, whatever construct it hides in."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rulemark.document import ParseOptions, parse, render_html, to_html
from rulemark.source import Source

HOSTS = ParseOptions().video_hosts

SCRIPTS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "java&#10;script:alert(1)",
    "\x01javascript:alert(1)",
    "\u3000javascript:alert(1)",
    "&#x1680;javascript:alert(1)",
    "\u2028javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "ms-msdt:/id",
    "blob:https://x/y",
    "&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)",
    "javascript\\:alert(1)",
    "view-source:x",
    "file:///etc/passwd",
)

PLACES = (
    "[x]({})",
    "[x](<{}>)",
    "![x]({})",
    "[x][r]\n\n[r]: {}",
    "<{}>",
    ':::image source="{}" alt-text="x":::',
    ':::image source="a.png" alt-text="x" link="{}":::',
    ':::image source="a.png" alt-text="x" lightbox="{}":::',
    ':::image type="complex" source="{}" alt-text="x":::\nx\n:::image-end:::',
    ':::video source="{}":::',
    ':::video type="complex" source="{}":::\nx\n:::video-end:::',
    "> [!VIDEO {}]",
    "> [!VIDEO https://{}]",
    '> [!div class="{}" onclick="{}" style="{}" href="{}"]\n> x',
    "# [x](#tab/{})",
    ':::form action="{}" submittext="x" model="{}":::',
    ':::code source="a.cs" language="{}" interactive="{}":::',
    "[x][r]\n\n[r]: <{}>",
    "[!code-x[y]({})]",
    '<a href="{}">x</a>',
    '<img src="{}">',
    '<iframe src="{}"></iframe>',
    '<div data-src="{}">x</div>',
    '<video src="{}"></video>',
    '<form action="{}"><button formaction="{}">x</button></form>',
    '<a href="{}"\n>x</a>',
    "[x](xref:{})",
    "<xref:{}>",
    "@{}",
    '<object data="{}"></object>',
    '<embed src="{}">',
    '<base href="{}">',
    '<svg><a href="{}">x</a></svg>',
    "![]({}.mp4)",
    '<math href="{}">x</math>',
    '<meta http-equiv="refresh" content="0;url={}">',
    '<td background="{}">',
    "{}",
)

TAGS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//e.x></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<a onmouseover='alert(1)'>x</a>",
    "<iframe src=https://evil.example></iframe>",
    "<iframe srcdoc='<script>1</script>'></iframe>",
    "<iframe src=//www.youtube.com.evil.example/></iframe>",
    "<iframe src='https://www.youtube.com@evil.example'></iframe>",
    "<iframe src='https://evil.example\\@www.youtube.com/'></iframe>",
    "<iframe src='https://evil.example\\.www.youtube.com/'></iframe>",
    "<details open ontoggle=alert(1)>",
    "<style>*{background:url(javascript:1)}</style>",
    "<div style='background:url(javascript:1)'>x</div>",
    "<b <script>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<input autofocus onfocus=alert(1)>",
    "<body onload=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<link rel=stylesheet href=//e.x>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?php <img src=x onerror=alert(1)> ?>",
    '<a name="x" onclick=alert(1)>',
    "<a name='\"onclick=alert(1)'>",
    "<br/onload=alert(1)>",
    "<template><script>1</script></template>",
    "<select><img src=x onerror=alert(1)></select>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext>",
    '<form id="x"></form><button form="x" formaction="javascript:1">',
    '<img usemap="#m"><map name=m><area href=javascript:1>',
)

AROUND = (
    "{}",
    "text {} text",
    "> [!NOTE]\n> {}",
    "- {}\n- y",
    "| a |\n|---|\n| {} |",
    "# {}",
    "**{}**",
    "[{}](x)",
    "# [{}](#tab/x)\n{}",
    ":::row:::\n:::column:::\n{}\n:::column-end:::\n:::row-end:::",
    "<div>\n{}",
    "[!INCLUDE [x](x.md)]",
)


class Inspector(HTMLParser):
    """Collects what could run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a tag and its attributes."""
        if tag in {"script", "style", "object", "embed", "base", "meta", "link", "svg", "math", "template", "noscript"}:
            self.found.append(tag)
        for name, value in attrs:
            self._look(tag, name, value or "")

    def _look(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name in {"srcdoc", "formaction", "background"}:
            self.found.append(f"{tag} {name}")
        cleaned = "".join(character for character in value if character > " ").lower()
        if cleaned.startswith(("javascript:", "vbscript:", "data:", "ms-", "blob:", "file:", "view-source:")):
            self.found.append(f"{tag} {name}={value}")
        if (
            tag == "iframe"
            and name == "src"
            and not ("\\" not in value and value.split("/")[2:3] in [[host] for host in HOSTS])
        ):
            self.found.append(f"iframe {value}")
        if name == "style" and "url" in value:
            self.found.append(f"{tag} style={value}")


def running(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.found


@pytest.mark.parametrize("place", PLACES)
def test_an_address_that_runs_code_is_dropped(place: str) -> None:
    for script in SCRIPTS:
        html = render_html(place.replace("{}", script)).html
        assert running(html) == [], html


@pytest.mark.parametrize("around", AROUND)
def test_raw_html_that_runs_code_is_dropped(around: str) -> None:
    for tag in TAGS:
        html = render_html(around.replace("{}", tag), files={"x.md": tag}).html
        assert running(html) == [], html


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from((*TAGS, *PLACES, *SCRIPTS, "\n", '"', "'", ">", "<", "`", "\n\n")), max_size=6).map(
        "".join
    )
)
def test_no_mixture_runs_code(text: str) -> None:
    assert running(render_html(text).html) == []


def test_harmless_html_stays_as_it_is_written() -> None:
    html = render_html('One<br>two <sup>2</sup> <a name="x"></a>three<!-- gone -->.').html

    assert html == '<p>One<br>two <sup>2</sup> <a name="x"></a>three.</p>\n'


def test_allowed_html_is_kept_around_markdown() -> None:
    html = render_html('<div class="wide" data-x="1">\n\n**bold**\n\n</div>').html

    assert "".join(html.split("\n")) == '<div class="wide" data-x="1"><p><strong>bold</strong></p></div>'


def test_frames_of_configured_hosts_stay() -> None:
    text = '<iframe src="https://player.example.com/1"></iframe>\n'
    document = parse(Source("a.md", text))

    assert "<iframe" not in to_html(document)
    assert "<iframe" in to_html(document, options=ParseOptions(video_hosts=frozenset({"player.example.com"})))


def test_an_unsafe_address_is_reported() -> None:
    diagnostics = render_html("[x](javascript:alert(1))").diagnostics

    assert [(finding.kind.code, finding.location.text) for finding in diagnostics if finding.kind.code == "RM172"] == [
        ("RM172", "[x](javascript:alert(1))")
    ]


@pytest.mark.parametrize(
    "path", ["../x.md", "/x.md", "~/../x.md", "a/../../x.md", "%2e%2e/x.md", "C:/x.md", "file:///x.md"]
)
def test_includes_and_snippets_never_leave_the_content_root(path: str) -> None:
    asked: list[str] = []

    def read(asked_path: str) -> str | None:
        asked.append(asked_path)
        return "secret"

    text = f'[!INCLUDE [x]({path})]\n\n[!code-x[]({path})]\n\n:::code source="{path}":::\n\ny [!INCLUDE [x]({path})]\n'
    document = parse(Source("a.md", text), ParseOptions(files=read))

    assert asked == []
    assert "secret" not in to_html(document)
