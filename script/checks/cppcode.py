# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""Finds functions, classes and constructors in C++ laid out in the project's style: a brace matcher, no compiler."""
import re
from dataclasses import dataclass

import tree

CONTROL = re.compile(r"\b(if|for|while|switch|catch|do|else|try|return)\b")
TYPE = re.compile(r"\b(?:class|struct|union)\s+(?:alignas\([^)]*\)\s*)?(\w+)[^()=;]*$")
# What may stand between a parameter list and the body of its function.
TAIL = re.compile(r"\)\s*(?:(?:const|noexcept|override|final|mutable|constexpr|&&?)\s*|->\s*[\w:<>,*&\s]+|:(?!:).*)*$", re.DOTALL)
INITIALISERS = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:)[^;]*$", re.DOTALL)
LABELS = re.compile(r"\s*(?:Q_OBJECT|Q_GADGET|Q_NAMESPACE|(?:public|protected|private)(?:\s+slots)?\s*:|(?:Q_)?(?:signals|SIGNALS|slots|SLOTS)\s*:|\s)+")
PREPROCESSOR = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.MULTILINE)


@dataclass
class Block:
    kind: str    # "function", "type", "namespace" or "other"
    name: str    # of a function or type; may be empty
    line: int    # where its header begins
    start: int   # of its body, just after the brace
    end: int = 0
    lines: int = 0  # not blank, from header to closing brace


class Code:
    """One file, taken apart. `blocks` are in the order in which they end; parts of a function are not looked at."""

    def __init__(self, text):
        bare = tree.bare_code(text)
        self.text = PREPROCESSOR.sub(lambda match: "\n" * match.group().count("\n"), bare)
        self.lines = self.text.split("\n")
        self.raw = text.split("\n")
        self.blocks = []
        self.take_apart()

    def take_apart(self):
        stack, header = [], 0  # the blocks that are open; where the declaration begins that is being read
        for match in re.finditer(r"[{};]", self.text):
            at, sign = match.start(), match.group()
            opaque = bool(stack) and stack[-1].kind in ("function", "other")
            if sign == "{":
                stack.append(Block("other", "", 0, at + 1) if opaque else self.block(header, at))
                if stack[-1].kind != "other":
                    header = at + 1
            elif sign == "}" and stack:
                closed = stack.pop()
                self.close(closed, at)
                if closed.line and not (closed.kind == "other" and self.is_initialiser(header, at)):
                    header = at + 1
            elif not opaque:
                header = at + 1

    def is_initialiser(self, header, at):
        """A closing brace after which the same declaration goes on: a constructor's m_a{1}, or a default argument's {}."""
        rest = self.text[at + 1:at + 80].lstrip()
        before = self.text[header:at]
        return rest[:1] in (",", ")") or (rest[:1] == "{" and INITIALISERS.search(before) is not None)

    def block(self, header, at):
        text = self.text[header:at]
        skipped = LABELS.match(text)
        begin = header + (skipped.end() if skipped else 0)
        kind, name = self.kind_of(self.text[begin:at])
        return Block(kind, name, tree.line_of(self.text, begin), at + 1)

    @staticmethod
    def kind_of(header):
        stripped = header.rstrip()
        if re.search(r"\bnamespace\b[^()=]*$", stripped) or stripped.endswith('extern ""'):
            return "namespace", ""
        if re.search(r"\benum\b[^()]*$", stripped):
            return "other", ""
        type_found = TYPE.search(stripped)
        if type_found:
            return "type", type_found[1]
        unfinished = re.search(r"[\w>]$", header) and INITIALISERS.search(stripped)
        if "(" in stripped and not unfinished and TAIL.search(stripped) and stripped.count("(") == stripped.count(")"):
            called = re.search(r"([\w:~]*operator\s*[^\s(]*(?:\(\))?|[\w:~]+)\s*\(", stripped)
            return "function", called[1] if called else ""
        return "other", ""

    def close(self, block, at):
        block.end = at
        if block.line:
            last = tree.line_of(self.text, at)
            block.lines = sum(1 for line in self.raw[block.line - 1:last] if line.strip())
            self.blocks.append(block)

    def functions(self):
        return [block for block in self.blocks if block.kind == "function"]

    def types(self):
        return [block for block in self.blocks if block.kind == "type"]

    def pure_methods(self, type_block):
        body = self.text[type_block.start:type_block.end]
        return len(re.findall(r"\)[^;{}()]*=\s*0\s*;", body))

    def constructors(self):
        """(class, line, number of parameters) of each constructor declared or defined here."""
        found = []
        for block in self.types():
            pattern = re.compile(rf"(?:^|[;{{}}:>])\s*(?:(?:explicit|constexpr|inline)\s+)*(?<![~\w]){block.name}\s*\(", re.MULTILINE)
            found += self.constructors_like(pattern, block.name, block.start, block.end)
        for match in re.finditer(r"\b(\w+)::\1\s*\(", self.text):
            found.append((match[1], tree.line_of(self.text, match.end()), self.parameters(match.end())))
        return found

    def constructors_like(self, pattern, name, start, end):
        return [(name, tree.line_of(self.text, match.end()), self.parameters(match.end()))
                for match in pattern.finditer(self.text, start, end)]

    def parameters(self, start):
        """How many there are in the list that begins at start, just after its parenthesis."""
        depth, commas, at = 1, 0, start
        while at < len(self.text):
            sign = self.text[at]
            depth += (sign in "([{<") - (sign in ")]}" or (sign == ">" and self.text[at - 1] != "-"))
            if depth == 0:
                break
            commas += sign == "," and depth == 1
            at += 1
        return commas + 1 if self.text[start:at].strip() else 0
