#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""skips.py REPORT ALLOWED: a test that was skipped has not passed, unless ALLOWED names it with a reason.

REPORT is ctest's --output-junit. Counted are whole tests and single functions of Qt Test (QSKIP); unittest says only that there are some (`test/skipped`).
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

sys.dont_write_bytecode = True
import tree

QT_SKIP = re.compile(r"^SKIP\s*: \w+::(\w+)\(", re.MULTILINE)
PYTHON_SKIP = re.compile(r"^OK \((skipped)=\d+\)", re.MULTILINE)


def skipped_in(report):
    """Names of what did not run: `test`, or `test/function` for a part of one."""
    names = []
    for case in xml.parse(report).getroot().iter("testcase"):
        name, output = case.get("name"), case.findtext("system-out") or ""
        if case.find("skipped") is not None or case.get("status") in ("notrun", "disabled"):
            names.append(name)
        else:
            parts = QT_SKIP.findall(output) + PYTHON_SKIP.findall(output)
            names += [f"{name}/{part}" for part in dict.fromkeys(parts)]
    return names


def allowed_in(path, offences):
    allowed = set()
    for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, reason = line.partition(":")
        if reason.strip():
            allowed.add(name.strip())
        else:
            offences.add(path, number, f"{name.strip()} is given no reason")
    return allowed


def check(report, allowed_path):
    offences = tree.Offences()
    allowed = allowed_in(allowed_path, offences)
    if not pathlib.Path(report).is_file():
        offences.add(report, 1, "there is no report of a test run")
        return offences
    for name in skipped_in(report):
        if name not in allowed:
            offences.add(allowed_path, 1, f"{name} was skipped and is not listed here, so the run fails")
    return offences


if __name__ == "__main__":
    sys.exit(check(*sys.argv[1:3]).report("skips"))
