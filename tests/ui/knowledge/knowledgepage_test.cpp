// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The knowledge page as a person uses it, on a real desk with a database in threads of its own.
#include "tests/ui/knowledge/knowledgestage.h"

namespace relaydesk {

class KnowledgePageTest : public QObject, protected KnowledgeStage {
    Q_OBJECT

  private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void cleanup() { close(); }

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
};

} // namespace relaydesk

QTEST_MAIN(relaydesk::KnowledgePageTest)
#include "knowledgepage_test.moc"
