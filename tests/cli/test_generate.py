from __future__ import annotations

from pathlib import Path

from command_line import Run


def test_rules_come_from_a_policy_without_any_article(rulemark: Run, sample: Path) -> None:
    rulemark("build")
    made = sample / "generated/python/commerce_rules/cancel_subscription.py"
    result = rulemark(
        *("generate", "policies/commerce/cancel-subscription.yaml"),
        *("--package", "commerce_rules", "--output", "alone"),
    )

    assert result.code == 0
    assert (sample / "alone/python/commerce_rules/cancel_subscription.py").read_bytes() == made.read_bytes()


def test_a_broken_policy_is_a_finding_and_nothing_is_written(rulemark: Run, folder: Path) -> None:
    (folder / "p.yaml").write_text("path: [\n")
    result = rulemark("generate", "p.yaml")

    assert result.code == 1
    assert result.out.startswith("p.yaml:")
    assert not (folder / "generated").exists()
