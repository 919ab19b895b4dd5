// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The list of articles: its order, its search, and that a change touches no other row.
#include "models/items/articlelistmodel.h"
#include "models/items/articlewords.h"
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

namespace relaydesk {

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

ArticleRow row(qint64 id, const QString &title, const QString &answer = {}, int used = 0) {
    ArticleRow made;
    made.article.id = ArticleId{id};
    made.article.title = title;
    made.article.answer = answer;
    made.used = used;
    made.key = searchKey(made.article);
    return made;
}

ArticleRows rowsOf(const QVector<ArticleRow> &rows) {
    ArticleRows pointers;
    for (const ArticleRow &each : rows)
        pointers.push_back(std::make_shared<const ArticleRow>(each));
    return pointers;
}

QString titlesIn(const ArticleListModel &model) {
    QStringList titles;
    for (int i = 0; i < model.rowCount(); ++i)
        titles += model.index(i, 0).data().toString();
    return titles.join(u' ');
}

} // namespace

class ArticleListModelTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_model = std::make_unique<ArticleListModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->show(
            rowsOf({row(1, s("pear"), s("Grüße"), 3), row(2, s("Apple"), s("red"), 9), row(3, s("Fig"), s("blue"))}));
    }
    void cleanup() {
        m_tester.reset();
        m_model.reset();
    }

    void shouldSortByTitleWhateverTheCase() { QCOMPARE(titlesIn(*m_model), s("Apple Fig pear")); }

    void shouldSortByWhatTheColumnShows() {
        m_model->sort(ArticleListModel::UsedColumn, Qt::DescendingOrder);
        QCOMPARE(titlesIn(*m_model), s("Apple pear Fig"));
        m_model->sort(ArticleListModel::ArticleColumn, Qt::DescendingOrder);
        QCOMPARE(titlesIn(*m_model), s("pear Fig Apple"));
    }

    void shouldFindEveryWord_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("title") << s("APP") << s("Apple");
        QTest::newRow("answer") << s("blue") << s("Fig");
        QTest::newRow("folded") << s("GRÜß") << s("pear");
        QTest::newRow("two words") << s(" red  apple ") << s("Apple");
        QTest::newRow("not both") << s("red fig") << s("");
    }
    void shouldFindEveryWord() {
        QFETCH(QString, text);
        QFETCH(QString, found);
        m_model->setSearch(text);
        QCOMPARE(titlesIn(*m_model), found);
        m_model->setSearch({});
        QCOMPARE(m_model->rowCount(), 3);
    }

    void shouldFindAgainWhatMoreTypingHid() {
        m_model->setSearch(s("a"));
        QCOMPARE(titlesIn(*m_model), s("Apple pear"));
        m_model->setSearch(s("ap"));
        QCOMPARE(titlesIn(*m_model), s("Apple"));
        m_model->setSearch(s("a"));
        QCOMPARE(titlesIn(*m_model), s("Apple pear"));
    }

    void shouldMoveARowWithItsNewTitle() {
        // GIVEN
        const QPersistentModelIndex fig = m_model->indexOf(ArticleId{3});
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        // WHEN
        m_model->put(row(3, s("Zebra")));
        m_model->put(row(4, s("Mango")));
        // THEN it is the same row, elsewhere
        QCOMPARE(titlesIn(*m_model), s("Apple Mango pear Zebra"));
        QCOMPARE(fig.row(), 3);
        QCOMPARE(reset.size(), 0);
    }

    void shouldOnlyChangeRowsWhereNoneCameOrWent() {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->show(rowsOf({row(1, s("pear")), row(2, s("Apple"), {}, 10), row(3, s("Fig"))}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(m_model->index(0, ArticleListModel::UsedColumn).data().toInt(), 10);
    }

    void shouldHideArchivedOnesUntilAskedFor() {
        // GIVEN
        ArticleRow archived = row(2, s("Apple"));
        archived.article.status = ArticleStatus::Archived;
        // WHEN
        m_model->put(archived);
        // THEN
        QCOMPARE(titlesIn(*m_model), s("Fig pear"));
        QCOMPARE(m_model->liveCount(), 2);
        m_model->setArchivedShown(true);
        QCOMPARE(titlesIn(*m_model), s("Apple Fig pear"));
        // AND one with unsaved changes is never hidden
        m_model->setUnsaved(ArticleId{2}, true);
        m_model->setArchivedShown(false);
        QCOMPARE(m_model->rowCount(), 3);
        m_model->setUnsaved(ArticleId{2}, false);
        QCOMPARE(m_model->rowCount(), 2);
    }

    void shouldKeepBegunArticlesOnTop() {
        m_model->put(row(-1, s("zzz")));
        m_model->setSearch(s("apple"));
        QCOMPARE(titlesIn(*m_model), s("zzz Apple"));
        m_model->remove(ArticleId{-1});
        QCOMPARE(titlesIn(*m_model), s("Apple"));
    }

    void shouldSayTheWholeRow() {
        ArticleRow pear = row(1, s("pear"), {}, 3);
        pear.article.record = {4, 3};
        pear.article.phrasings = {{{}, s("a"), Origin::Agent}};
        pear.unsaved = true;
        m_model->put(pear);
        const QModelIndex index = m_model->indexOf(ArticleId{1});
        const QString spoken = index.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(s("pear, not saved, 1 phrasing")), qPrintable(spoken));
        QVERIFY(spoken.contains(s("Solved it 3 of the 4 times")));
        QCOMPARE(index.siblingAtColumn(ArticleListModel::WorkedColumn).data().toString(), s("75 %"));
        QCOMPARE(m_model->index(0, ArticleListModel::WorkedColumn).data().toString(), QString());
    }

    void shouldReadTagsAsTheyAreTyped() {
        QCOMPARE(tagsFrom(s(" billing, ,Billing ,sign  in,")), QStringList({s("billing"), s("sign in")}));
    }

    void measureSearchInTenThousand() {
        QVector<ArticleRow> rows;
        const QString filler = QStringLiteral("To change it, open Settings and choose the plan that fits you. ");
        for (int i = 0; i < 10000; ++i)
            rows.append(row(i + 1, QStringLiteral("Question number %1").arg(i), filler.repeated(7)));
        m_tester.reset(); // it reads every row itself
        m_model->show(rowsOf(rows));
        bool other = false;
        QBENCHMARK {
            other = !other;
            m_model->setSearch(other ? s("settings zebra") : s("s"));
        }
        QVERIFY(m_model->rowCount() == 0 || m_model->rowCount() == 10000);
    }

  private:
    std::unique_ptr<ArticleListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ArticleListModelTest)
#include "articlelistmodel_test.moc"
