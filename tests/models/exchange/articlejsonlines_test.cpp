// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! JSON Lines with articles, good and bad.
#include "models/exchange/exchange.h"
#include "tests/models/exchange/articlesamples.h"
#include <QtTest/QtTest>

namespace relaydesk {

class ArticleJsonLinesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadTitleAndAnswerAloneAsAnImport() {
        const auto read = readArticles("\n{\"title\": \"T\", \"answer\": \"A\"}\r\n  \n", Format::JsonLines);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().sentence));
        QVERIFY(*read == QVector<Article>{sampleArticle(QStringLiteral("T"), QStringLiteral("A"))});
    }

    void shouldReadPhrasingsAsTextsOrObjects() {
        const auto read =
            readArticles(R"({"title":"T","answer":"A","phrasings":["p",{"text":"q"},{"text":"r","origin":"agent"}]})",
                         Format::JsonLines);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().sentence));
        const QVector<Phrasing> phrasings{{{}, QStringLiteral("p"), Origin::Import},
                                          {{}, QStringLiteral("q"), Origin::Import},
                                          {{}, QStringLiteral("r"), Origin::Agent}};
        QVERIFY(read->first().phrasings == phrasings);
    }

    void shouldKeepAByteOrderMarkThatBeginsAText() {
        const auto read = readArticles("{\"title\":\"\xEF\xBB\xBFT\",\"answer\":\"A\"}", Format::JsonLines);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().sentence));
        QCOMPARE(read->first().title, QStringLiteral("\uFEFFT"));
    }

    void shouldReadTimesOfAnyZone() {
        const auto read =
            readArticles(R"({"title":"T","answer":"A","updatedAt":"2026-03-02T10:00:00+01:00"})", Format::JsonLines);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().sentence));
        QCOMPARE(read->first().updatedAt, QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC));
    }

    void shouldRefuseNamingTheLine_data() {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QString>("word");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        const auto with = [](const QByteArray &more) { return "{\"title\":\"T\",\"answer\":\"A\"," + more + "}"; };
        QTest::newRow("not JSON") << QByteArray("title: T") << s("not JSON");
        QTest::newRow("cut off") << QByteArray("{\"title\":\"T\",\"ans") << s("not JSON");
        QTest::newRow("two on one line") << QByteArray("{} {}") << s("not JSON");
        QTest::newRow("a list") << QByteArray("[]") << s("one JSON object");
        QTest::newRow("unknown key") << with("\"category\":\"c\"") << s("\u201ccategory\u201d");
        QTest::newRow("an id") << with("\"id\":7") << s("\u201cid\u201d");
        QTest::newRow("keys are case-sensitive") << with("\"Tags\":[]") << s("\u201cTags\u201d");
        QTest::newRow("no title") << QByteArray("{\"answer\":\"A\"}") << s("title is missing");
        QTest::newRow("blank title") << QByteArray("{\"title\":\" \",\"answer\":\"A\"}") << s("title is missing");
        QTest::newRow("no answer") << QByteArray("{\"title\":\"T\"}") << s("\u201cT\u201d has no answer");
        QTest::newRow("title a number") << QByteArray("{\"title\":7,\"answer\":\"A\"}")
                                        << s("\u201ctitle\u201d must be a text, not the number 7");
        QTest::newRow("answer null") << QByteArray("{\"title\":\"T\",\"answer\":null}")
                                     << s("\u201canswer\u201d must be a text, not null");
        QTest::newRow("tags a text") << with("\"tags\":\"a\"") << s("\u201ctags\u201d must be a list, not a text");
        QTest::newRow("a tag a number") << with("\"tags\":[\"a\",1.5]") << s("holds the number 1.5");
        QTest::newRow("phrasings an object")
            << with("\"phrasings\":{}") << s("\u201cphrasings\u201d must be a list, not an object");
        QTest::newRow("a phrasing a list") << with("\"phrasings\":[[]]") << s("holds a list");
        QTest::newRow("a phrasing's key") << with("\"phrasings\":[{\"text\":\"p\",\"id\":1}]") << s("\u201cid\u201d");
        QTest::newRow("a phrasing's text")
            << with("\"phrasings\":[{\"text\":true}]") << s("\u201ctext\u201d must be a text, not true or false");
        QTest::newRow("a phrasing's origin") << with("\"phrasings\":[{\"text\":\"p\",\"origin\":\"x\"}]")
                                             << s("manual, import, agent, customer, not \u201cx\u201d");
        QTest::newRow("an empty phrasing") << with("\"phrasings\":[\"p\",\" \"]") << s("phrasing is empty");
        QTest::newRow("status") << with("\"status\":\"gone\"") << s("live, archived, not \u201cgone\u201d");
        QTest::newRow("origin a number") << with("\"origin\":1") << s("\u201corigin\u201d must be a text");
        QTest::newRow("version a text") << with("\"version\":\"1\"") << s("whole number");
        QTest::newRow("version a half") << with("\"version\":1.5") << s("not the number 1.5");
        QTest::newRow("version below zero") << with("\"version\":-1") << s("not the number -1");
        QTest::newRow("version too high") << with("\"version\":1e300") << s("whole number");
        QTest::newRow("no time") << with("\"updatedAt\":\"yesterday\"") << s("not \u201cyesterday\u201d");
        QTest::newRow("a zero character") << with("\"phrasings\":[\"p\\u0000\"]") << s("zero character");
        QTest::newRow("long title") << QByteArray("{\"answer\":\"A\",\"title\":\"" + QByteArray(501, 't') + "\"}")
                                    << s("501 characters");
        QTest::newRow("long phrasing") << with("\"phrasings\":[\"" + QByteArray(2001, 'q') + "\"]")
                                       << s("2001 characters");
        QTest::newRow("long answer") << QByteArray("{\"title\":\"T\",\"answer\":\"" + QByteArray(100'001, 'a') + "\"}")
                                     << s("100001 characters");
    }
    void shouldRefuseNamingTheLine() {
        QFETCH(QByteArray, object);
        QFETCH(QString, word);
        // GIVEN the bad object behind a good one and a blank line
        const QByteArray bytes = "{\"title\":\"Good\",\"answer\":\"A\"}\n\n" + object + "\n";
        // WHEN
        const auto read = readArticles(bytes, Format::JsonLines);
        // THEN
        QVERIFY(!read);
        const QString sentence = read.error().sentence;
        QVERIFY2(sentence.startsWith(QStringLiteral("Line 3: ")), qPrintable(sentence));
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(QStringLiteral(" Nothing was imported.")), qPrintable(sentence));
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ArticleJsonLinesTest)
#include "articlejsonlines_test.moc"
