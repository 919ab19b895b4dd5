// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Whatever is written is read back to the letter, in every format.
#include "models/exchange/exchange.h"
#include "tests/models/exchange/articlesamples.h"
#include "tests/support/sourcefile.h"
#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtTest/QtTest>

namespace relaydesk {

class ArticleRoundTripTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadBackEveryNastyArticle_data() { formats(); }
    void shouldReadBackEveryNastyArticle() {
        QFETCH(Format, format);
        for (const Article &article : nastyArticles())
            expectReadBack({article}, format);
    }

    void shouldReadBackAllNastyArticlesInOneFile_data() { formats(); }
    void shouldReadBackAllNastyArticlesInOneFile() {
        QFETCH(Format, format);
        expectReadBack(nastyArticles(), format);
    }

    void shouldReadBackTwoHundredRandomArticles_data() { formats(); }
    void shouldReadBackTwoHundredRandomArticles() {
        QFETCH(Format, format);
        // GIVEN articles put together by a seeded generator from the pieces that break files
        QRandomGenerator random(20260302);
        QVector<Article> articles;
        while (articles.size() < 200)
            articles += randomArticle(random, int(articles.size()));
        // WHEN and THEN
        expectReadBack(articles, format);
    }

    void shouldReadBackNoArticles_data() { formats(); }
    void shouldReadBackNoArticles() {
        QFETCH(Format, format);
        expectReadBack({}, format);
    }

    void shouldReadBackTheSampleKnowledge_data() { formats(); }
    void shouldReadBackTheSampleKnowledge() {
        QFETCH(Format, format);
        // GIVEN the knowledge that comes with the program
        QFile file(sourceFile(QStringLiteral("resources/knowledge/sample.md")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto articles = readArticles(file.readAll(), Format::Markdown);
        QVERIFY2(articles, qPrintable(articles ? QString() : articles.error().sentence));
        QVERIFY(articles->size() >= 50);
        for (const Article &article : *articles)
            QVERIFY2(!article.tags.isEmpty() && article.phrasings.size() >= 3, qPrintable(article.title));
        // WHEN and THEN
        expectReadBack(*articles, format);
    }

    void shouldLoseNothingInJsonLines() {
        // GIVEN an article with a history
        Article article = sampleArticle(QStringLiteral("T"), QStringLiteral("A"), {QStringLiteral("t")});
        article.phrasings = {{{}, QStringLiteral("by hand"), Origin::Manual},
                             {{}, QStringLiteral("by a customer"), Origin::Customer},
                             {{}, QStringLiteral("by an agent"), Origin::Agent}};
        article.status = ArticleStatus::Archived;
        article.origin = Origin::Agent;
        article.version = 7;
        article.updatedAt = QDateTime(QDate(2026, 3, 2), QTime(9, 1, 2, 345), Qt::UTC);
        // WHEN and THEN
        expectReadBack({article}, Format::JsonLines);
    }

    void shouldWriteNoIds_data() { formats(); }
    void shouldWriteNoIds() {
        QFETCH(Format, format);
        // GIVEN the same article with and without the ids of a database
        const Article bare = sampleArticle(QStringLiteral("T"), QStringLiteral("A"), {}, {QStringLiteral("Q")});
        Article stored = bare;
        stored.id.value = 12345;
        stored.phrasings.first().id.value = 67890;
        stored.record = {5, 4};
        // THEN their files are the same
        QCOMPARE(writeArticles({stored}, format), writeArticles({bare}, format));
    }

  private:
    static void formats() {
        QTest::addColumn<Format>("format");
        QTest::newRow("csv") << Format::Csv;
        QTest::newRow("json lines") << Format::JsonLines;
        QTest::newRow("markdown") << Format::Markdown;
    }

    static void expectReadBack(const QVector<Article> &articles, Format format) {
        const QByteArray bytes = writeArticles(articles, format);
        const auto read = readArticles(bytes, format);
        QVERIFY2(read, qPrintable((read ? QString() : read.error().sentence) + u'\n' + QString::fromUtf8(bytes)));
        if (*read != articles)
            qDebug().noquote() << bytes;
        QCOMPARE(shown(*read), shown(articles));
        QVERIFY(*read == articles);
    }

    static QString randomText(QRandomGenerator &random, const QStringList &pieces, const QString &joint) {
        QStringList parts;
        for (int count = 1 + random.bounded(4); count > 0; --count)
            parts += pieces[random.bounded(int(pieces.size()))];
        return parts.join(joint);
    }

    static Article randomArticle(QRandomGenerator &random, int number) {
        static const QStringList texts = nastyTexts();
        static const QStringList answers = nastyTexts() + nastyAnswers();
        Article article = sampleArticle(randomText(random, texts, QStringLiteral(" ")) + QString::number(number),
                                        randomText(random, answers, QStringLiteral("\n")));
        QStringList tags;
        for (int count = random.bounded(4); count > 0; --count)
            tags += randomText(random, texts, QStringLiteral(" ")) + QString::number(count);
        article.tags = tags;
        for (int count = random.bounded(6); count > 0; --count)
            article.phrasings += Phrasing{{}, randomText(random, texts, QStringLiteral("\n")), Origin::Import};
        return article;
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ArticleRoundTripTest)
#include "articleroundtrip_test.moc"
