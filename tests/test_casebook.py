from __future__ import annotations

from pathlib import Path

import casebook

BOOK = """# A book

## First

````markdown en-us/a.md
# Return

If you return fewer than 10 items, wait. If you return more than 10 items, call us.

```text
a fence inside an article
```
````

```diagnostics RM4
{diagnostics}```

```policy decisions
{policy}```

## Only prose

```text
## Not a title
```
"""
RIGHT = {
    "diagnostics": "en-us/a.md:3:15: RM401 no case covers exactly 10 items\n",
    "policy": """decisions:
- id: return
  inputs: [items]
  outcomes:
  - name: case_1
    labels: {en-us: wait}
  - name: case_2
    labels: {en-us: call us}
  cases:
  - when:
      items: {lt: 10}
    then: case_1
  - when:
      items: {gt: 10}
    then: case_2
  anchor: return
""",
}
WRONG = {"diagnostics": "nothing\n", "policy": ""}


def test_a_case_holds_its_files_and_what_it_expects() -> None:
    (case,) = casebook.read(BOOK.format(**RIGHT))

    assert (case.title, case.line) == ("First", 3)
    assert list(case.files) == ["en-us/a.md"]
    assert case.files["en-us/a.md"].endswith("a fence inside an article\n```\n")
    assert [fence.words for fence in case.expectations] == [("diagnostics", "RM4"), ("policy", "decisions")]


def test_what_holds_gives_no_failure() -> None:
    (case,) = casebook.read(BOOK.format(**RIGHT))

    assert list(casebook.failures(case)) == []


def test_what_does_not_hold_is_a_failure_with_what_comes_out() -> None:
    (case,) = casebook.read(BOOK.format(**WRONG))

    assert [found for _, found in casebook.failures(case)] == [RIGHT["diagnostics"], RIGHT["policy"]]


def test_an_update_writes_what_comes_out_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "book.md"
    path.write_text(BOOK.format(**WRONG), encoding="utf-8")
    casebook.update(path, "First")

    assert path.read_text(encoding="utf-8") == BOOK.format(**RIGHT)


def test_a_page_of_prose_is_no_casebook(tmp_path: Path) -> None:
    path = tmp_path / "prose.md"
    path.write_text("# Prose\n\n```markdown en-us/a.md\n# A\n```\n", encoding="utf-8")

    assert not casebook.is_casebook(path)


def test_the_example_for_contributors_holds() -> None:
    guide = (Path(__file__).parent.parent / "compiler/docs/contributing.md").read_text(encoding="utf-8")
    example = guide.partition("`````markdown\n")[2].partition("`````\n")[0]
    (case,) = casebook.read(example)

    assert [found for _, found in casebook.failures(case)] == []
