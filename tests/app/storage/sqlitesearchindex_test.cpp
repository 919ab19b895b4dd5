// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The index the search reads: built for old databases, rebuilt for new versions, true to what is stored.
#include "tests/app/storage/searchdesk.h"

namespace relaydesk {

class SqliteSearchIndexTest : public QObject, protected SearchDesk {
    Q_OBJECT

  private slots:
    void init() { begin(); }
    void cleanup() { m_open.reset(); }

    void shouldForgetTheOldWordsOfAnArticle() {
        auto article = stores().articles.save(
            {.title = s("Oranges"), .answer = s("Yes."), .phrasings = {{.text = s("Tangerines?")}}});
        QCOMPARE(snippets({.text = words("tangerines")}).size(), 1);

        article->phrasings = {};
        article->title = s("Lemons");
        article = stores().articles.save(*article);

        QCOMPARE(snippets({.text = words("tangerines")}).size(), 0);
        QCOMPARE(snippets({.text = words("oranges")}).size(), 0);
        QCOMPARE(snippets({.text = words("lemons")}).size(), 1);
    }

    void shouldIndexAnOldDatabaseNewestFirst() {
        // GIVEN
        for (int i = 0; i < 50; ++i)
            ticket(s("Anna"), s("the refund of number %1").arg(i));
        QVERIFY(stores().articles.save({.title = s("Refund"), .answer = s("Yes.")}));
        forgetIndex();

        // WHEN it is opened by this program
        open();

        // THEN it opens at once, and finds what is said from now on
        QCOMPARE(search().state()->kind, IndexState::Building);
        QCOMPARE(search().state()->share, 0.0);
        QCOMPARE(snippets({.text = words("refund"), .most = 100}).size(), 0);
        ticket(s("Berta"), s("a refund of today"));
        QCOMPARE(snippets({.text = words("refund"), .most = 100}).size(), 1);

        // WHEN it was built in part, the newest messages are found
        auto index = m_open->searchIndex();
        QVERIFY(*index.buildMore(10)); // customers …
        while (snippets({.text = words("number"), .most = 100}).isEmpty())
            QVERIFY(*index.buildMore(10));
        QCOMPARE(search().state()->kind, IndexState::Building);
        QVERIFY(snippets({.text = words("number"), .most = 100}).first().endsWith(s("49")));
        const double share = search().state()->share;
        QVERIFY(share > 0 && share < 1);

        // WHEN the program ends there, and another goes on
        open();
        QVERIFY(qFuzzyCompare(search().state()->share, share));
        while (*m_open->searchIndex().buildMore(10)) {
        }

        // THEN all is in it, once
        QCOMPARE(*search().state(), IndexState());
        QCOMPARE(snippets({.text = words("refund"), .most = 100}).size(), 52);
        QCOMPARE(snippets({.text = words("number"), .most = 100}).size(), 50);
    }

    void shouldBuildAnIndexOfAnotherVersionAnew() {
        ticket(s("Anna"), s("refund"));
        QVERIFY(m_open->database().write(
            QStringLiteral("UPDATE search_progress SET highest = 999 WHERE corpus = 'version'")));

        open(OpenMode::ReadOnly);
        QCOMPARE(search().state()->kind, IndexState::Missing);
        QVERIFY(snippets({.text = words("refund")}).isEmpty());
        QVERIFY(found({.text = words("refund")}).isEmpty());
        QVERIFY(!*search().respelled(words("refnud")));

        open();
        QCOMPARE(search().state()->kind, IndexState::Building);
        while (*m_open->searchIndex().buildMore(1000)) {
        }
        QCOMPARE(snippets({.text = words("refund")}).size(), 1);
    }

    void shouldTakeBackTheWordsOfWhatWasRolledBack() {
        const auto done = stores().unitOfWork.atomically([&]() -> Result<void> {
            ticket(s("Anna"), s("refund"));
            return failure(ErrorKind::Invalid, s("no"));
        });

        QVERIFY(!done);
        QCOMPARE(snippets({.text = words("refund")}).size(), 0);
        ticket(s("Anna"), s("refund"));
        QCOMPARE(snippets({.text = words("refund")}).size(), 1);
    }
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::SqliteSearchIndexTest)
#include "sqlitesearchindex_test.moc"
