# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""That each rule of house.py and of format.py can fail, and what they let pass."""
import pathlib
import shutil
import unittest
from unittest import mock

import samples

import format as layout
import house


class HouseTest(samples.TreeTest):
    def setUp(self):
        super().setUp()
        self.write("app/main.cpp", samples.LICENCE + "int main() {}\n")
        self.write("script/run", "#!/usr/bin/env bash\n")
        self.write("README.md", "Relaydesk\n")
        self.write("resources/icon.png", "no text")

    def test_accepts_a_clean_tree(self):
        self.write("docs/a.md", "Put it into ~/.local/share/relaydesk; todo lists are welcome. See https://example.org/home/help, $dir/home/x and /home/…/x.\n")
        self.write("script/checks/a.py", "#!/usr/bin/env python3\n" + samples.LICENCE.replace("//", "#"))
        self.assertEqual(self.found_by(house.check), [])

    def test_refuses_a_source_without_licence(self):
        for path, text in (("models/a.h", "\n" + samples.LICENCE), ("tests/a_test.cpp", "int a;\n"), ("tests/a.py", "import sys\n"),
                           ("ui/a.cpp", samples.LICENCE.replace("MIT", "GPL"))):
            with self.subTest(path):
                written = self.write(path, text)
                self.assert_found(house.check, f"{path}:1", "does not begin with the two SPDX lines")
                written.unlink()

    def test_refuses_what_is_left_to_do(self):
        for word in ("TO" "DO", "FIX" "ME"):
            self.write("app/main.cpp", samples.LICENCE + f"// {word}: more\n")
            self.assert_found(house.check, "app/main.cpp:3", "leaves something to do")

    def test_refuses_folders_of_one_machine(self):
        for folder in ("/wo" "rk/x", "/ro" "ot/x", "/ho" "me/ada"):
            for path in ("README.md", "script/run", "docs/a.md", "cmake/a.cmake"):
                written = self.write(path, f"\nuse \"{folder}\"\n")
                self.assert_found(house.check, f"{path}:2", "names a folder of one machine")
                written.unlink()

    def test_refuses_hosts_of_registries(self):
        for host in ("py" "pi.org", "files.python" "hosted.org", "deb.deb" "ian.org", "registry.npm" "js.org"):
            self.write("script/run", f"curl https://{host}/x\n")
            self.assert_found(house.check, "script/run:1", "names a registry's host")

    def test_refuses_text_that_is_not_utf8(self):
        (self.root / "resources/blob.md").write_bytes(b"caf\xe9")
        self.assert_found(house.check, "resources/blob.md:1", "is text, but not UTF-8")

    def test_passes_over_what_is_no_text(self):
        (self.root / "resources/vectors.bin").write_bytes(b"\xff\0" + b"/ro" b"ot/x")
        self.assertEqual(self.found_by(house.check), [])


class FormatTest(samples.TreeTest):
    def setUp(self):
        super().setUp()
        shutil.copy(samples.PROJECT / ".clang-format", self.root)
        self.write("app/main.cpp", "int main() { return 0; }\n")

    def test_accepts_the_agreed_layout(self):
        self.assertEqual(self.found_by(layout.check), [])

    def test_refuses_any_other(self):
        for path in ("app/a.cpp", "ui/a.h", "models/a/a.h", "tests/a_test.cpp", "cmake/precompiled.h"):
            with self.subTest(path):
                written = self.write(path, "int a;\nint  b;\nint  c;\n")
                self.assert_found(layout.check, f"{path}:2", "is not laid out as agreed")
                written.unlink()

    def test_says_when_the_tool_is_missing(self):
        with mock.patch("shutil.which", return_value=None):
            self.assert_found(layout.check, ".clang-format:1", "script/setup --for-tests installs it")

    def test_says_when_the_tool_fails(self):
        self.write(".clang-format", "BasedOnStyle: NoSuchStyle\n")
        self.assertTrue(self.found_by(layout.check))
        with mock.patch("subprocess.run", return_value=mock.Mock(returncode=1, stderr="out of memory")):
            self.assert_found(layout.check, ".clang-format:1", "failed: out of memory")


class CommandTest(unittest.TestCase):
    def test_each_check_can_be_called(self):
        for name in ("architecture", "budgets", "format", "house", "skips"):
            path = pathlib.Path(samples.PROJECT, "script/checks", name + ".py")
            self.assertTrue(path.stat().st_mode & 0o100, f"{path} is not executable")
