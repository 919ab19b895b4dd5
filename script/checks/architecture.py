#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""Holds every #include against the table of rooms in docs/ARCHITECTURE.md, so that the page stays true and the walls stand."""
import fnmatch
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import tree

PAGE = "docs/ARCHITECTURE.md"
OWNERS = "models/desk/ownership.cpp"
FOLDERS = (*tree.PRODUCT, "tests")
ALL = "*"

# No edit of the table opens these: who never includes whom, by the beginning of the folder's name.
SEALED = [("models", "app"), ("models", "ui"), ("ui", "app")]
SEALED += [(f"app/{one}", f"app/{other}")
           for one in ("storage", "matching", "huggingface", "api", "channels")
           for other in ("storage", "matching", "huggingface", "api", "channels", "cli") if one != other]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"(?P<project>[^"\n]+)"|<(?P<outside>[^>\n]+)>)', re.MULTILINE)
BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
STANDARD_HEADER = re.compile(r"[a-z_]+")


class Room:
    """A row of the table: a folder, the rooms it may include beside itself, the outside libraries it may use."""

    def __init__(self, folder, line, may_include, libraries):
        self.folder, self.line = folder, line
        self.may_include, self.libraries = may_include, libraries

    def admits_room(self, other):
        return other == self.folder or any(fnmatch.fnmatchcase(other, pattern) for pattern in self.may_include)

    def admits_library(self, library):
        return ALL in self.libraries or library in self.libraries


def names_in(cell):
    return [ALL] if cell.strip() == "everything" else re.findall(r"`([^`]+)`", cell)


def rooms_of(page):
    """The rows whose first cell is one folder in backticks, by folder."""
    rooms = {}
    for number, line in enumerate(page.splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        folder = re.match(r"`([a-z]+(?:/[a-z]+)*)`", cells[0])
        if line.startswith("|") and folder and len(cells) == 4:
            rooms[folder[1]] = Room(folder[1], number, names_in(cells[2]), names_in(cells[3]))
    return rooms


def room_of(path, rooms):
    """The room a file lives in. The program's own files lie in app itself; a folder in app needs a row of its own."""
    for folder in [path.parent.as_posix(), *(parent.as_posix() for parent in path.parent.parents)]:
        if folder in rooms and (folder != "app" or path.parent.as_posix() == "app"):
            return rooms[folder]
    return None


def library_of(header):
    """QtCore/QString → QtCore, tl/expected.hpp → tl, csv.h → csv; nothing for a header of C++ itself."""
    if STANDARD_HEADER.fullmatch(header):
        return None
    return re.sub(r"\.(h|hpp|hh)$", "", header.split("/")[0])


class Inclusions:
    """Checks one file's includes."""

    def __init__(self, root, rooms, offences):
        self.root, self.rooms, self.offences = pathlib.Path(root), rooms, offences

    def check(self, path):
        room = room_of(path, self.rooms)
        if room is None:
            self.offences.add(path, 1, f"the folder {path.parent.as_posix()} has no row in the table of {PAGE}")
            return
        text = BLOCK_COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), tree.read(self.root, path))
        for match in INCLUDE.finditer(text):
            line = tree.line_of(text, match.start())
            if match["project"]:
                self.check_project(path, line, room, match["project"])
            else:
                self.check_outside(path, line, room, match["outside"])

    def check_project(self, path, line, room, target):
        if target == path.stem + ".moc":
            return
        if not target.startswith(tuple(folder + "/" for folder in (*FOLDERS, "cmake"))):
            self.offences.add(path, line, f'"{target}" does not start at the root of the repository')
        elif ".." in target.split("/") or not (self.root / target).is_file():
            self.offences.add(path, line, f'"{target}" does not exist')
        else:
            self.check_wall(path, line, room, target)

    def check_wall(self, path, line, room, target):
        other = room_of(pathlib.PurePosixPath(target), self.rooms)
        if other is None:
            return  # its folder has no row, which is said once, of its own files
        if not room.admits_room(other.folder):
            self.offences.add(path, line, f'{room.folder} may not include {other.folder} ("{target}")')

    def check_outside(self, path, line, room, header):
        library = library_of(header)
        if library is None or room.admits_library(library):
            return
        if re.fullmatch(r"Q\w*", header):
            self.offences.add(path, line, f"<{header}> does not name its module, as in <QtCore/QString>")
        elif (self.root / header).is_file():
            self.offences.add(path, line, f'<{header}> is a file of the project: include it as "{header}"')
        else:
            self.offences.add(path, line, f"{room.folder} may not use {library} (<{header}>)")


def check_table(rooms, sources, offences):
    """The table itself: every row has a folder with sources, and no row opens a sealed wall."""
    inhabited = {room.folder for room in (room_of(path, rooms) for path in sources) if room}
    for room in rooms.values():
        if room.folder not in inhabited:
            offences.add(PAGE, room.line, f"the room {room.folder} has no sources: the row is stale")
        for other in rooms.values():
            sealed = any(within(room.folder, one) and within(other.folder, another) for one, another in SEALED)
            if sealed and room.admits_room(other.folder):
                offences.add(PAGE, room.line, f"the row lets {room.folder} include {other.folder}, which is never allowed")


def within(folder, outer):
    return folder == outer or folder.startswith(outer + "/")


def rows_in_page(page):
    """The table of owners: (now, step, then) → line."""
    row = re.compile(r"^\| (\w+) \| (\w+) \| (\w+) \|", re.MULTILINE)
    return {match.groups(): tree.line_of(page, match.start()) for match in row.finditer(page)}


def rows_in_code(code):
    rule = re.compile(r"\{Owner::(\w+),\s*Step::(\w+),\s*Owner::(\w+)\}")
    return {match.groups(): tree.line_of(code, match.start()) for match in rule.finditer(code)}


def check_owners(root, page, offences):
    """The page's table of who owns a conversation is the one the code obeys."""
    if not (pathlib.Path(root) / OWNERS).is_file():
        return
    told, done = rows_in_page(page), rows_in_code(tree.read(root, OWNERS))
    for row in sorted(told.keys() - done.keys()):
        offences.add(PAGE, told[row], f"{' → '.join(row)} is not in {OWNERS}")
    for row in sorted(done.keys() - told.keys()):
        offences.add(OWNERS, done[row], f"{' → '.join(row)} is not in {PAGE}")


def check(root):
    offences = tree.Offences()
    page = tree.read(root, PAGE) if (pathlib.Path(root) / PAGE).is_file() else ""
    rooms = rooms_of(page)
    if not rooms:
        offences.add(PAGE, 1, "there is no table of rooms (room | lives there | may include | outside libraries)")
        return offences
    sources = tree.files(root, FOLDERS)
    check_table(rooms, sources, offences)
    check_owners(root, page, offences)
    inclusions = Inclusions(root, rooms, offences)
    for path in sources:
        inclusions.check(path)
    return offences


if __name__ == "__main__":
    tree.main("architecture", check)
