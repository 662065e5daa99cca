from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from command_line import Run

STOPS = 20


def test_pages_are_served_until_an_interrupt_ends_it_in_order(project: Path) -> None:
    command = [sys.executable, "-m", "rulemark", "serve", "--port", "0", "--no-open"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        line = next(line for line in process.stderr if line.startswith("serving "))
        with urlopen(line.split()[1]) as response:  # noqa: S310 - the address that was printed
            assert b"serve.js" in response.read()
        process.send_signal(signal.SIGINT)
        _, rest = process.communicate(timeout=STOPS)

    assert (process.returncode, rest) == (0, "stopped\n")


def test_without_a_project_there_is_one_line(rulemark: Run, folder: Path) -> None:
    result = rulemark("serve", "--no-open", folder)

    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "try `rulemark init`" in result.err
