"""`rulemark explain`: the page about a kind of finding."""

from __future__ import annotations

from difflib import get_close_matches

import click

from rulemark.diagnostics.explain import find, pages


@click.command()
@click.argument("name", required=False, metavar="[CODE|NAME]")
def explain(name: str | None) -> int:
    """Say what a kind of finding means, why it matters, and how to avoid it; without a name list all kinds.

    Example: rulemark explain RM401
    """
    if name is None:
        for page in pages():
            click.echo(f"{page.code} {page.name}: {page.summary}")
        return 0
    found = find(name)
    if found is None:
        raise click.BadParameter(f"{name!r} is no kind of finding; {_advice(name)}", param_hint="CODE")
    click.echo(found.text, nl=False)
    return 0


def _advice(name: str) -> str:
    """Return what a misspelt name may have been: codes that begin so, or the nearest name."""
    near = [page.code for page in pages() if page.code.lower().startswith(name.lower())]
    near = near or get_close_matches(name.lower(), [page.name for page in pages()], n=1)
    return f"did you mean {' or '.join(near)}?" if near else "`rulemark explain` lists them all"
