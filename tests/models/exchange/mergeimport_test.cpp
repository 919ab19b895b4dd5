// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an import would change, and that the same import changes nothing the second time.
#include "models/exchange/exchange.h"
#include "models/exchange/mergeimport.h"
#include "tests/models/exchange/articlesamples.h"
#include <QtTest/QtTest>

namespace relaydesk {

class MergeImportTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldAddArticlesWithUnknownTitles() {
        // GIVEN an article from another database
        Article article = sampleArticle(s("T"), s("A"), {s("x"), s("X")}, {s("p"), s("P "), s("t"), s("q")});
        article.id.value = 9;
        article.version = 7;
        article.record = {3, 2};
        // WHEN
        const auto plan = mergeImport({}, {article});
        // THEN it comes without what belongs to that database, and without doubles
        QVERIFY(plan);
        QVERIFY(plan->toSave == QVector<Article>{sampleArticle(s("T"), s("A"), {s("x")}, {s("p"), s("q")})});
        QCOMPARE(counts(*plan), s("1 new, 0 changed, 0 unchanged, 2 phrasings, 0 archived"));
    }

    void shouldExtendArticlesWithKnownTitles() {
        // GIVEN
        const QVector<Article> existing = stored({sampleArticle(s("How to pay?"), s("old"), {s("x")}, {s("p")})});
        // WHEN the same title comes in another case
        const auto plan = mergeImport(existing, {sampleArticle(s(" how TO  pay? "), s("new"), {s("X"), s("y")},
                                                               {s("P"), s("q"), s("How to pay?")})});
        // THEN
        QVERIFY(plan);
        Article expected = existing.first();
        expected.answer = s("new");
        expected.tags = {s("x"), s("y")};
        expected.phrasings += Phrasing{{}, s("q"), Origin::Import};
        QVERIFY(plan->toSave == QVector<Article>{expected});
        QCOMPARE(counts(*plan), s("0 new, 1 changed, 0 unchanged, 1 phrasings, 0 archived"));
    }

    void shouldLeaveArticlesThatSayTheSame_data() {
        QTest::addColumn<Article>("read");
        QTest::newRow("equal") << sampleArticle(s("T"), s("A\nB"), {s("x")}, {s("p")});
        QTest::newRow("less") << sampleArticle(s("T"), s("A\nB"));
        QTest::newRow("other line ends") << sampleArticle(s("T"), s("A\r\nB\r\n"));
        QTest::newRow("other case") << sampleArticle(s("t"), s("A\nB"), {s("X")}, {s("P"), s("T")});
        QTest::newRow("composed otherwise") << sampleArticle(s("T"), s("A\nB"), {}, {s("cafe\u0301")});
    }
    void shouldLeaveArticlesThatSayTheSame() {
        QFETCH(Article, read);
        const auto existing = stored({sampleArticle(s("T"), s("A\nB"), {s("x")}, {s("p"), s("caf\u00e9")})});
        const auto plan = mergeImport(existing, {read});
        QVERIFY(plan);
        QVERIFY(plan->toSave.isEmpty());
        QCOMPARE(counts(*plan), s("0 new, 0 changed, 1 unchanged, 0 phrasings, 0 archived"));
    }

    void shouldChangeNothingTheSecondTime_data() {
        QTest::addColumn<QVector<Article>>("existing");
        QTest::newRow("nothing there") << QVector<Article>();
        QTest::newRow("something there") << stored(
            {sampleArticle(s("C#"), s("other")), sampleArticle(s("Mine"), s("A"))});
        QTest::newRow("archived there") << stored(archived({sampleArticle(s("C#"), s("other"))}));
    }
    void shouldChangeNothingTheSecondTime() {
        QFETCH(QVector<Article>, existing);
        // GIVEN an import that was saved
        const auto first = mergeImport(existing, nastyArticles());
        QVERIFY(first);
        QVERIFY(first->toSave.size() > 0);
        const auto after = saved(existing, first->toSave);
        // WHEN it comes again, by any format
        for (const auto format : {Format::Csv, Format::JsonLines, Format::Markdown}) {
            const auto again = readArticles(writeArticles(nastyArticles(), format), format);
            QVERIFY(again);
            const auto second = mergeImport(after, *again);
            // THEN
            QVERIFY(second);
            QCOMPARE(shown(second->toSave), QString());
            QCOMPARE(second->unchanged, int(nastyArticles().size()));
        }
    }

    void shouldPutArticlesOfOneTitleTogether() {
        const auto plan =
            mergeImport({}, {sampleArticle(s("T"), s("A"), {s("x")}, {s("p")}), sampleArticle(s("U"), s("B")),
                             sampleArticle(s("t"), s("A\n"), {s("y")}, {s("P"), s("q")})});
        QVERIFY(plan);
        QCOMPARE(shown(plan->toSave), shown({sampleArticle(s("T"), s("A"), {s("x"), s("y")}, {s("p"), s("q")}),
                                             sampleArticle(s("U"), s("B"))}));
        QCOMPARE(counts(*plan), s("2 new, 0 changed, 0 unchanged, 2 phrasings, 0 archived"));
    }

    void shouldRefuseTwoAnswersForOneTitle() {
        const auto plan = mergeImport({}, {sampleArticle(s("T"), s("A")), sampleArticle(s("t "), s("B"))});
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, ErrorKind::Invalid);
        QVERIFY2(plan.error().sentence.contains(s("\u201ct\u201d")), qPrintable(plan.error().sentence));
        QVERIFY2(plan.error().sentence.contains(s("Nothing was imported")), qPrintable(plan.error().sentence));
    }

    void shouldKeepTheStatusOfWhatIsThere() {
        // GIVEN one archived article, and one that is live beside an archived namesake
        auto existing = stored(archived({sampleArticle(s("T"), s("A")), sampleArticle(s("U"), s("old"))}));
        existing += stored({sampleArticle(s("U"), s("B"))});
        // WHEN
        const auto plan = mergeImport(existing, {sampleArticle(s("T"), s("new")), sampleArticle(s("U"), s("B"))});
        // THEN the archived one changes and stays archived, and the live one is the one that is meant
        QVERIFY(plan);
        QCOMPARE(counts(*plan), s("0 new, 1 changed, 1 unchanged, 0 phrasings, 1 archived"));
        QCOMPARE(plan->toSave.first().status, ArticleStatus::Archived);
        QCOMPARE(plan->toSave.first().id, existing.first().id);
    }

    void shouldChangeNothingForNothing() {
        const auto plan = mergeImport(stored(nastyArticles()), {});
        QVERIFY(plan);
        QCOMPARE(counts(*plan), s("0 new, 0 changed, 0 unchanged, 0 phrasings, 0 archived"));
        QVERIFY(plan->toSave.isEmpty());
    }

  private:
    static QString s(const char *text) { return QString::fromUtf8(text); }

    static QString counts(const ImportPlan &plan) {
        return QStringLiteral("%1 new, %2 changed, %3 unchanged, %4 phrasings, %5 archived")
            .arg(plan.added)
            .arg(plan.changed)
            .arg(plan.unchanged)
            .arg(plan.phrasingsAdded)
            .arg(plan.archived);
    }

    static QVector<Article> archived(QVector<Article> articles) {
        for (Article &article : articles)
            article.status = ArticleStatus::Archived;
        return articles;
    }

    //! With ids, as a store gives them.
    static QVector<Article> stored(QVector<Article> articles) {
        static qint64 next = 0;
        for (Article &article : articles) {
            article.id.value = article.id.isValid() ? article.id.value : ++next;
            article.version += 1;
            for (Phrasing &phrasing : article.phrasings)
                phrasing.id.value = ++next;
        }
        return articles;
    }

    static QVector<Article> saved(QVector<Article> existing, const QVector<Article> &toSave) {
        for (const Article &article : stored(toSave)) {
            const auto known = std::find_if(existing.begin(), existing.end(),
                                            [&](const Article &old) { return old.id == article.id; });
            if (known == existing.end())
                existing += article;
            else
                *known = article;
        }
        return existing;
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::MergeImportTest)
#include "mergeimport_test.moc"
