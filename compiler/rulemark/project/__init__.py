"""A project on disk: the one place where all stages meet, and the only one below the command line that touches files.

Reading comes first and is complete: a `Project` holds every text, so that compiling is pure and can be repeated.
Writing comes last and is all or nothing: artifacts are compared with what stands on disk, written to temporary files,
and moved into place when every one of them could be written.
"""

from rulemark.project.changed_lines import is_new, lines_changed_since
from rulemark.project.compiling import Inputs, Progress, compile_inputs, parse_options, silent
from rulemark.project.errors import ProjectError
from rulemark.project.findings import findings
from rulemark.project.in_memory import check_files, compile_files, compile_text, parse_files
from rulemark.project.kinds import KINDS
from rulemark.project.packing import pack
from rulemark.project.project import Project
from rulemark.project.rebuilding import Build, build
from rulemark.project.settings import find_root, read_text
from rulemark.project.versions import policies_of
from rulemark.project.writing import Changes, replace_files

__all__ = [
    "KINDS",
    "Build",
    "Changes",
    "Inputs",
    "Progress",
    "Project",
    "ProjectError",
    "build",
    "check_files",
    "compile_files",
    "compile_inputs",
    "compile_text",
    "find_root",
    "findings",
    "is_new",
    "lines_changed_since",
    "pack",
    "parse_files",
    "parse_options",
    "policies_of",
    "read_text",
    "replace_files",
    "silent",
]
