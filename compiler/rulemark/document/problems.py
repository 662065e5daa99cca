"""Every kind of finding of the document stage: codes RM1xx, grouped by what they are about."""

from __future__ import annotations

from rulemark.diagnostics import Kind, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# --- RM10x: front matter ----------------------------------------------------------------------------------------------

FRONT_MATTER_SYNTAX = Kind("RM100", "front-matter-syntax", WARNING, ("yaml-header-syntax-error",))
"""The YAML header cannot be read; the article counts as having none."""

FRONT_MATTER_NOT_MAPPING = Kind("RM101", "front-matter-not-mapping", WARNING, ("yaml-header-not-object",))
"""The YAML header is a list or a single value."""

DUPLICATE_FRONT_MATTER_KEY = Kind("RM102", "duplicate-front-matter-key", WARNING, ("yaml-duplicate-key",))
"""A key stands twice; the last one counts."""

MISSPELT_FRONT_MATTER_KEY = Kind("RM103", "misspelt-front-matter-key", WARNING)
"""A key that nobody reads, a letter or two away from one that is read."""

UNCLOSED_FRONT_MATTER = Kind("RM104", "unclosed-front-matter", WARNING)
"""The header never ends, so all of it is shown to readers."""

INVALID_FRONT_MATTER_VALUE = Kind("RM105", "invalid-front-matter-value", WARNING, ("invalid-value", "null-array-value"))
"""A known key has a value that it cannot have."""

RESERVED_FRONT_MATTER_KEY = Kind("RM106", "reserved-front-matter-key", WARNING, ("attribute-reserved",))
"""A key that the publishing system writes itself."""

OVERSIZED_FRONT_MATTER = Kind("RM107", "oversized-front-matter", WARNING)
"""The header is larger or nested deeper than any real one; it is not read."""

MISPLACED_FRONT_MATTER = Kind("RM108", "misplaced-front-matter", WARNING)
"""The header does not begin on the first line, so readers see it as text."""

# --- RM11x: monikers and moniker zones --------------------------------------------------------------------------------

INVALID_MONIKER_RANGE = Kind("RM110", "invalid-moniker-range", ERROR, ("moniker-range-invalid",))
"""A range or a list of monikers that cannot be evaluated whole."""

INVALID_MONIKER_DEFINITION = Kind("RM111", "invalid-moniker-definition", ERROR)
"""A definition is incomplete, or defines a name again."""

MONIKER_RANGE_OUT_OF_SCOPE = Kind("RM112", "moniker-range-out-of-scope", ERROR, ("moniker-range-out-of-scope",))
"""The article names no moniker of those that the configuration gives its folder."""

UNDEFINED_MONIKER_RANGE = Kind("RM113", "undefined-moniker-range", NOTE, ("moniker-range-undefined",))
"""The article or a zone chooses monikers, but the configuration gives its folder none."""

DUPLICATE_MONIKER_CONFIG = Kind("RM114", "duplicate-moniker-config", WARNING, ("duplicate-moniker-config",))
"""The front matter has both `monikerRange` and `monikers`; the latter is ignored."""

MALFORMED_MONIKER_ZONE = Kind("RM115", "malformed-moniker-zone", WARNING, ("invalid-moniker-range",))
"""The opening or closing line of a moniker zone has too much or too little on it."""

UNCLOSED_ZONE = Kind("RM116", "unclosed-zone", WARNING, ("invalid-moniker-range", "invalid-zone"))
"""A zone never ends: all that follows is shown to its readers only."""

NESTED_ZONE = Kind("RM117", "nested-zone", ERROR, ("invalid-zone",))
"""A zone inside a zone that the first end line closes, so the wrong readers see the rest."""

EMPTY_ZONE = Kind("RM118", "empty-zone", WARNING, ("moniker-zone-empty",))
"""No reader of the page sees the zone: it meets none of the page's monikers."""

INFERRED_MONIKERS = Kind("RM119", "inferred-monikers", NOTE)
"""Nothing defines the monikers; they were taken from use, without an order."""

# --- RM12x: alerts, zones for the reader's choice and other directives ------------------------------------------------

INVALID_DIRECTIVE = Kind(
    "RM120",
    "invalid-directive",
    ERROR,
    ("invalid-zone", "invalid-image", "invalid-video", "invalid-code", "invalid-form"),
)
"""A `:::` directive with attributes that it cannot have; the line stays text."""

INVALID_ALERT = Kind("RM121", "invalid-alert", WARNING, ("invalid-note-section",))
"""Text behind the marker of an alert turns it into an ordinary quote."""

UNKNOWN_ALERT = Kind("RM122", "unknown-alert", WARNING)
"""A quote begins with `[!X]`, but no such alert exists; readers see the brackets."""

UNCLOSED_DIRECTIVE = Kind(
    "RM123", "unclosed-directive", WARNING, ("invalid-zone", "invalid-image", "invalid-video", "invalid-code")
)
"""A directive that needs an end has none."""

MALFORMED_END = Kind(
    "RM124", "malformed-end", WARNING, ("invalid-zone", "invalid-image", "invalid-video", "invalid-code")
)
"""The closing line of a directive has too much or too little on it."""

UNKNOWN_DIRECTIVE = Kind("RM125", "unknown-directive", NOTE)
"""A `:::` line whose name means nothing; readers see it as text."""

MISSING_PIVOT_GROUP = Kind(
    "RM126", "missing-pivot-group", NOTE, ("zone-pivot-group-missing", "zone-pivot-definition-not-found")
)
"""The article uses pivots without saying, or finding, the group that defines them."""

UNDEFINED_PIVOT = Kind("RM127", "undefined-pivot", NOTE, ("pivot-id-not-found", "pivot-group-not-found"))
"""A pivot or pivot group that nothing defines."""

UNUSED_PIVOT = Kind("RM128", "unused-pivot", NOTE, ("pivot-id-unused",))
"""A pivot of the article's groups for which the article has no zone."""

DUPLICATE_PIVOT = Kind(
    "RM129",
    "duplicate-pivot",
    NOTE,
    ("duplicate-pivot-groups", "duplicate-pivot-ids", "zone-pivot-definition-conflict"),
)
"""A pivot or pivot group is defined twice; the first counts."""

# --- RM13x: includes and code snippets --------------------------------------------------------------------------------

INCLUDE_NOT_FOUND = Kind("RM130", "include-not-found", ERROR, ("include-not-found",))
"""An included file does not exist: readers miss what it says."""

INVALID_INCLUDE = Kind("RM131", "invalid-include", WARNING, ("include-invalid",))
"""An include of something that is not a Markdown file."""

CIRCULAR_INCLUDE = Kind("RM132", "circular-include", ERROR, ("circular-reference",))
"""A file includes itself, directly or through others."""

SNIPPET_NOT_FOUND = Kind("RM133", "snippet-not-found", WARNING, ("codesnippet-not-found",))
"""The file, tag or lines of a code snippet do not exist."""

UNKNOWN_SNIPPET_LANGUAGE = Kind("RM134", "unknown-snippet-language", WARNING, ("unknown-language-code",))
"""A snippet asks for a tag in a language whose comments are unknown."""

INCLUDE_OUTSIDE_ROOT = Kind("RM135", "include-outside-root", ERROR, ("link-out-of-scope",))
"""An include or snippet reaches outside the content folder; it is not read."""

TOO_MANY_INCLUDES = Kind("RM136", "too-many-includes", ERROR)
"""Includes are nested too deep or repeat too much; the rest is not read."""

INVALID_SNIPPET_SELECTION = Kind("RM137", "invalid-snippet-selection", WARNING)
"""Part of a snippet's query means nothing and is ignored."""

# --- RM14x: tabs, rows, tables, images and video ----------------------------------------------------------------------

INVALID_TAB_GROUP = Kind("RM140", "invalid-tab-group", WARNING, ("invalid-tab-group",))
"""The tabs of a group contradict each other."""

INVALID_ROW = Kind("RM141", "invalid-row", WARNING, ("invalid-row", "invalid-nested-column"))
"""A row or column is malformed, or stands where it cannot."""

UNCLOSED_ROW = Kind("RM142", "unclosed-row", WARNING, ("invalid-row", "invalid-nested-column"))
"""A row or column never ends."""

UNTRUSTED_VIDEO_HOST = Kind("RM143", "untrusted-video-host", WARNING, ("invalid-video",))
"""A video from a host that the page does not embed."""

RAGGED_TABLE_ROW = Kind("RM144", "ragged-table-row", WARNING)
"""A table row with more or fewer cells than the header."""

# --- RM15x: links and anchors -----------------------------------------------------------------------------------------

BOOKMARK_NOT_FOUND = Kind("RM150", "bookmark-not-found", WARNING, ("bookmark-not-found",))
"""A link to a heading or anchor that does not exist."""

FILE_NOT_FOUND = Kind("RM151", "file-not-found", WARNING, ("file-not-found",))
"""A link or image points to a file that does not exist."""

LINK_OUT_OF_SCOPE = Kind("RM152", "link-out-of-scope", WARNING, ("link-out-of-scope",))
"""A relative link leaves the content folder."""

LOCAL_FILE_PATH = Kind("RM153", "local-file-path", WARNING, ("local-file-path",))
"""A link to a path on somebody's machine."""

DUPLICATE_ANCHOR = Kind("RM155", "duplicate-anchor", NOTE)
"""The same explicit anchor twice; links reach only the first."""

MISSING_HEADING = Kind("RM156", "missing-heading", NOTE, ("h1-missing",))
"""An article without any heading: nothing in it can be linked to or aligned."""

# --- RM16x: markup that lies ------------------------------------------------------------------------------------------

NEAR_MISS_DIRECTIVE = Kind("RM160", "near-miss-directive", WARNING)
"""A line that is nearly a directive: readers see it, and what it encloses is shown to everybody."""

STRAY_END = Kind("RM161", "stray-end", WARNING)
"""A closing line that closes nothing."""

TRANSLATED_DIRECTIVE = Kind("RM162", "translated-directive", WARNING)
"""A directive whose keyword was translated, so that it does nothing."""

TRANSLATED_ALERT = Kind("RM163", "translated-alert", WARNING)
"""An alert whose marker was translated, so that it is an ordinary quote."""

MONIKER_WITHOUT_ZONE = Kind("RM164", "moniker-without-zone", WARNING)
"""Zones side by side serve all monikers of the page but some: those readers see nothing."""

BROKEN_NUMBERING = Kind("RM165", "broken-numbering", WARNING)
"""Steps that a reader sees restart, repeat or jump."""

TORN_EMPHASIS = Kind("RM166", "torn-emphasis", WARNING)
"""Asterisks that readers see, because a space or a letter broke the bold or italic text."""

TORN_LINK = Kind("RM167", "torn-link", WARNING)
"""A link in two parts, of which readers see the brackets."""

MERGE_CONFLICT = Kind("RM168", "merge-conflict", WARNING, ("merge-conflict",))
"""A marker of an unfinished merge."""

NEAR_MISS_ALERT = Kind("RM169", "near-miss-alert", WARNING)
"""A quote that is nearly an alert: readers see the marker, not the box."""

# --- RM17x: safety of HTML --------------------------------------------------------------------------------------------

DISALLOWED_HTML_TAG = Kind("RM170", "disallowed-html-tag", NOTE, ("disallowed-html-tag",))
"""An HTML element that is not let through."""

DISALLOWED_HTML_ATTRIBUTE = Kind("RM171", "disallowed-html-attribute", NOTE, ("disallowed-html-attribute",))
"""An HTML attribute that is not let through."""

UNSAFE_LINK = Kind("RM172", "unsafe-link", WARNING)
"""A link or image with a scheme that can run code; the address is dropped."""

# --- RM18x: the file itself -------------------------------------------------------------------------------------------

EMPTY_ARTICLE = Kind("RM180", "empty-article", WARNING)
"""The file has no content."""

BINARY_FILE = Kind("RM181", "binary-file", ERROR)
"""The file is not text."""

INVALID_ENCODING = Kind("RM182", "invalid-encoding", ERROR)
"""The file is not UTF-8."""

OVERSIZED_ARTICLE = Kind("RM183", "oversized-article", ERROR)
"""The file is larger than any article; it is not read."""

EXCESSIVE_NESTING = Kind("RM184", "excessive-nesting", ERROR)
"""Blocks or inlines are nested deeper than any reader follows; the rest stays text."""

UNREADABLE_FILE = Kind("RM185", "unreadable-file", ERROR)
"""The file cannot be opened."""

KINDS: tuple[Kind, ...] = tuple(value for value in globals().copy().values() if isinstance(value, Kind))
"""All of them, by code."""
