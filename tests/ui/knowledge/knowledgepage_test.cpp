// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The knowledge page as a person uses it, on a real desk with a database in threads of its own.
#include "tests/support/knowledgefixture.h"
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/knowledge/articlelistview.h"
#include "ui/knowledge/articlepane.h"
#include "ui/knowledge/articlesaving.h"
#include "ui/knowledge/figurelines.h"
#include "ui/knowledge/knowledgepage.h"
#include "ui/widgets/factorbar.h"
#include "ui/widgets/noticebar.h"
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QTreeWidget>

namespace relaydesk {

namespace {

QString s(const char *text) { return QString::fromUtf8(text); }

Article article(const char *title, const char *answer, const QStringList &phrasings = {}) {
    Article made;
    made.title = s(title);
    made.answer = s(answer);
    for (const QString &phrasing : phrasings)
        made.phrasings.append({{}, phrasing, Origin::Import});
    return made;
}

} // namespace

class KnowledgePageTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void cleanup() {
        m_page.reset();
        m_desk.reset();
        m_folder.reset();
    }

    void shouldOfferTheSampleWhereNothingIsKnown() {
        // GIVEN an empty desk
        start({});
        QTRY_VERIFY(button("importSample")->isVisible());
        QSignalSpy wanted(m_page.get(), &KnowledgePage::sampleWanted);
        // WHEN
        button("importSample")->click();
        // THEN
        QCOMPARE(wanted.size(), 1);
        // AND the first article can be written instead
        button("firstArticle")->click();
        QTRY_VERIFY(edit("articleTitle")->isVisible());
        QTest::keyClicks(edit("articleTitle"), s("Where is my parcel?"));
        answer()->setPlainText(s("On its way."));
        button("saveArticle")->click();
        QTRY_COMPARE(m_desk->stored().size(), 1);
        QTRY_COMPARE(list()->current(), m_desk->stored().first().id);
        QCOMPARE(m_desk->stored().first().origin, Origin::Manual);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
    }

    void shouldSaveWhatWasEditedAsANewVersion() {
        start({article("Refund a payment", "In 3 days.", {s("money back")})});
        open("Refund a payment");
        QVERIFY(!button("saveArticle")->isEnabled());
        // WHEN answer, tags and phrasings are changed
        answer()->setPlainText(s("In **5** days."));
        QTest::keyClicks(edit("articleTags"), s("billing, refunds, Billing"));
        QTest::keyClicks(edit("addPhrasing"), s("refund please"));
        QTest::keyClick(edit("addPhrasing"), Qt::Key_Return);
        QVERIFY(button("saveArticle")->isEnabled());
        QTest::keyClick(m_page.get(), Qt::Key_S, Qt::ControlModifier);
        // THEN they are stored, and the page says so
        QTRY_COMPARE(m_page->notice(), s("“Refund a payment” is saved as version 2."));
        const Article saved = m_desk->stored().first();
        QCOMPARE(saved.answer, s("In **5** days."));
        QCOMPARE(saved.tags, QStringList({s("billing"), s("refunds")}));
        QCOMPARE(saved.phrasings.size(), 2);
        QCOMPARE(saved.phrasings[0].origin, Origin::Import);
        QCOMPARE(saved.phrasings[1].text, s("refund please"));
        QCOMPARE(saved.version, 2);
        QVERIFY(!button("saveArticle")->isEnabled());
    }

    void shouldPreviewTheAnswerWithoutLoadingAnything() {
        start({article("Refund a payment", "In **3** days. ![cat](file:///etc/hostname) <b>x</b>")});
        open("Refund a payment");
        auto *preview = child<QTextEdit>("articlePreview");
        // WHEN it is shown twice
        for (int i = 0; i < 2; ++i) {
            button("previewToggle")->setChecked(true);
            QVERIFY(preview->isVisible());
            button("previewToggle")->setChecked(false);
        }
        // THEN it is formatted, and what could be loaded is text
        QVERIFY2(preview->toPlainText().startsWith(s("In 3 days.")), qPrintable(preview->toPlainText()));
        QVERIFY(preview->toPlainText().contains(s("<b>x</b>")));
        QVERIFY(
            !preview->document()->resource(QTextDocument::ImageResource, QUrl(s("file:///etc/hostname"))).isValid());
        QVERIFY(!button("saveArticle")->isEnabled());
    }

    void shouldSayAtTheFieldWhatIsMissing() {
        start({article("Refund a payment", "In 3 days.")});
        open("Refund a payment");
        // WHEN
        edit("articleTitle")->selectAll();
        QTest::keyClick(edit("articleTitle"), Qt::Key_Delete);
        answer()->setPlainText(s("  \n"));
        button("saveArticle")->click();
        // THEN
        QVERIFY(child<QLabel>("titleProblem")->isVisible());
        QVERIFY(child<QLabel>("answerProblem")->isVisible());
        QTest::keyClicks(edit("articleTitle"), s("Back"));
        QVERIFY(!child<QLabel>("titleProblem")->isVisible());
        QCOMPARE(m_desk->stored().first().version, 1);
    }

    void shouldFindByTitlePhrasingTagAndAnswer_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("found");
        QTest::newRow("title") << s("REFUND") << 1;
        QTest::newRow("phrasing") << s("money back") << 1;
        QTest::newRow("tag") << s("shipping") << 1;
        QTest::newRow("answer") << s("tuesday") << 1;
        QTest::newRow("in another order") << s("back money") << 1;
        QTest::newRow("all") << s("  ") << 2;
        QTest::newRow("none") << s("elephant") << 0;
    }
    void shouldFindByTitlePhrasingTagAndAnswer() {
        QFETCH(QString, text);
        QFETCH(int, found);
        Article parcel = article("Where is my parcel?", "It comes on Tuesday.");
        parcel.tags = {s("shipping")};
        start({article("Refund a payment", "In 3 days.", {s("Money back")}), parcel});
        open("Where is my parcel?");
        const ArticleId opened = list()->current();
        // WHEN
        edit("articleSearch")->setText(text);
        // THEN
        QCOMPARE(list()->model()->rowCount(), found);
        edit("articleSearch")->clear();
        QCOMPARE(list()->current(), opened);
        QCOMPARE(list()->currentIndex().data(ArticleListModel::IdRole).toLongLong(), opened.value);
    }

    void shouldSayWhatWouldHappenToAQuestion() {
        start(sampleKnowledge());
        open("How do I reset my password?");
        // WHEN a known question is typed
        child<QPlainTextEdit>("tryQuestion")->setPlainText(s("How do I reset my password?"));
        // THEN this article answers, for reasons
        QTRY_VERIFY(child<QLabel>("tryDecision")->text().contains(s("would answer")));
        QCOMPARE(child<QLabel>("tryArticle")->text(), s("This article"));
        QVERIFY(!child<FigureLines>("trySources")->lines().isEmpty());
        QVERIFY(!m_page->findChildren<FactorBar *>().isEmpty());
        // WHEN an unknown one is typed
        child<QPlainTextEdit>("tryQuestion")->setPlainText(s("zebra quark opera"));
        // THEN a person would answer, and the sentence says why
        QTRY_VERIFY(child<QLabel>("tryDecision")->text().contains(s("would hand over")));
        QVERIFY(!child<QLabel>("tryReason")->text().isEmpty());
        // AND nothing was stored
        QCOMPARE(m_desk->stored().size(), sampleKnowledge().size());
    }

    void shouldArchiveAfterAskingAndRestore() {
        start({article("Refund a payment", "In 3 days."), article("Where is my parcel?", "Here.")});
        open("Refund a payment");
        // WHEN archiving is called off
        button("archiveArticle")->click();
        answerBox(false);
        QCOMPARE(m_desk->stored(ArticleStatus::Archived).size(), 0);
        // WHEN it is agreed to
        button("archiveArticle")->click();
        answerBox(true);
        // THEN
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(m_desk->stored(ArticleStatus::Archived).size(), 1);
        // WHEN it is shown and restored
        child<QCheckBox>("showArchived")->setChecked(true);
        QCOMPARE(list()->model()->rowCount(), 2);
        open("Refund a payment");
        QCOMPARE(button("archiveArticle")->text(), s("Restore"));
        button("archiveArticle")->click();
        // THEN
        QTRY_COMPARE(m_desk->stored(ArticleStatus::Live).size(), 2);
        QTRY_COMPARE(button("archiveArticle")->text(), s("Archive"));
    }

    void shouldShowWhatVersionsChangedAndRestoreOne() {
        start({article("Refund a payment", "In 3 days.")});
        Article changed = m_desk->stored().first();
        changed.answer = s("In 5 days.");
        m_desk->save(changed);
        open("Refund a payment");
        QTRY_COMPARE(answer()->toPlainText(), s("In 5 days."));
        // WHEN
        button("articleHistory")->click();
        auto *versions = child<QListWidget>("versions");
        QTRY_COMPARE(versions->count(), 2);
        // THEN the newest stands first and shows its change
        QVERIFY(versions->item(0)->text().startsWith(s("Version 2")));
        QVERIFY(child<QTextEdit>("versionChanges")->toPlainText().contains(s("In 35 days.")));
        QVERIFY(!button("restoreVersion")->isEnabled());
        // WHEN
        versions->setCurrentRow(1);
        button("restoreVersion")->click();
        // THEN
        QTRY_COMPARE(m_desk->versions(changed.id).size(), 3);
        QTRY_COMPARE(answer()->toPlainText(), s("In 3 days."));
    }

    void shouldKeepWhatWasNotSaved() {
        start({article("Refund a payment", "In 3 days."), article("Where is my parcel?", "Here.")});
        open("Refund a payment");
        answer()->setPlainText(s("half a sent"));
        // WHEN another article is opened, and the page is read again
        open("Where is my parcel?");
        QCOMPARE(answer()->toPlainText(), s("Here."));
        button("newArticle")->click();
        QTest::keyClicks(edit("articleTitle"), s("Brand new"));
        m_page->hide();
        m_page->show();
        m_page->refresh();
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        QCOMPARE(edit("articleTitle")->text(), s("Brand new"));
        // THEN the first still holds what was typed and says so
        open("Refund a payment");
        QCOMPARE(answer()->toPlainText(), s("half a sent"));
        QVERIFY(list()->currentIndex().data(ArticleListModel::RowRole).value<ArticleRow>().unsaved);
        open("Brand new");
        QCOMPARE(edit("articleTitle")->text(), s("Brand new"));
        // AND nothing went to the database
        QCOMPARE(m_desk->stored().size(), 2);
        QCOMPARE(m_desk->stored().first().answer, s("In 3 days."));
    }

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

    void shouldNameEveryControl() {
        start({article("Refund a payment", "In 3 days.", {s("money back")})});
        open("Refund a payment");
        QStringList nameless;
        for (QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                                   qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget);
            const bool isInner = widget->objectName().startsWith(s("qt_")) || qobject_cast<QHeaderView *>(widget) ||
                                 qobject_cast<QLineEdit *>(widget->parentWidget());
            if (isControl && !isInner && (widget->objectName().isEmpty() || widget->accessibleName().isEmpty()))
                nameless += QString::fromLatin1(widget->metaObject()->className()) + widget->objectName();
        }
        QCOMPARE(nameless, QStringList());
    }

  private:
    QString path() const { return m_folder->filePath(s("desk.db")); }
    void showPage() {
        m_page = std::make_unique<KnowledgePage>(*m_theme, m_desk->desk(), m_desk->reader());
        m_page->resize(1280, 760);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void start(QVector<Article> articles) {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<KnowledgeDesk>(path());
        for (Article &each : articles)
            each.id = {};
        if (!articles.isEmpty())
            QVERIFY(m_desk->inDesk([&](Desk &desk) { return desk.saveArticles(articles); }));
        showPage();
        if (!articles.isEmpty())
            QTRY_VERIFY(list()->model()->rowCount() > 0);
    }
    void logAnswers(ArticleId id) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVector<qint64> verdicts;
        for (const int daysAgo : {40, 3, 2, 1})
            verdicts += m_desk->log({.at = now.addDays(-daysAgo),
                                     .kind = EventKind::Verdict,
                                     .article = id,
                                     .data = {{s("answer"), s("In 3 days.")}}});
        m_desk->log({.at = now, .kind = EventKind::Verdict, .article = id, .data = {{s("draft"), s("In 3 days.")}}});
        const auto judge = [&](qint64 verdict, const char *outcome) {
            m_desk->log({.at = now,
                         .kind = EventKind::Feedback,
                         .article = id,
                         .data = {{s("verdict"), verdict}, {s("outcome"), s(outcome)}}});
        };
        judge(verdicts[0], "yes"); // older than thirty days
        judge(verdicts[1], "yes");
        judge(verdicts[2], "yes");
        judge(verdicts[2], "no"); // the last one decides
    }
    void write(const QString &file, const QByteArray &bytes) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    template <typename Widget>
    Widget *child(const char *name) {
        auto *found = m_page->findChild<Widget *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QPushButton *button(const char *name) { return child<QPushButton>(name); }
    QLineEdit *edit(const char *name) { return child<QLineEdit>(name); }
    QPlainTextEdit *answer() { return child<QPlainTextEdit>("articleAnswer"); }
    ArticleListView *list() { return child<ArticleListView>("articleList"); }
    //! By a click on its row.
    void open(const char *title) {
        QModelIndex index;
        const auto find = [&] {
            index = list()->model()->index(0, 0);
            while (index.isValid() && index.data().toString() != s(title))
                index = index.siblingAtRow(index.row() + 1);
            return index.isValid();
        };
        QTRY_VERIFY(find());
        list()->scrollTo(index);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(index).center());
        QCOMPARE(edit("articleTitle")->text(), s(title));
    }
    void answerBox(bool yes) {
        auto *box = child<QMessageBox>("question");
        QVERIFY(box->isVisible());
        if (yes)
            box->findChild<QPushButton *>(s("yes"))->click();
        else
            box->button(QMessageBox::Cancel)->click();
        QTRY_VERIFY(!m_page->findChild<QMessageBox *>());
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KnowledgeDesk> m_desk;
    std::unique_ptr<KnowledgePage> m_page;
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::KnowledgePageTest)
#include "knowledgepage_test.moc"
