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
        known = [page.name for page in pages()] + [page.code.lower() for page in pages()]
        near = get_close_matches(name.lower(), known, n=1)
        raise click.BadParameter(
            f"{name!r} is no kind of finding" + (f"; did you mean {near[0]}?" if near else ""), param_hint="CODE"
        )
    click.echo(found.text, nl=False)
    return 0
