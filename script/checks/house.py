#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""House rules for every text of the project: the licence on top of each source, nothing left to do, no machine's own paths and hosts."""
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import tree

LICENCE = re.compile(r"(?:#![^\n]*\n)?(?://|#) SPDX-FileCopyrightText: \d{4} The Relaydesk authors\n"
                     r"(?://|#) SPDX-License-Identifier: MIT\n")
SOURCES = (".cpp", ".h", ".py")
FOLDERS = ("app", "ui", "models", "tests", "resources", "installer", "docs", "cmake", "script", ".ci")
# At the root: what is written by hand there.
AT_ROOT = ("CMakeLists.txt", "CMakePresets.json", "README.md", "CHANGELOG.md", ".clang-format", ".clang-tidy", ".gitignore")

# Written in pieces, so that this file passes its own check.
RULES = [
    (re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX)\b"), "leaves something to do; do it, or write an issue"),
    (re.compile(r"(?<![\w.~})$-])/(?:work|root|home)/(?!…)"), "names a folder of one machine"),
    (re.compile(r"\b(?:pypi|pythonhosted|npmjs|crates|rubygems|docker)\.(?:org|com|io)\b|\b(?:deb|security|snapshot)\.debian\.org\b"
                r"|\bproxy\.golang\.org\b|\b(?:gh|g)cr\.io\b"), "names a registry's host"),
]


def check_text(path, text, offences):
    if path.suffix in SOURCES and not LICENCE.match(text):
        offences.add(path, 1, "does not begin with the two SPDX lines")
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, sentence in RULES:
            found = pattern.search(line)
            if found:
                offences.add(path, number, f"{found.group()!r} {sentence}")


def check(root):
    offences = tree.Offences()
    at_root = [pathlib.Path(name) for name in AT_ROOT if (pathlib.Path(root) / name).is_file()]
    for path in at_root + tree.files(root, FOLDERS, ("",)):
        content = (pathlib.Path(root) / path).read_bytes()
        if b"\0" in content:
            continue  # pictures, vectors: no text
        try:
            check_text(path, content.decode("utf-8"), offences)
        except UnicodeDecodeError:
            offences.add(path, 1, "is text, but not UTF-8")
    return offences


if __name__ == "__main__":
    tree.main("house", check)
