// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The small panes of the desk page by themselves: the lesson card and the reply bar.
#include "ui/desk/lessoncard.h"
#include "ui/desk/replybar.h"
#include "ui/widgets/markdownpreview.h"
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

Proposal lesson(ProposalStatus status = ProposalStatus::Pending, qint64 id = 0) {
    Proposal proposal;
    proposal.id = ProposalId{id};
    proposal.status = status;
    proposal.title = QStringLiteral("Charged twice");
    proposal.question = QStringLiteral("I was charged twice");
    proposal.answer = QStringLiteral("The second one is refunded.");
    return proposal;
}

} // namespace

class DeskPanesTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void shouldTakeLittleRoomWhileNothingIsLearned();
    void shouldKeepWhatWasChangedByHand();
    void shouldOfferOnlyWhatCanBeDone_data();
    void shouldOfferOnlyWhatCanBeDone();
    void shouldPassOnTheLessonAsItWasChanged();
    void shouldShowTheSuggestionFormattedAndUseItAsWritten();
    void shouldHideASuggestionThatIsDismissedOrEmpty();
    void shouldSendNothingEmptyButResolveWithoutAWord();
    void shouldAllowNothingOnATicketThatIsNotOpen();

  private:
    std::unique_ptr<Theme> m_theme;
};

void DeskPanesTest::shouldTakeLittleRoomWhileNothingIsLearned() {
    LessonCard card(*m_theme);
    card.setFixedWidth(220);
    card.show(std::nullopt);
    card.QWidget::show();
    const int empty = card.heightForWidth(220) > 0 ? card.heightForWidth(220) : card.sizeHint().height();
    QVERIFY2(empty <= 5 * card.fontMetrics().lineSpacing() + 32, qPrintable(QString::number(empty)));
    card.show(lesson());
    QVERIFY(card.sizeHint().height() > empty);
}

void DeskPanesTest::shouldKeepWhatWasChangedByHand() {
    LessonCard card(*m_theme);
    card.show(lesson());
    QVERIFY(!card.edited());
    auto *question = card.findChild<QLineEdit *>(QStringLiteral("lessonQuestion"));
    question->setCursorPosition(0);
    QTest::keyClicks(question, QStringLiteral("Why "));
    // WHEN the desk proposes again while the agent types on
    card.show(lesson());
    QCOMPARE(card.edited()->question, QStringLiteral("Why I was charged twice"));
    // WHEN another ticket is opened THEN it begins anew
    card.reset();
    card.show(lesson());
    QVERIFY(!card.edited());
}

void DeskPanesTest::shouldOfferOnlyWhatCanBeDone_data() {
    QTest::addColumn<ProposalStatus>("status");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QStringList>("offered");
    const QStringList decide{QStringLiteral("lessonPublish"), QStringLiteral("lessonDecline")};
    QTest::newRow("not stored yet") << ProposalStatus::Pending << qint64(0) << QStringList();
    QTest::newRow("waits for a person") << ProposalStatus::Pending << qint64(7) << decide;
    QTest::newRow("learned") << ProposalStatus::Published << qint64(7) << QStringList(QStringLiteral("lessonUndo"));
    QTest::newRow("declined") << ProposalStatus::Declined << qint64(7) << QStringList();
}

void DeskPanesTest::shouldOfferOnlyWhatCanBeDone() {
    QFETCH(ProposalStatus, status);
    QFETCH(qint64, id);
    LessonCard card(*m_theme);
    card.show(lesson(status, id));
    QStringList offered;
    for (const QPushButton *button : card.findChildren<QPushButton *>()) {
        if (!button->isHidden())
            offered += button->objectName();
    }
    QTEST(offered, "offered");
    QCOMPARE(card.findChild<QLineEdit *>(QStringLiteral("lessonQuestion"))->isReadOnly(),
             status != ProposalStatus::Pending);
}

void DeskPanesTest::shouldPassOnTheLessonAsItWasChanged() {
    LessonCard card(*m_theme);
    card.show(lesson(ProposalStatus::Pending, 7));
    QSignalSpy published(&card, &LessonCard::publishWanted);
    QTest::keyClicks(card.findChild<QLineEdit *>(QStringLiteral("lessonQuestion")), QStringLiteral(" twice"));
    QTest::mouseClick(card.findChild<QPushButton *>(QStringLiteral("lessonPublish")), Qt::LeftButton);
    QCOMPARE(published.size(), 1);
    QVERIFY(published.first().first().value<Proposal>().question.contains(QStringLiteral(" twice")));
}

void DeskPanesTest::shouldShowTheSuggestionFormattedAndUseItAsWritten() {
    ReplyBar bar(*m_theme);
    bar.setAllowed(true);
    const QString markdown = QStringLiteral("Open **Settings** and ![x](http://127.0.0.1:9/x.png) wait.");
    bar.suggest(markdown, QStringLiteral("From: somewhere"));
    const auto *shown = bar.findChild<MarkdownPreview *>(QStringLiteral("suggestedText"));
    QCOMPARE(shown->toPlainText(), QStringLiteral("Open Settings and [x] wait."));
    QSignalSpy typed(&bar, &ReplyBar::typed);
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("useSuggestion")), Qt::LeftButton);
    QCOMPARE(bar.text(), markdown);
    QCOMPARE(typed.size(), 1);
}

void DeskPanesTest::shouldHideASuggestionThatIsDismissedOrEmpty() {
    ReplyBar bar(*m_theme);
    const auto *card = bar.findChild<QWidget *>(QStringLiteral("suggestion"));
    bar.suggest(QStringLiteral("Yes."), {});
    QVERIFY(!card->isHidden());
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("dismissSuggestion")), Qt::LeftButton);
    QVERIFY(card->isHidden());
    bar.suggest(QStringLiteral("No."), {});
    bar.suggest({}, {});
    QVERIFY(card->isHidden());
}

void DeskPanesTest::shouldSendNothingEmptyButResolveWithoutAWord() {
    ReplyBar bar(*m_theme);
    bar.setAllowed(true);
    QSignalSpy sent(&bar, &ReplyBar::sendWanted);
    QSignalSpy resolved(&bar, &ReplyBar::resolveWanted);
    bar.setText(QStringLiteral("  \n "));
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("agentSend")), Qt::LeftButton);
    QVERIFY(sent.isEmpty());
    QTest::mouseClick(bar.findChild<QPushButton *>(QStringLiteral("sendAndResolve")), Qt::LeftButton);
    QCOMPARE(resolved.size(), 1);
    QVERIFY(resolved.first().first().toString().isEmpty());
}

void DeskPanesTest::shouldAllowNothingOnATicketThatIsNotOpen() {
    ReplyBar bar(*m_theme);
    bar.suggest(QStringLiteral("Yes."), {});
    bar.setAllowed(false);
    for (const char *name : {"agentComposer", "teach", "agentSend", "sendAndResolve"})
        QVERIFY2(!bar.findChild<QWidget *>(QLatin1String(name))->isEnabled(), name);
    QVERIFY(bar.findChild<QWidget *>(QStringLiteral("suggestion"))->isHidden());
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::DeskPanesTest)
#include "deskpanes_test.moc"
