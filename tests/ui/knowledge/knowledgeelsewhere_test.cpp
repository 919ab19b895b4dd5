// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The knowledge page and what comes from elsewhere: other windows, files, customers, a database that is only read.
#include "tests/ui/knowledge/knowledgestage.h"

namespace relaydesk {

class KnowledgeElsewhereTest : public QObject, protected KnowledgeStage {
    Q_OBJECT

  private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void cleanup() { close(); }

    void shouldOfferBothVersionsWhereSomebodyElseChangedIt_data() {
        QTest::addColumn<bool>("mine");
        QTest::newRow("keep mine") << true;
        QTest::newRow("take theirs") << false;
    }

    void shouldOfferBothVersionsWhereSomebodyElseChangedIt() {
        QFETCH(bool, mine);
        start({article("Refund a payment", "In 3 days.")});
        open("Refund a payment");
        answer()->setPlainText(s("In 4 days."));
        // WHEN another window changes it
        Article other = m_desk->stored().first();
        other.answer = s("In 9 days.");
        m_desk->save(other);
        // THEN the text stays and the page says what happened
        QTRY_VERIFY(child<NoticeBar>("conflict")->isVisible());
        QCOMPARE(answer()->toPlainText(), s("In 4 days."));
        QVERIFY(!button("saveArticle")->isEnabled());
        button("compareVersions")->click();
        QTRY_COMPARE(child<QListWidget>("versions")->count(), 3);
        QVERIFY(child<QTextEdit>("versionChanges")->toPlainText().contains(s("In 94 days.")));
        // WHEN
        button(mine ? "keepMine" : "takeTheirs")->click();
        // THEN
        QVERIFY(!child<NoticeBar>("conflict")->isVisible());
        QCOMPARE(answer()->toPlainText(), mine ? s("In 4 days.") : s("In 9 days."));
        QCOMPARE(button("saveArticle")->isEnabled(), mine);
        if (!mine)
            return;
        button("saveArticle")->click();
        QTRY_COMPARE(m_desk->versions(other.id).size(), 3);
        QCOMPARE(m_desk->stored().first().answer, s("In 4 days."));
    }

    void shouldNotWriteOverAVersionNobodySaw() {
        start({article("Refund a payment", "In 3 days."), article("Where is my parcel?", "Here.")});
        QVector<Article> stale = m_desk->stored();
        Article other = stale[1];
        other.answer = s("There.");
        m_desk->save(other);
        // WHEN both are saved as they were read before
        stale[0].answer = stale[1].answer = s("Mine.");
        const auto saved = m_desk->inDesk([&](Desk &desk) { return saveUnlessChanged(desk, stale); });
        // THEN neither is
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Conflict);
        QCOMPARE(m_desk->stored()[0].answer, s("In 3 days."));
        QCOMPARE(m_desk->stored()[1].answer, s("There."));
    }

    void shouldTakeChangesFromElsewhereWithoutLosingThePlace() {
        QVector<Article> many;
        for (int i = 0; i < 200; ++i)
            many.append(article(qPrintable(QStringLiteral("Article %1").arg(i, 3, 10, QLatin1Char('0'))), "Yes."));
        start(many);
        open("Article 150");
        const int place = list()->verticalScrollBar()->value();
        QVERIFY(place > 0);
        // WHEN one is changed and one is added
        Article changed = m_desk->stored().at(3);
        changed.title = s("Article 003 improved");
        m_desk->save(changed);
        m_desk->save(article("Zebra", "Striped."));
        // THEN
        QTRY_COMPARE(list()->model()->rowCount(), 201);
        QTRY_COMPARE(list()->model()->index(3, 0).data().toString(), s("Article 003 improved"));
        QCOMPARE(list()->currentIndex().data().toString(), s("Article 150"));
        QCOMPARE(list()->verticalScrollBar()->value(), place);
    }

    void shouldImportOnceAndChangeNothingTheSecondTime() {
        start({});
        const QString file = m_folder->filePath(s("knowledge.csv"));
        write(file, "title,question,answer,tags\nRefund a payment,money back,In 3 days.,billing\n");
        // WHEN
        m_page->importFrom(file);
        QTRY_COMPARE(m_page->notice(), s("Articles: 1 new, 0 changed, 0 as they were. Phrasings added: 1."));
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        m_page->importFrom(file);
        // THEN
        QTRY_COMPARE(m_page->notice(), s("Articles: 0 new, 0 changed, 1 as they were. Phrasings added: 0."));
        QCOMPARE(m_desk->stored().first().version, 1);
        // WHEN it is exported
        const QString copy = m_folder->filePath(s("copy.md"));
        m_page->exportTo(copy);
        QTRY_COMPARE(m_page->notice(), s("Articles written to %1: 1.").arg(copy));
        QFile written(copy);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("## Refund a payment"));
    }

    void shouldSayWhyAFileIsNotImported_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("unknown ending") << s("a.doc") << QByteArray("x");
        QTest::newRow("missing") << s("missing.csv") << QByteArray();
        QTest::newRow("broken") << s("a.jsonl") << QByteArray("{\"title\":\n");
    }

    void shouldSayWhyAFileIsNotImported() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        start({});
        if (!bytes.isEmpty())
            write(m_folder->filePath(name), bytes);
        QSignalSpy failed(m_page.get(), &KnowledgePage::failed);
        m_page->importFrom(m_folder->filePath(name));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!failed.first().first().value<Failure>().sentence.isEmpty());
        QCOMPARE(m_desk->stored().size(), 0);
    }

    void shouldKeepTheTextWhereTheDatabaseIsReadOnly() {
        start({article("Refund a payment", "In 3 days.")});
        m_page.reset();
        m_desk.reset();
        m_desk = std::make_unique<KnowledgeDesk>(path(), OpenMode::ReadOnly);
        showPage();
        open("Refund a payment");
        QSignalSpy failed(m_page.get(), &KnowledgePage::failed);
        // WHEN
        answer()->setPlainText(s("In 4 days."));
        button("saveArticle")->click();
        // THEN
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Failure>().kind, ErrorKind::ReadOnly);
        QCOMPARE(answer()->toPlainText(), s("In 4 days."));
        QVERIFY(button("saveArticle")->isEnabled());
    }

    void shouldCountWhatTheArticleDidLately() {
        start({article("Refund a payment", "In 3 days.")});
        const ArticleId id = m_desk->stored().first().id;
        logAnswers(id);
        // WHEN
        m_page->refresh();
        // THEN
        QTRY_COMPARE(child<FigureLines>("articleUse")->lines().value(0).figure, s("3"));
        QCOMPARE(child<FigureLines>("articleUse")->lines().value(1).figure, s("1"));
        QCOMPARE(child<FigureLines>("articleUse")->lines().value(2).figure, s("1"));
        QTRY_COMPARE(list()->model()->index(0, ArticleListModel::UsedColumn).data().toInt(), 4);
    }
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::KnowledgeElsewhereTest)
#include "knowledgeelsewhere_test.moc"
