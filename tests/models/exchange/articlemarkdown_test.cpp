// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Markdown with articles, as people write it, good and bad.
#include "models/exchange/exchange.h"
#include "tests/models/exchange/articlesamples.h"
#include <QtTest/QtTest>

namespace relaydesk {

class ArticleMarkdownTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadFiles_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QVector<Article>>("articles");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        const auto a = [&](const char *title, const char *answer, const QStringList &tags = {},
                           const QStringList &phrasings = {}) {
            return sampleArticle(s(title), s(answer), tags, phrasings);
        };
        using Articles = QVector<Article>;
        QTest::newRow("document with articles")
            << QByteArray("# Help\n\nIntro.\n\n## T\n\nTags: x, y z\n\nA\n\nB\n\nAsked as:\n\n- p\n- q\n\n## U\n\nC\n")
            << Articles{a("T", "A\n\nB", {s("x"), s("y z")}, {s("p"), s("q")}), a("U", "C")};
        QTest::newRow("articles at level one")
            << QByteArray("# T\nTags: x\nA\n## Steps\n1. one\n## Asked as\n- p\n# U\nC\n")
            << Articles{a("T", "A\n## Steps\n1. one", {s("x")}, {s("p")}), a("U", "C")};
        QTest::newRow("one article at level one")
            << QByteArray("# T\n\nA\n\nAsked as:\n\n- p\n") << Articles{a("T", "A", {}, {s("p")})};
        QTest::newRow("one article with parts, told by its tags")
            << QByteArray("# T\n\nTags: x\n\nA\n\n## Part\n\nB\n") << Articles{a("T", "A\n\n## Part\n\nB", {s("x")})};
        QTest::newRow("articles at level two alone")
            << QByteArray("## T\nA\n## U\nB") << Articles{a("T", "A"), a("U", "B")};
        QTest::newRow("no marks, one title at the top") << QByteArray("# Help\n## T\nA\n") << Articles{a("T", "A")};
        QTest::newRow("no marks, several titles")
            << QByteArray("# T\nA\n## Part\nB\n# U\nC\n") << Articles{a("T", "A\n## Part\nB"), a("U", "C")};
        QTest::newRow("chapters") << QByteArray("# One\n## T\nTags: x\n\nA\n\n# Two\n\n## U\nB\n")
                                  << Articles{a("T", "A", {s("x")}), a("U", "B")};
        QTest::newRow("asked as below an article of level two")
            << QByteArray("# Help\n## T\nA\n### More\nB\n### Asked as\n* p\n+ q\n1. r\n")
            << Articles{a("T", "A\n### More\nB", {}, {s("p"), s("q"), s("r")})};
        QTest::newRow("code with headings") << QByteArray("## T\n```sh\n# c\n## d\nTags: e\nAsked as:\n```\nend\n")
                                            << Articles{a("T", "```sh\n# c\n## d\nTags: e\nAsked as:\n```\nend")};
        QTest::newRow("longer fence, other fence in it") << QByteArray("## T\n~~~~\n~~~\n# c\n```\n~~~~\nend\n")
                                                         << Articles{a("T", "~~~~\n~~~\n# c\n```\n~~~~\nend")};
        QTest::newRow("backticks in a line are no fence")
            << QByteArray("## T\n```a``` b\n## U\nB\n") << Articles{a("T", "```a``` b"), a("U", "B")};
        QTest::newRow("indented and hash without space are text")
            << QByteArray("## T\n  ## a\n#b\n\n    ## c\n") << Articles{a("T", "  ## a\n#b\n\n    ## c")};
        QTest::newRow("tags at the end") << QByteArray("## T\nA\n\nTags: x\n\nAsked as:\n- p\n")
                                         << Articles{a("T", "A", {s("x")}, {s("p")})};
        QTest::newRow("tags within a paragraph are text")
            << QByteArray("## T\nA\nTags: x\nB\n") << Articles{a("T", "A\nTags: x\nB")};
        QTest::newRow("empty tags and no phrasings")
            << QByteArray("## T\ntags:\n\nA\n\nasked as:\n") << Articles{a("T", "A")};
        QTest::newRow("closing hashes") << QByteArray("## C# or T ##\nA\n## U#\nB\n")
                                        << Articles{a("C# or T", "A"), a("U#", "B")};
        QTest::newRow("a phrasing over two lines") << QByteArray("## T\nA\n\nAsked as:\n- p\n  and q\n\n- r\n")
                                                   << Articles{a("T", "A", {}, {s("p and q"), s("r")})};
        QTest::newRow("references") << QByteArray("## 5 &#8364; &#x20AC; &#0;\nTags: a&#44;b\n\n&#65;\n")
                                    << Articles{a("5 \u20ac &#x20AC; &#0;", "&#65;", {s("a,b")})};
        QTest::newRow("guarded answer")
            << QByteArray("## T\n<!-- answer 3 -->\n\n# A\n<!-- end of answer 3 -->\n\nAsked as:\n- p")
            << Articles{a("T", "\n# A", {}, {s("p")})};
        QTest::newRow("windows line ends")
            << QByteArray("# H\r\n\r\n## T\r\n\r\nA\r\nB\r\n\r\nAsked as:\r\n\r\n- p\r\n")
            << Articles{a("T", "A\nB", {}, {s("p")})};
        QTest::newRow("old mac line ends") << QByteArray("## T\rA\rB\r") << Articles{a("T", "A\nB")};
        QTest::newRow("blank") << QByteArray(" \n\n") << Articles{};
    }
    void shouldReadFiles() {
        QFETCH(QByteArray, bytes);
        QFETCH(QVector<Article>, articles);
        const auto read = readArticles(bytes, Format::Markdown);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().sentence));
        QCOMPARE(shown(*read), shown(articles));
        QVERIFY(*read == articles);
    }

    void shouldRefuseFilesNamingTheLine_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("word");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        QTest::newRow("no heading") << QByteArray("just text\n### deep\n") << 1 << s("no article");
        QTest::newRow("no title") << QByteArray("## T\nA\n##\nB\n") << 3 << s("title is missing");
        QTest::newRow("no answer") << QByteArray("## T\nA\n\n## U\n\nTags: x\n\nAsked as:\n- p\n") << 4
                                   << s("\u201cU\u201d has no answer");
        QTest::newRow("fence never closed") << QByteArray("## T\nA\n\n```\n## U\nB\n") << 4 << s("code block");
        QTest::newRow("fence closed by a shorter one") << QByteArray("## T\n````\n```\n") << 2 << s("code block");
        QTest::newRow("guard never closed") << QByteArray("## T\n<!-- answer 1 -->\nA\n") << 2 << s("never closed");
        QTest::newRow("text beside a guard")
            << QByteArray("## T\n<!-- answer 1 -->\nA\n<!-- end of answer 1 -->\nB\n") << 5 << s("beside");
        QTest::newRow("two guards") << QByteArray("## T\n<!-- answer 1 -->\nA\n<!-- end of answer 1 -->\n<!-- answer 1 "
                                                  "-->\nB\n<!-- end of answer 1 -->\n")
                                    << 5 << s("beside");
        QTest::newRow("asked as twice") << QByteArray("## T\nA\nAsked as:\n- p\n\nAsked as:\n- q\n") << 6
                                        << s("line 3");
        QTest::newRow("tags twice") << QByteArray("## T\nTags: x\n\nA\n\nTags: y\n") << 6 << s("line 2");
        QTest::newRow("text under asked as")
            << QByteArray("## T\nA\n\nAsked as:\n\n- p\n\nMore answer.\n") << 8 << s("no item");
        QTest::newRow("code under asked as")
            << QByteArray("## T\nA\n\nAsked as:\n- p\n```\nx\n```\n") << 6 << s("no item");
        QTest::newRow("text under a chapter")
            << QByteArray("# One\n## T\nTags: x\nA\n# Two\n\nLost.\n## U\nB\n") << 7 << s("\u201cTwo\u201d");
        QTest::newRow("long title") << QByteArray("## T\nA\n## " + QByteArray(501, 't') + "\nA\n") << 3
                                    << s("501 characters");
        QTest::newRow("long phrasing") << QByteArray("## T\nA\nAsked as:\n- p\n- " + QByteArray(2001, 'q')) << 5
                                       << s("2001 characters");
        QTest::newRow("long answer") << QByteArray("## T\n" + QByteArray(100'001, 'a')) << 1 << s("100001 characters");
        QTest::newRow("not UTF-8") << QByteArray("## T\r\nA\r\ncaf\xE9\r\n") << 3 << s("UTF-8");
    }
    void shouldRefuseFilesNamingTheLine() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        QFETCH(QString, word);
        const auto read = readArticles(bytes, Format::Markdown);
        QVERIFY(!read);
        const QString sentence = read.error().sentence;
        QVERIFY2(sentence.startsWith(QStringLiteral("Line %1: ").arg(line)), qPrintable(sentence));
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(QStringLiteral(" Nothing was imported.")), qPrintable(sentence));
    }

    void shouldWriteWhatPeopleRead() {
        const auto article = sampleArticle(QStringLiteral("T"), QStringLiteral("A\n\n### Deeper\n\n- B"),
                                           {QStringLiteral("x"), QStringLiteral("y")}, {QStringLiteral("p")});
        QCOMPARE(writeArticles({article}, Format::Markdown),
                 QByteArray("# Knowledge\n\n## T\n\nTags: x, y\n\nA\n\n### Deeper\n\n- B\n\nAsked as:\n\n- p\n"));
    }

    void shouldGuardOnlyAnswersThatNeedIt() {
        const auto bytes =
            writeArticles({sampleArticle(QStringLiteral("T"), QStringLiteral("a\n## b"))}, Format::Markdown);
        QCOMPARE(bytes, QByteArray("# Knowledge\n\n## T\n\n<!-- answer 1 -->\na\n## b\n<!-- end of answer 1 -->\n"));
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ArticleMarkdownTest)
#include "articlemarkdown_test.moc"
