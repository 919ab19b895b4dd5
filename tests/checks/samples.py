# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""Small trees of files for the checks to look at: a good one, of which a test changes what it is about."""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "script" / "checks"))

LICENCE = "// SPDX-FileCopyrightText: 2026 The Relaydesk authors\n// SPDX-License-Identifier: MIT\n"


class TreeTest(unittest.TestCase):
    """Gives each test an empty folder, and says what a check found in it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    def found_by(self, check):
        with contextlib.redirect_stdout(io.StringIO()):
            return check(self.root).sentences

    def assert_found(self, check, beginning, part):
        """Exactly one offence, at this place, with these words."""
        found = self.found_by(check)
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(beginning + ": "), found[0])
        self.assertIn(part, found[0])
