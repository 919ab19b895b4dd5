# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""What the checks share: finding the sources, taking comments and strings out of C++, and saying what is wrong where."""
import os
import pathlib
import re
import sys

PRODUCT = ("app", "ui", "models")
SKIPPED_FOLDERS = {"build", "__pycache__", ".git", ".cache"}


def files(root, folders, endings=(".cpp", ".h")):
    """The files below the folders of root with one of the endings, as paths relative to root, sorted."""
    found = []
    for folder in folders:
        for path, inner, names in os.walk(pathlib.Path(root) / folder):
            inner[:] = [name for name in inner if name not in SKIPPED_FOLDERS]
            found += [pathlib.Path(path, name).relative_to(root) for name in names if name.endswith(endings)]
    return sorted(found)


def read(root, path):
    return (pathlib.Path(root) / path).read_text(encoding="utf-8")


TOKENS = re.compile(
    r'//[^\n]*|/\*.*?\*/'                      # comments
    r'|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"'   # raw strings
    r'|"(?:\\.|[^"\\\n])*"'                    # strings
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'",   # characters, but not the marks in 1'000
    re.DOTALL)


def bare_code(text):
    """The text with comments gone and strings and characters emptied; every line keeps its number."""
    def bare(match):
        token = match.group()
        lines = "\n" * token.count("\n")
        return lines if token.startswith("/") else token[0].replace("R", '"') + lines + token[-1]
    return TOKENS.sub(bare, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


class Offences:
    """Sentences about what is wrong, each with its file and line."""

    def __init__(self):
        self.sentences = []

    def add(self, path, line, sentence):
        self.sentences.append(f"{pathlib.PurePath(path).as_posix()}:{line}: {sentence}")

    def report(self, name):
        """Prints all of them and answers the exit code."""
        for sentence in self.sentences:
            print(sentence)
        print(f"{name}: " + (f"{len(self.sentences)} found" if self.sentences else "nothing to object to"))
        return 1 if self.sentences else 0


def main(name, check):
    """Runs check(root) → Offences on the tree named on the command line, by default the one this file is in."""
    root = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2]
    sys.exit(check(root).report(name))
