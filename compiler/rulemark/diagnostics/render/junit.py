"""Findings as JUnit XML: an article is a test suite, a finding a failed test."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from rulemark.diagnostics.model import Diagnostic, Severity, sort_key
from rulemark.diagnostics.render.text import lines

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one `testsuites` element; notes are passed tests with output, so that they fail no build."""
    ordered = sorted(diagnostics, key=sort_key)
    suites = [_suite(path, list(found)) for path, found in groupby(ordered, key=lambda item: item.location.path)]
    failures = sum(_fails(item) for item in ordered)
    body = "".join(suites)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="rulemark" tests="{len(ordered)}" failures="{failures}">\n{body}</testsuites>\n'
    )


def _suite(path: str, found: list[Diagnostic]) -> str:
    failures = sum(_fails(item) for item in found)
    cases = "".join(_case(path, item) for item in found)
    return f'  <testsuite name={_attribute(path)} tests="{len(found)}" failures="{failures}">\n{cases}  </testsuite>\n'


def _case(path: str, diagnostic: Diagnostic) -> str:
    start = diagnostic.location.start
    name = f"{diagnostic.kind.code} {diagnostic.kind.name} {start.line}:{start.column}"
    text = _text("\n".join(lines(diagnostic)))
    kind, message = str(diagnostic.severity), _attribute(diagnostic.message)
    inner = f'<failure type="{kind}" message={message}>{text}</failure>' if _fails(diagnostic) else _output(text)
    return f"    <testcase classname={_attribute(path)} name={_attribute(name)}>{inner}</testcase>\n"


def _output(text: str) -> str:
    return f"<system-out>{text}</system-out>"


def _fails(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is not Severity.NOTE


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))
