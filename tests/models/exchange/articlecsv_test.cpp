// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Tables with articles, good and bad.
#include "models/exchange/exchange.h"
#include "tests/models/exchange/articlesamples.h"
#include <QtTest/QtTest>

namespace relaydesk {

class ArticleCsvTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadTables_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QVector<Article>>("articles");
        const auto one = [](const QString &title, const QString &answer, const QStringList &tags = {},
                            const QStringList &phrasings = {}) {
            return QVector<Article>{sampleArticle(title, answer, tags, phrasings)};
        };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        QTest::newRow("all columns") << QByteArray("title,question,answer,tags\nT,Q,A,x;y\n")
                                     << one(s("T"), s("A"), {s("x"), s("y")}, {s("Q")});
        QTest::newRow("any order and case")
            << QByteArray(" Tags ,ANSWER,Title,question\nx,A,T,Q\n") << one(s("T"), s("A"), {s("x")}, {s("Q")});
        QTest::newRow("title and answer alone") << QByteArray("title,answer\nT,A\n") << one(s("T"), s("A"));
        QTest::newRow("no line end at the end") << QByteArray("title,answer\nT,A") << one(s("T"), s("A"));
        QTest::newRow("no line end, quoted") << QByteArray("title,answer\nT,\"A\"") << one(s("T"), s("A"));
        QTest::newRow("windows line ends") << QByteArray("title,answer\r\nT,A\r\n") << one(s("T"), s("A"));
        QTest::newRow("old mac line ends") << QByteArray("title,answer\rT,A\r") << one(s("T"), s("A"));
        QTest::newRow("blank lines and empty rows")
            << QByteArray("\ntitle,answer\n\n  \nT,A\n,\n\"\",\" \"\n\n") << one(s("T"), s("A"));
        QTest::newRow("quotes, commas and newlines")
            << QByteArray("title,answer\n\"a \"\"b\"\", c\",\"x\r\ny\nz\"\n") << one(s("a \"b\", c"), s("x\r\ny\nz"));
        QTest::newRow("spaces kept in quotes only")
            << QByteArray("title,answer\n T ,\" A \"\n") << one(s("T"), s(" A "));
        QTest::newRow("a formula stays one") << QByteArray("title,answer\n=1+1,@A\n") << one(s("=1+1"), s("@A"));
        QTest::newRow("rows of one title") << QByteArray("title,question,answer,tags\nT,Q1,A,x\nT,Q2,,\n t ,Q3,A,X;y\n")
                                           << one(s("T"), s("A"), {s("x"), s("y")}, {s("Q1"), s("Q2"), s("Q3")});
        QTest::newRow("the answer comes later")
            << QByteArray("title,question,answer\nT,Q1,\nT,,A\n") << one(s("T"), s("A"), {}, {s("Q1")});
        QTest::newRow("semicolons") << QByteArray("title;answer;tags\nT;A, b;\"x;y\"\n")
                                    << one(s("T"), s("A, b"), {s("x"), s("y")});
        QTest::newRow("tabs") << QByteArray("title\tquestion\tanswer\nT\t\tA\n") << one(s("T"), s("A"));
        QTest::newRow("tags trimmed and blank ones dropped")
            << QByteArray("title,answer,tags\nT,A,\" x ; ;; y&#59;z \"\n") << one(s("T"), s("A"), {s("x"), s("y;z")});
        QTest::newRow("header alone") << QByteArray("title,question,answer,tags\n") << QVector<Article>();
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFtitle,answer\nT,\xC3\xA4\n")
                                         << one(s("T"), s("\xC3\xA4"));
        QTest::newRow("at the limits") << QByteArray("title,question,answer\n" + QByteArray(500, 't') + ',' +
                                                     QByteArray(2000, 'q') + ',' +
                                                     QByteArray("\xF0\x9F\x8C\xB1").repeated(100'000) + '\n')
                                       << one(QString(500, u't'),
                                              QString::fromUtf8("\xF0\x9F\x8C\xB1").repeated(100'000), {},
                                              {QString(2000, u'q')});
    }
    void shouldReadTables() {
        QFETCH(QByteArray, bytes);
        QFETCH(QVector<Article>, articles);
        const auto read = readArticles(bytes, Format::Csv);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().sentence));
        QCOMPARE(shown(*read), shown(articles));
        QVERIFY(*read == articles);
    }

    void shouldRefuseTablesNamingTheLine_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("word");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        const QByteArray header("title,question,answer,tags\n");
        QTest::newRow("nothing at all") << QByteArray() << 1 << s("empty");
        QTest::newRow("no header") << QByteArray("How do I pay?,By card.\n") << 1 << s("\u201cHow do I pay?\u201d");
        QTest::newRow("unknown column") << QByteArray("title,answer,category\nT,A,c\n") << 1
                                        << s("\u201ccategory\u201d");
        QTest::newRow("column twice") << QByteArray("title,answer,Title\n") << 1 << s("twice");
        QTest::newRow("no answer column") << QByteArray("\n\ntitle,question\nT,Q\n") << 3 << s("\u201canswer\u201d");
        QTest::newRow("no title column") << QByteArray("answer\nA\n") << 1 << s("\u201ctitle\u201d");
        QTest::newRow("too many fields") << header + "T,Q,A, and more,x\n" << 2 << s("5 fields");
        QTest::newRow("too few fields") << header + "T,Q,A,\nT2,Q\n" << 3 << s("2 fields");
        QTest::newRow("no title") << header + "T,Q,A,\n ,Q,A,\n" << 3 << s("title is missing");
        QTest::newRow("no answer") << header + "T,Q,A,\nU,Q1,,\nU,Q2,,\n" << 3 << s("\u201cU\u201d has no answer");
        QTest::newRow("two answers") << header + "T,Q1,A,\nU,Q,B,\nT,Q2,C,\n" << 4 << s("line 2");
        QTest::newRow("two answers behind newlines") << header + "\"T\",\"a\nb\nc\",\"A\n\",\n\nT,Q2,C,\n"
                                                     << 7 << s("line 2");
        QTest::newRow("quote never closed") << header + "T,Q,A,\nT,\"Q\nmore\nand more,A,\n" << 3 << s("never closed");
        QTest::newRow("second quote of a row never closed") << header + "\"T\n2\",Q,\"A\nmore\n"
                                                            << 3 << s("never closed");
        QTest::newRow("text behind a quote") << header + "T,\"Q\nx\"y,A,\n" << 3 << s("opened in line 2");
        QTest::newRow("quote inside a field") << header + "T,Q,5\" pipe,\n" << 2 << s("inside a field");
        QTest::newRow("long title") << header + QByteArray(501, 't') + ",Q,A,\n" << 2 << s("501 characters");
        QTest::newRow("long phrasing") << header + "T," + QByteArray(2001, 'q') + ",A,\n" << 2 << s("2001 characters");
        QTest::newRow("long answer") << header + "T,Q," + QByteArray(100'001, 'a') + ",\n"
                                     << 2 << s("100001 characters");
        QTest::newRow("not UTF-8") << header + "T,Q,A,\nT2,Q,caf\xE9,\nT3,Q,\xFF,\n" << 3 << s("UTF-8");
        QTest::newRow("cut in a character") << header + "T,Q,caf\xC3" << 2 << s("UTF-8");
        QTest::newRow("zero byte") << header + "T,Q,A,\n" + QByteArray(1, '\0') << 3 << s("zero byte");
    }
    void shouldRefuseTablesNamingTheLine() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        QFETCH(QString, word);
        const auto read = readArticles(bytes, Format::Csv);
        QVERIFY(!read);
        const QString sentence = read.error().sentence;
        QVERIFY2(sentence.startsWith(QStringLiteral("Line %1: ").arg(line)), qPrintable(sentence));
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(QStringLiteral(" Nothing was imported.")), qPrintable(sentence));
        QCOMPARE(read.error().kind, ErrorKind::Invalid);
    }

    void shouldWriteOneRowForEachPhrasing() {
        const auto article =
            sampleArticle(QStringLiteral("T, \"t\""), QStringLiteral("A"), {QStringLiteral("x"), QStringLiteral("y")},
                          {QStringLiteral("Q1"), QStringLiteral("Q2")});
        QCOMPARE(writeArticles({article}, Format::Csv), QByteArray("title,question,answer,tags\n"
                                                                   "\"T, \"\"t\"\"\",\"Q1\",\"A\",\"x;y\"\n"
                                                                   "\"T, \"\"t\"\"\",\"Q2\",\"\",\"\"\n"));
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ArticleCsvTest)
#include "articlecsv_test.moc"
