# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""That a skipped test is seen in ctest's own report, whole or in part, and only excused by name and with a reason."""
import shutil
import subprocess

import samples

import skips

LISTS = """cmake_minimum_required(VERSION 3.25)
project(sample NONE)
enable_testing()
add_test(NAME passes COMMAND sh -c "echo fine")
add_test(NAME has_skip COMMAND sh -c "echo 'SKIP   : SampleTest::shouldRun(row) no weights'")
add_test(NAME ends_with_77 COMMAND sh -c "exit 77")
set_tests_properties(ends_with_77 PROPERTIES SKIP_RETURN_CODE 77)
"""


class SkipsTest(samples.TreeTest):
    def setUp(self):
        super().setUp()
        self.allowed = self.write("allowed-skips", "# header\n")

    def report(self):
        """What ctest itself writes about two skips and a pass."""
        self.write("CMakeLists.txt", LISTS)
        build = self.root / "build"
        subprocess.run([shutil.which("cmake"), "-G", "Ninja", "-S", self.root, "-B", build], check=True, capture_output=True)
        subprocess.run([shutil.which("ctest"), "--test-dir", build, "--output-junit", build / "tests.xml"], check=True, capture_output=True)
        return build / "tests.xml"

    def found(self, report):
        return skips.check(report, self.allowed).sentences

    def test_refuses_both_kinds_of_skip(self):
        found = self.found(self.report())
        self.assertEqual(len(found), 2, found)
        self.assertIn("ends_with_77 was skipped", "".join(found))
        self.assertIn("has_skip/shouldRun was skipped", "".join(found))

    def test_accepts_what_is_listed_with_a_reason(self):
        self.allowed.write_text("ends_with_77: needs weights\nhas_skip/shouldRun: needs a screen\n")
        self.assertEqual(self.found(self.report()), [])

    def test_refuses_a_reason_left_out(self):
        self.write("tests.xml", "<testsuite/>")
        self.allowed.write_text("ends_with_77:\n")
        self.assertIn("is given no reason", "".join(self.found(self.root / "tests.xml")))

    def test_sees_skips_of_unittest(self):
        self.write("tests.xml", '<testsuite><testcase name="checks" status="run"><system-out>'
                                "OK (skipped=2)\n</system-out></testcase></testsuite>")
        self.assertIn("checks/skipped was skipped", "".join(self.found(self.root / "tests.xml")))

    def test_refuses_a_run_without_report(self):
        self.assertIn("there is no report", "".join(self.found(self.root / "gone.xml")))
