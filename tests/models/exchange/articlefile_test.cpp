// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Files of articles as bytes: their names, their encodings, and files that were cut off.
#include "models/exchange/exchange.h"
#include "tests/models/exchange/articlesamples.h"
#include <QtCore/QStringEncoder>
#include <QtTest/QtTest>

namespace relaydesk {

class ArticleFileTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldTellTheFormatByTheName_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("format");
        QTest::newRow("csv") << QStringLiteral("a.csv") << int(Format::Csv);
        QTest::newRow("upper case") << QStringLiteral("/x.md/A.CSV") << int(Format::Csv);
        QTest::newRow("jsonl") << QStringLiteral("a.b.jsonl") << int(Format::JsonLines);
        QTest::newRow("ndjson") << QStringLiteral("a.ndjson") << int(Format::JsonLines);
        QTest::newRow("md") << QStringLiteral("a.md") << int(Format::Markdown);
        QTest::newRow("markdown") << QStringLiteral("a.Markdown") << int(Format::Markdown);
        QTest::newRow("json") << QStringLiteral("a.json") << -1;
        QTest::newRow("no ending") << QStringLiteral("csv") << -1;
        QTest::newRow("empty") << QString() << -1;
    }
    void shouldTellTheFormatByTheName() {
        QFETCH(QString, name);
        QFETCH(int, format);
        const auto found = formatOf(name);
        QCOMPARE(found ? int(*found) : -1, format);
    }

    void shouldConvertUnicodeWithAByteOrderMark_data() {
        QTest::addColumn<int>("encoding");
        QTest::newRow("UTF-8") << int(QStringConverter::Utf8);
        QTest::newRow("UTF-16 little-endian") << int(QStringConverter::Utf16LE);
        QTest::newRow("UTF-16 big-endian") << int(QStringConverter::Utf16BE);
        QTest::newRow("UTF-32 little-endian") << int(QStringConverter::Utf32LE);
        QTest::newRow("UTF-32 big-endian") << int(QStringConverter::Utf32BE);
    }
    void shouldConvertUnicodeWithAByteOrderMark() {
        QFETCH(int, encoding);
        for (const auto format : {Format::Csv, Format::JsonLines, Format::Markdown}) {
            // GIVEN a file in this encoding with its mark
            const auto articles = nastyArticles();
            const QString text = QString::fromUtf8(writeArticles(articles, format));
            QStringEncoder encoder(static_cast<QStringConverter::Encoding>(encoding), QStringConverter::Flag::WriteBom);
            const QByteArray bytes = encoder(text);
            // WHEN and THEN
            const auto read = readArticles(bytes, format);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().sentence));
            QVERIFY(*read == articles);
        }
    }

    void shouldRefuseBrokenEncodings_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("start");
        const auto row = [](const char *name, const QByteArray &bytes, const char *start) {
            QTest::newRow(name) << bytes << QString::fromLatin1(start);
        };
        row("half a UTF-16 unit", QByteArray("\xFF\xFEt\0i\0t", 7), "Line 1: the file begins like UTF-16");
        row("lone surrogate", QByteArray("\xFF\xFEt\0\x00\xD8t\0", 8), "Line 1: the file begins like UTF-16");
        row("UTF-16 without a mark", QByteArray("t\0\n\0", 4), "Line 1: there is a zero byte");
        row("zero byte in line 3", QByteArray("a\r\nb\r\n\0", 7), "Line 3: there is a zero byte");
        row("zero byte, old mac", QByteArray("a\rb\r\0", 5), "Line 3: there is a zero byte");
        row("Latin-1 in line 2", "a\nb\xFC\n\xFC", "Line 2: there are bytes that are not UTF-8");
        row("overlong", "a\n\n\xC0\xAF", "Line 3: there are bytes that are not UTF-8");
        row("surrogate in UTF-8", "\xED\xA0\x80", "Line 1: there are bytes that are not UTF-8");
        row("a zip file", QByteArray("PK\x03\x04\x14\0\x06\0\x08\0", 10), "Line 1: there is a zero byte");
    }
    void shouldRefuseBrokenEncodings() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, start);
        for (const auto format : {Format::Csv, Format::JsonLines, Format::Markdown}) {
            const auto read = readArticles(bytes, format);
            QVERIFY(!read);
            QVERIFY2(read.error().sentence.startsWith(start), qPrintable(read.error().sentence));
        }
    }

    void shouldGiveArticlesOrASentenceForEveryCutFile_data() { cutFiles(); }
    void shouldGiveArticlesOrASentenceForEveryCutFile() {
        QFETCH(QByteArray, bytes);
        QFETCH(Format, format);
        // GIVEN a whole file
        const auto whole = readArticles(bytes, format);
        QVERIFY2(whole, qPrintable(whole ? QString() : whole.error().sentence));
        int refused = 0;
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            // WHEN it is cut off after any byte
            const auto read = readArticles(bytes.first(size), format);
            // THEN there are at most as many articles, or a sentence that names a line of the file
            refused += read ? 0 : 1;
            if (read)
                QVERIFY(read->size() <= whole->size());
            else
                expectNamedLine(read.error().sentence, int(bytes.first(size).count('\n')) + 1);
        }
        QVERIFY(refused > 0);
    }

  private:
    static void cutFiles() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Format>("format");
        const auto answer = QStringLiteral("An \u00e4nswer, \"quoted\":\n\n```\n# code\n```\n\nend \U0001F331");
        const QVector<Article> articles{
            sampleArticle(QStringLiteral("First"), answer, {QStringLiteral("x")}, {QStringLiteral("one\ntwo")}),
            sampleArticle(QStringLiteral("Second"), QStringLiteral("## guarded")),
        };
        QTest::newRow("csv") << writeArticles(articles, Format::Csv) << Format::Csv;
        QTest::newRow("json lines") << writeArticles(articles, Format::JsonLines) << Format::JsonLines;
        QTest::newRow("markdown") << writeArticles(articles, Format::Markdown) << Format::Markdown;
        QTest::newRow("markdown at level one")
            << QByteArray("# T\nTags: x\n\nA\n\n## B\n\n## Asked as\n- p\n\n# U\n\nC\n") << Format::Markdown;
    }

    static void expectNamedLine(const QString &sentence, int lines) {
        static const QRegularExpression form(QStringLiteral("^Line (\\d+): .+\\. Nothing was imported\\.$"));
        const auto match = form.match(sentence);
        QVERIFY2(match.hasMatch(), qPrintable(sentence));
        QVERIFY2(match.captured(1).toInt() >= 1 && match.captured(1).toInt() <= lines, qPrintable(sentence));
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ArticleFileTest)
#include "articlefile_test.moc"
