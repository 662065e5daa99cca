"""Stage 1: articles as written become a tree whose every node knows the characters it was read from.

`parse` reads Microsoft Learn Markdown: CommonMark with tables, alerts, zones, tabs, includes and the rest of the
dialect. It never fails; what it cannot understand stays text, and what misleads readers becomes a diagnostic.
`walk` goes through the result in reading order, and `plain_text` gives the words a reader sees with the way back to
the source. Nothing here knows of policy.

Every construct is a module in `blocks`, `inlines`, `directives` or `includes`, and a line in `constructs`; the header
is read in `front_matter`, who reads what is decided in `monikers`, markup that misleads readers is found in `lies`, and
the page is written in `html`.
"""

from rulemark.document.from_source import parse
from rulemark.document.model import (
    Alert,
    Align,
    Block,
    Code,
    CodeBlock,
    Column,
    Div,
    Document,
    Emphasis,
    Field,
    FrontMatter,
    HardBreak,
    Heading,
    HtmlBlock,
    HtmlInline,
    Image,
    Include,
    Inline,
    InlineInclude,
    Link,
    List,
    ListItem,
    MonikerZone,
    NoLoc,
    Paragraph,
    Quote,
    Row,
    SoftBreak,
    Strike,
    Strong,
    Tab,
    TabGroup,
    Table,
    TableCell,
    TableRow,
    Text,
    ThematicBreak,
    Video,
    Xref,
    Yaml,
    Zone,
)
from rulemark.document.monikers.ranges import moniker_range
from rulemark.document.options import Dialect, ParseOptions, PivotGroup
from rulemark.document.plain import PlainText, plain_text
from rulemark.document.to_html import Rendered, render_html, to_html
from rulemark.document.walk import Ancestor, Context, walk

__all__ = [
    "Alert",
    "Align",
    "Ancestor",
    "Block",
    "Code",
    "CodeBlock",
    "Column",
    "Context",
    "Dialect",
    "Div",
    "Document",
    "Emphasis",
    "Field",
    "FrontMatter",
    "HardBreak",
    "Heading",
    "HtmlBlock",
    "HtmlInline",
    "Image",
    "Include",
    "Inline",
    "InlineInclude",
    "Link",
    "List",
    "ListItem",
    "MonikerZone",
    "NoLoc",
    "Paragraph",
    "ParseOptions",
    "PivotGroup",
    "PlainText",
    "Quote",
    "Rendered",
    "Row",
    "SoftBreak",
    "Strike",
    "Strong",
    "Tab",
    "TabGroup",
    "Table",
    "TableCell",
    "TableRow",
    "Text",
    "ThematicBreak",
    "Video",
    "Xref",
    "Yaml",
    "Zone",
    "moniker_range",
    "parse",
    "plain_text",
    "render_html",
    "to_html",
    "walk",
]
