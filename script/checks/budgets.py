#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""Small files, small functions, narrow ports: the budgets of product code.

Exceptions stand in budget-exceptions.txt beside this file, one a line: `budget subject: reason`. One that is not needed
any more fails. Medians and percentiles have no exceptions.
"""
import math
import pathlib
import sys

sys.dont_write_bytecode = True
import cppcode
import tree

EXCEPTIONS = "script/checks/budget-exceptions.txt"

FILE_MEDIAN, FILE_P90, FILE_MOST = 80, 220, 400    # lines: not blank for the first two, all for the last
FUNCTION_P90, FUNCTION_MOST = 22, 70               # lines that are not blank, from its head to its closing brace
PORT_METHODS, CONSTRUCTOR_PARAMETERS = 6, 6
WINDOW_MOST = 250                                  # lines of mainwindow.cpp


def percentile(numbers, share):
    """The smallest of the numbers that at least this share of them does not exceed; 0 for none."""
    ordered = sorted(numbers)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0


class Budgets:
    """Measures all product files, then says what is over."""

    def __init__(self, root):
        self.root, self.offences = root, tree.Offences()
        self.exceptions = self.read_exceptions()
        self.used = set()
        self.files, self.functions = [], []

    def read_exceptions(self):
        found = {}
        path = pathlib.Path(self.root) / EXCEPTIONS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.is_file() else [], 1):
            if not line.strip() or line.startswith("#"):
                continue
            key, _, reason = line.partition(": ")
            if not reason.strip():
                self.offences.add(EXCEPTIONS, number, f"{key.strip()} is given no reason")
            found[key.strip()] = number
        return found

    def over(self, budget, subject, path, line, sentence):
        """Too much of something that can be excepted by name."""
        key = f"{budget} {subject}"
        if key in self.exceptions:
            self.used.add(key)
        else:
            self.offences.add(path, line, f"{sentence} [{key}]")

    def measure(self, path):
        text = tree.read(self.root, path)
        name = path.as_posix()
        raw = len(text.splitlines())
        self.files.append((sum(1 for line in text.splitlines() if line.strip()), path))
        most = WINDOW_MOST if path.name == "mainwindow.cpp" else FILE_MOST
        if raw > most:
            self.over("file-lines", name, path, 1, f"has {raw} lines, {most} are allowed")
        code = cppcode.Code(text)
        self.measure_functions(code, path, name)
        self.measure_constructors(code, path, name)
        if name.startswith("models/domain/"):
            self.measure_ports(code, path, name)

    def measure_functions(self, code, path, name):
        for block in code.functions():
            self.functions.append((block.lines, path, block))
            if block.lines > FUNCTION_MOST:
                self.over("function-lines", f"{name}:{block.name}", path, block.line,
                          f"{block.name} has {block.lines} lines, {FUNCTION_MOST} are allowed")

    def measure_constructors(self, code, path, name):
        for type_name, line, count in code.constructors():
            if count > CONSTRUCTOR_PARAMETERS:
                self.over("constructor-parameters", f"{name}:{type_name}", path, line,
                          f"the constructor of {type_name} takes {count} parameters, {CONSTRUCTOR_PARAMETERS} are allowed")

    def measure_ports(self, code, path, name):
        for block in code.types():
            count = code.pure_methods(block)
            if count > PORT_METHODS:
                self.over("port-methods", f"{name}:{block.name}", path, block.line,
                          f"the port {block.name} has {count} methods, {PORT_METHODS} are allowed")

    def judge_sizes(self):
        sizes = [lines for lines, _ in self.files]
        median, p90 = percentile(sizes, 0.5), percentile(sizes, 0.9)
        functions = percentile([lines for lines, *_ in self.functions], 0.9)
        if median > FILE_MEDIAN:
            self.offences.add(".", 0, f"the median file has {median} lines, {FILE_MEDIAN} are allowed")
        if p90 > FILE_P90:
            for lines, path in sorted(self.files, reverse=True):
                if lines > FILE_P90:
                    self.offences.add(path, 1, f"has {lines} lines that are not blank; nine in ten files may have {FILE_P90} at most, here it is {p90}")
        if functions > FUNCTION_P90:
            for lines, path, block in sorted(self.functions, key=lambda found: -found[0]):
                if lines > FUNCTION_P90:
                    self.offences.add(path, block.line, f"{block.name} has {lines} lines; nine in ten functions may have {FUNCTION_P90} at most, here it is {functions}")
        print(f"{len(sizes)} files: median {median}, 90th percentile {p90} lines; "
              f"{len(self.functions)} functions: 90th percentile {functions} lines")

    def judge_exceptions(self):
        for key, number in self.exceptions.items():
            if key not in self.used:
                self.offences.add(EXCEPTIONS, number, f"{key} needs no exception (any more)")


def check(root):
    budgets = Budgets(root)
    for path in tree.files(root, tree.PRODUCT):
        budgets.measure(path)
    budgets.judge_sizes()
    budgets.judge_exceptions()
    return budgets.offences


if __name__ == "__main__":
    tree.main("budgets", check)
