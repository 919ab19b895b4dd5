# SPDX-FileCopyrightText: 2026 The Relaydesk authors
# SPDX-License-Identifier: MIT
"""That budgets.py measures C++ rightly, and that each of its rules can fail."""
import samples

import budgets
import cppcode


def function(name, lines):
    """A function of so many lines in all."""
    return f"void {name}() {{\n" + "    step();\n" * (lines - 2) + "}\n"


class MeasureTest(samples.TreeTest):
    def lengths(self, text):
        return [(block.name, block.lines) for block in cppcode.Code(text).functions()]

    def test_counts_from_head_to_closing_brace_without_blank_lines(self):
        self.assertEqual(self.lengths("int a(int x,\n      int y) {\n\n    return x;\n}\n"), [("a", 4)])

    def test_is_not_led_astray_by_strings_and_comments(self):
        self.assertEqual(self.lengths('void a() {\n    say("}");\n    say(u\'}\');\n    // }\n    int x = 1\'000;\n    /* } */\n}\n'
                                      'void b() {\n    say(R"(}\n})");\n}\n'), [("a", 7), ("b", 4)])

    def test_takes_a_constructor_with_its_initialisers_as_one(self):
        self.assertEqual(self.lengths("A::A(int x)\n    : m_x{x}\n    , m_y(f({1, 2}))\n    , m_z{{1}, {2}} {\n    begin();\n}\nvoid b() {}\n"),
                         [("A::A", 6), ("b", 1)])

    def test_keeps_lambdas_and_inner_types_in_their_function(self):
        self.assertEqual(self.lengths("void a() {\n    struct S {\n        void f() {}\n    };\n    run([](int x) {\n        return x;\n    });\n}\n"),
                         [("a", 8)])

    def test_finds_methods_in_classes_and_namespaces(self):
        text = ("namespace n {\nclass A : public B {\n    Q_OBJECT\n  public:\n    int a() const noexcept override {\n        return 1;\n    }\n"
                "    auto b() -> int { return 2; }\n    bool operator()(int x) const {\n        return x;\n    }\n"
                "  private:\n    int m_c{3};\n    std::function<void(int)> m_d{};\n};\n}\n")
        self.assertEqual(self.lengths(text), [("a", 3), ("b", 1), ("operator()", 3)])

    def test_takes_no_table_for_a_function(self):
        self.assertEqual(self.lengths("const QStringList words = {\n    tr(\"a\"),\n    tr(\"b\"),\n};\nenum class E { A, B };\n"), [])

    def test_counts_parameters_of_constructors(self):
        text = ("class A {\n  public:\n    explicit A(QHash<int, int> a, std::function<void(int, int)> b, int c = f(1, 2));\n    A();\n    ~A();\n"
                "    void run() { B(1, 2, 3, 4); }\n};\nA::A(int a,\n     int b) {}\n")
        self.assertEqual(cppcode.Code(text).constructors(), [("A", 3, 3), ("A", 4, 0), ("A", 8, 2)])

    def test_counts_pure_methods(self):
        text = "class Port {\n    virtual ~Port() = default;\n    virtual int a() const = 0;\n    virtual int b(int x = 0) = 0;\n    virtual int c() { return 0; }\n};\n"
        self.assertEqual(cppcode.Code(text).pure_methods(cppcode.Code(text).types()[0]), 2)

    def test_takes_the_smallest_number_that_covers_the_share(self):
        self.assertEqual([budgets.percentile(range(1, 11), share) for share in (0.5, 0.9, 1)], [5, 9, 10])
        self.assertEqual(budgets.percentile([], 0.9), 0)


class BudgetsTest(samples.TreeTest):
    def setUp(self):
        super().setUp()
        for number in range(20):
            self.write(f"app/good/file{number}.cpp", function("a", 5) + function("b", 5))

    def test_accepts_small_files(self):
        self.write("models/good/full.cpp", "\n" * 180 + "// line\n" * 220)
        self.write("models/good/long.cpp", function("a", 70))
        self.assertEqual(self.found_by(budgets.check), [])

    def test_refuses_a_file_of_more_than_400_lines(self):
        self.write("models/a/b.cpp", "\n" * 401)
        self.assert_found(budgets.check, "models/a/b.cpp:1", "has 401 lines, 400 are allowed [file-lines models/a/b.cpp]")

    def test_refuses_a_main_window_of_more_than_250_lines(self):
        self.write("ui/desk/mainwindow.cpp", "\n" * 251)
        self.assert_found(budgets.check, "ui/desk/mainwindow.cpp:1", "has 251 lines, 250 are allowed")

    def test_refuses_a_function_of_more_than_70_lines(self):
        self.write("models/a/b.cpp", "\n" + function("run", 71))
        self.assert_found(budgets.check, "models/a/b.cpp:2", "run has 71 lines, 70 are allowed")

    def test_refuses_a_median_above_80(self):
        for number in range(21):
            self.write(f"models/a/file{number}.cpp", "// line\n" * 81)
        self.assert_found(budgets.check, ".:0", "the median file has 81 lines")

    def test_refuses_a_ninetieth_percentile_of_files_above_220(self):
        for number in range(3):
            self.write(f"models/a/file{number}.cpp", "// line\n" * 221)
        found = self.found_by(budgets.check)
        self.assertEqual(len(found), 3)
        self.assertIn("models/a/file2.cpp:1: has 221 lines", found[0])

    def test_refuses_a_ninetieth_percentile_of_functions_above_22(self):
        for number in range(5):
            self.write(f"models/a/file{number}.cpp", function("run", 23))
        found = self.found_by(budgets.check)
        self.assertEqual(len(found), 5)
        self.assertIn("run has 23 lines; nine in ten functions may have 22", found[0])

    def test_refuses_a_port_of_more_than_six_methods(self):
        port = "class Port {\n" + "".join(f"    virtual void f{n}() = 0;\n" for n in range(7)) + "};\n"
        self.write("models/domain/port.h", port)
        self.assert_found(budgets.check, "models/domain/port.h:1", "the port Port has 7 methods, 6 are allowed")

    def test_refuses_a_constructor_of_more_than_six_parameters(self):
        self.write("models/a/b.h", "class A {\n    A(int a, int b, int c, int d, int e, int f, int g);\n};\n")
        self.assert_found(budgets.check, "models/a/b.h:2", "the constructor of A takes 7 parameters, 6 are allowed")

    def test_accepts_an_exception_with_a_reason(self):
        self.write("models/a/b.cpp", function("run", 71))
        self.write(budgets.EXCEPTIONS, "# header\nfunction-lines models/a/b.cpp:run: a table in words\n")
        self.assertEqual(self.found_by(budgets.check), [])

    def test_refuses_an_exception_without_a_reason(self):
        self.write("models/a/b.cpp", function("run", 71))
        self.write(budgets.EXCEPTIONS, "function-lines models/a/b.cpp:run:\n")
        self.assertIn(f"{budgets.EXCEPTIONS}:1: function-lines models/a/b.cpp:run: is given no reason", self.found_by(budgets.check))

    def test_refuses_an_exception_that_is_not_needed(self):
        self.write(budgets.EXCEPTIONS, "file-lines models/a/gone.cpp: it was long\n")
        self.assert_found(budgets.check, f"{budgets.EXCEPTIONS}:1", "needs no exception")
