# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""What script/run starts, and that the output of the program stays its own. The build is a stand-in."""
import os
import shutil
import subprocess

import samples

PROGRAM = '#!/bin/sh\necho "arguments:$(printf " <%s>" "$@") in $PWD"\nexit 3\n'


class RunTest(samples.TreeTest):
    def setUp(self):
        super().setUp()
        (self.root / "script").mkdir()
        for name in ("run", "build"):
            shutil.copy(samples.PROJECT / "script" / name, self.root / "script" / name)
        self.write("CMakePresets.json", "{}")
        self.write("program", PROGRAM).chmod(0o755)
        self.command("script/setup", 'echo "setting up"')
        self.command("bin/cmake", 'echo "configuring $*"; mkdir -p build/release; touch build/release/build.ninja')
        self.command("bin/ninja", f'echo "building"; mkdir -p build/release/bin; cp "{self.root}/program" build/release/bin/relaydesk')

    def command(self, path, body):
        self.write(path, f"#!/bin/sh\n{body}\n").chmod(0o755)

    def run_it(self, *arguments, **environment):
        keep = {"PATH": f"{self.root}/bin:{os.environ['PATH']}", **environment}
        return subprocess.run([self.root / "script/run", *arguments], cwd="/", env=keep, capture_output=True, text=True)

    def test_hands_arguments_and_exit_code_through(self):
        done = self.run_it("ask", "two words", "")
        self.assertEqual((done.stdout, done.returncode), ("arguments: <ask> <two words> <> in /\n", 3))

    def test_configures_once(self):
        self.assertIn("configuring --preset release -B build/release", self.run_it("ask").stderr)
        self.assertNotIn("configuring", self.run_it("ask").stderr)

    def test_configures_again_when_the_presets_changed(self):
        self.run_it("ask")
        os.utime(self.root / "CMakePresets.json", (2**31, 2**31))
        self.assertIn("configuring", self.run_it("ask").stderr)

    def test_starts_nothing_when_the_build_failed(self):
        self.run_it("ask")
        self.command("bin/ninja", "echo 'ninja: build stopped'; exit 1")
        done = self.run_it("ask")
        self.assertEqual((done.stdout, done.returncode), ("", 1))
        self.assertIn("build stopped", done.stderr)

    def test_plays_the_demo_where_there_is_no_window(self):
        done = self.run_it(DISPLAY=":0")
        self.assertTrue(done.stdout.startswith("arguments: <demo> in"))
        self.assertIn("There is no window yet: playing the demo instead.", done.stderr)

    def test_plays_the_demo_where_there_is_no_display(self):
        self.write("ui/CMakeLists.txt", "")
        done = self.run_it()
        self.assertTrue(done.stdout.startswith("arguments: <demo> in"))
        self.assertIn("No display is set for a window: playing the demo instead.", done.stderr)

    def test_opens_the_window_where_there_can_be_one(self):
        self.write("ui/CMakeLists.txt", "")
        self.assertTrue(self.run_it(WAYLAND_DISPLAY="wayland-0").stdout.startswith("arguments: <> in"))
