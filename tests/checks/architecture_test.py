# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""What architecture.py lets pass, and that each of its rules can fail."""
import samples

import architecture

PAGE = """# Architecture
| room | lives there | may include | outside libraries it may use |
| --- | --- | --- | --- |
| `models/domain` | values | nothing | `QtCore`, `tl` |
| `models/desk` | verbs | `models/domain` | `QtCore` |
| `app/storage` | SQL | `models/*` | `QtCore`, `QtSql` |
| `app/matching` | arithmetic | `models/domain` | `QtCore`, `Eigen` |
| `app` | the program | everything | `QtCore` |
| `tests` | tests | everything | everything |

| owner now | step | owner then | what it is |
| --- | --- | --- | --- |
| Queue | Resolve | Nobody | closed |
"""
OWNERS = "constexpr Rule table[] = {\n    {Owner::Queue, Step::Resolve, Owner::Nobody},\n};\n"


class ArchitectureTest(samples.TreeTest):
    def setUp(self):
        super().setUp()
        self.write("docs/ARCHITECTURE.md", PAGE)
        self.write("models/domain/ticket.h", "#include <QtCore/QString>\n#include <tl/expected.hpp>\n#include <vector>\n")
        self.write("models/desk/ownership.cpp", '#include "models/domain/ticket.h"\n' + OWNERS)
        self.write("app/storage/store.h", "#include <QtSql/QSqlQuery>\n")
        self.write("app/matching/index.h", "#include <Eigen/Core>\n")
        self.write("app/main.cpp", '#include "app/storage/store.h"\n#include "app/matching/index.h"\n')
        self.write("tests/app/storage/store_test.cpp", '#include "app/storage/store.h"\n#include <QtTest/QTest>\n#include "store_test.moc"\n')

    def refuses(self, path, text, part, line=1):
        self.write(path, text)
        self.assert_found(architecture.check, f"{path}:{line}", part)

    def test_accepts_what_the_table_allows(self):
        self.assertEqual(self.found_by(architecture.check), [])

    def test_ignores_includes_in_comments(self):
        self.write("models/domain/a.h", '// #include "app/main.h"\n/*\n#include <QtSql/QSqlQuery>\n*/\n')
        self.assertEqual(self.found_by(architecture.check), [])

    def test_refuses_a_room_the_row_does_not_name(self):
        self.refuses("models/domain/a.h", '\n#include "models/desk/b.h"\n', '"models/desk/b.h" does not exist', 2)
        self.write("models/desk/b.h", "")
        self.assert_found(architecture.check, "models/domain/a.h:2", "models/domain may not include models/desk")

    def test_refuses_models_that_include_the_program(self):
        self.refuses("models/desk/a.h", '#include "app/main.cpp"\n', "models/desk may not include app")

    def test_refuses_siblings_that_include_one_another(self):
        self.refuses("app/matching/a.h", '#include "app/storage/store.h"\n', "app/matching may not include app/storage")

    def test_refuses_a_library_the_row_does_not_name(self):
        for header, library in (("QtSql/QSqlQuery", "QtSql"), ("QtNetwork/QTcpSocket", "QtNetwork"),
                                ("QtWidgets/QLabel", "QtWidgets"), ("csv.h", "csv"), ("Eigen/Core", "Eigen")):
            with self.subTest(header):
                self.refuses("models/desk/a.h", f"#include <{header}>\n", f"models/desk may not use {library}")

    def test_refuses_a_qt_header_without_its_module(self):
        self.refuses("models/desk/a.h", "#include <QString>\n", "does not name its module")

    def test_refuses_an_include_that_does_not_start_at_the_root(self):
        self.refuses("models/domain/a.h", '#include "ticket.h"\n', "does not start at the root")

    def test_refuses_a_way_round_by_dots(self):
        self.refuses("models/desk/a.h", '#include "models/desk/../domain/ticket.h"\n', "does not exist")

    def test_refuses_an_include_of_a_file_that_is_not_there(self):
        self.refuses("models/desk/a.h", '#include "models/domain/gone.h"\n', "does not exist")

    def test_refuses_a_project_file_in_angle_brackets(self):
        self.refuses("models/desk/a.h", "#include <models/domain/ticket.h>\n", "is a file of the project")

    def test_refuses_missing_files_in_tests_too(self):
        self.refuses("tests/a_test.cpp", '#include "app/gone.h"\n', "does not exist")

    def test_refuses_a_folder_without_a_row(self):
        self.refuses("app/novelty/a.h", "", "has no row")
        (self.root / "app/novelty/a.h").unlink()
        self.refuses("ui/window.h", "", "has no row")

    def test_refuses_a_row_without_a_folder(self):
        (self.root / "app/matching/index.h").unlink()
        self.write("app/main.cpp", "")
        self.assert_found(architecture.check, "docs/ARCHITECTURE.md:7", "the row is stale")

    def test_refuses_a_table_that_opens_a_sealed_wall(self):
        for before, after in (("| arithmetic | `models/domain` |", "| arithmetic | `models/domain`, `app/storage` |"),
                              ("| arithmetic | `models/domain` |", "| arithmetic | `app/s*` |")):
            self.write("docs/ARCHITECTURE.md", PAGE.replace(before, after))
            self.assert_found(architecture.check, "docs/ARCHITECTURE.md:7", "app/matching include app/storage, which is never")

    def test_refuses_a_page_without_the_table(self):
        self.write("docs/ARCHITECTURE.md", "# Architecture\n")
        self.assert_found(architecture.check, "docs/ARCHITECTURE.md:1", "there is no table of rooms")

    def test_compares_the_table_of_owners_with_the_code(self):
        self.write("docs/ARCHITECTURE.md", PAGE + "| Queue | Reopen | Agent | told, not done |\n")
        self.assert_found(architecture.check, "docs/ARCHITECTURE.md:14", "Queue → Reopen → Agent is not in models/desk/ownership.cpp")
        self.write("docs/ARCHITECTURE.md", PAGE.replace("| Queue | Resolve", "| Agent | Resolve"))
        self.assertEqual(len(self.found_by(architecture.check)), 2)
