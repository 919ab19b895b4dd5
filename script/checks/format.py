#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""Every C++ source is laid out as clang-format 14 does it with the project's .clang-format."""
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
import tree

TOOL = "clang-format-14"
FOLDERS = (*tree.PRODUCT, "tests", "cmake")
COMPLAINT = re.compile(r"^(?P<path>[^:\n]+):(?P<line>\d+):\d+: (?:error|warning):", re.MULTILINE)


def check(root):
    offences = tree.Offences()
    if shutil.which(TOOL) is None:
        offences.add(".clang-format", 1, f"{TOOL} is not installed: script/setup --for-tests installs it")
        return offences
    sources = [path.as_posix() for path in tree.files(root, FOLDERS)]
    if not sources:
        return offences
    run = subprocess.run([TOOL, "--dry-run", "--Werror", *sources], cwd=root, capture_output=True, text=True)
    complained = set()
    for match in COMPLAINT.finditer(run.stderr):
        if match["path"] not in complained:
            complained.add(match["path"])
            offences.add(match["path"], match["line"], f"is not laid out as agreed: {TOOL} -i {match['path']}")
    if run.returncode and not complained:
        offences.add(".clang-format", 1, f"{TOOL} failed: {run.stderr.strip()}")
    return offences


if __name__ == "__main__":
    tree.main("format", check)
