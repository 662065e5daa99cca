"""Import of a generated package of five articles, over the interpreter's own start.

Run from the root of the repository: `python tests/benchmarks/importing.py`. Each figure is the best of interleaved
starts of `python -I -S`: `package` imports the package alone, `modules` also all five article modules.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "compiler"), str(ROOT / "tests")]

from outputs.python.generated import write  # noqa: E402 - found by the line above
from outputs.python.sample import POLICY  # noqa: E402
from rulemark.outputs.python import render  # noqa: E402
from rulemark.policy import PolicySet  # noqa: E402

ROUNDS: Final = 25
_ARTICLES: Final = tuple(replace(POLICY, path=f"plans/article-{number}") for number in range(5))
_SCRIPTS: Final = {
    "interpreter": "pass",
    "package": "import sys; sys.path.insert(0, '.'); import plan_rules",
    "modules": "import sys; sys.path.insert(0, '.'); from plan_rules import "
    + ", ".join(f"article_{number}" for number in range(5)),
}


def _seconds(script: str, folder: Path) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-S", "-c", script], cwd=folder, check=True)
    return time.perf_counter() - begin


def measure() -> dict[str, float]:
    """Measure and print milliseconds over the interpreter's start; return them."""
    with tempfile.TemporaryDirectory() as path:
        folder = Path(path) / "python"
        write(render(PolicySet(_ARTICLES), package="plan_rules"), Path(path))
        best = dict.fromkeys(_SCRIPTS, float("inf"))
        for _ in range(ROUNDS):
            for name, script in _SCRIPTS.items():
                best[name] = min(best[name], _seconds(script, folder))
    over = {name: round((best[name] - best["interpreter"]) * 1e3, 2) for name in ("package", "modules")}
    shown = {"interpreter": round(best["interpreter"] * 1e3, 2), **over}
    sys.stdout.write(json.dumps(shown, indent=1) + "\n")
    return over


if __name__ == "__main__":
    measure()
