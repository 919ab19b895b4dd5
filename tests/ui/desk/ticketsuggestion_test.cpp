// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the ticket shows while a model writes for the agent, and what becomes of it: on the real pane and a real desk.
#include "tests/ui/desk/panestage.h"
#include "ui/desk/replybar.h"
#include "ui/widgets/markdownpreview.h"
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

//! The desk has just handed over what it half knows.
struct Stage : PaneStage {
    Stage() : PaneStage(DeskRoom::halfKnown, true) { pane.open(room.ticket().id); }
    QString shown() const { return pane.findChild<MarkdownPreview *>(QStringLiteral("suggestedText"))->markdown(); }
    QPushButton *use() const { return pane.findChild<QPushButton *>(QStringLiteral("useSuggestion")); }
    bool isOffered() const { return !pane.findChild<QWidget *>(QStringLiteral("suggestion"))->isHidden(); }
    QString words() const {
        QStringList words;
        for (const QLabel *label : pane.findChild<QWidget *>(QStringLiteral("suggestion"))->findChildren<QLabel *>())
            words += label->text();
        return words.join(u'\n');
    }
    int reply() const { return room.model.openFor(QStringLiteral("suggestion-1")); }
    void answer(const QString &text) { room.model.answer(reply(), text, QStringLiteral("some/model")); }
};

} // namespace

class TicketSuggestionTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldShowTheReplyGrowAndOfferItOnceItIsChecked();
    void shouldShowTheDesksOwnAgainWhereTheModelsFails();
    void shouldShowAllOfADraftToWhoComesInBetween();
    void shouldStayDismissed();
    void shouldNameWhoWroteTheSummary();
};

void TicketSuggestionTest::shouldShowTheReplyGrowAndOfferItOnceItIsChecked() {
    // GIVEN a ticket with the closest article for a suggestion
    Stage stage;
    QTRY_COMPARE(stage.shown(), DeskRoom::answer());
    QVERIFY(stage.isOffered() && stage.use()->isEnabled());
    // WHEN the model writes, THEN that is seen, but cannot be used yet
    stage.room.model.stream(stage.reply(), QStringLiteral("Open **Set"));
    stage.room.model.stream(stage.reply(), QStringLiteral("tings"));
    QTRY_COMPARE(stage.shown(), QStringLiteral("Open **Settings"));
    QVERIFY(!stage.use()->isEnabled());
    QVERIFY(stage.words().contains(QStringLiteral("nothing of it is checked yet")));
    // WHEN it is done, THEN it is offered with its model and its sources, and goes into the composer
    stage.answer(DeskRoom::written());
    QTRY_COMPARE(stage.shown(), DeskRoom::writtenPlain());
    QVERIFY(stage.use()->isEnabled());
    QVERIFY2(stage.words().contains(QStringLiteral("some/model")), qPrintable(stage.words()));
    QVERIFY(stage.words().contains(DeskRoom::known));
    QTest::mouseClick(stage.use(), Qt::LeftButton);
    QCOMPARE(stage.pane.findChild<ReplyBar *>()->text(), DeskRoom::writtenPlain());
}

void TicketSuggestionTest::shouldShowTheDesksOwnAgainWhereTheModelsFails() {
    Stage stage;
    QTRY_COMPARE(stage.shown(), DeskRoom::answer());
    stage.room.model.stream(stage.reply(), QStringLiteral("It costs 99 euro"));
    QTRY_COMPARE(stage.shown(), QStringLiteral("It costs 99 euro"));
    stage.answer(QStringLiteral("It costs 99 euro."));
    QTRY_COMPARE(stage.shown(), DeskRoom::answer());
    QVERIFY(stage.use()->isEnabled());
}

void TicketSuggestionTest::shouldShowAllOfADraftToWhoComesInBetween() {
    Stage stage;
    stage.room.model.stream(stage.reply(), QStringLiteral("Open "));
    QTRY_COMPARE(stage.shown(), QStringLiteral("Open "));
    // WHEN the agent looks at something else meanwhile
    const TicketId ticket = stage.room.ticket().id;
    const ConversationId other = stage.room.open();
    QVERIFY(stage.room.desk->askForPerson(other));
    const auto open = *stage.room.stores().tickets.tickets({.status = {}, .conversation = other, .openOnly = true});
    stage.pane.open(open.first().id);
    QTRY_VERIFY(!stage.isOffered());
    stage.room.model.stream(stage.reply(), QStringLiteral("Settings"));
    stage.pane.open(ticket);
    // THEN all of it stands there
    QTRY_COMPARE(stage.shown(), QStringLiteral("Open Settings"));
    QTRY_VERIFY(stage.isOffered());
}

void TicketSuggestionTest::shouldStayDismissed() {
    Stage stage;
    QTRY_VERIFY(stage.isOffered());
    stage.room.model.fail(stage.reply(), QStringLiteral("Gone."));
    QTest::mouseClick(stage.pane.findChild<QPushButton *>(QStringLiteral("dismissSuggestion")), Qt::LeftButton);
    // WHEN something else about the ticket changes, THEN the card does not come back
    QVERIFY(stage.room.desk->claim(stage.room.ticket().id, stage.room.anna));
    QTRY_COMPARE(stage.pane.findChild<QPushButton *>(QStringLiteral("claim"))->isVisible(), false);
    QVERIFY(!stage.isOffered());
}

void TicketSuggestionTest::shouldNameWhoWroteTheSummary() {
    Stage stage;
    const auto noted = [&] {
        const auto *model = stage.pane.findChild<QAbstractItemView *>(QStringLiteral("ticketTranscript"))->model();
        QString all;
        for (int row = 0; row < model->rowCount(); ++row)
            all += model->index(row, 0).data(Qt::DisplayRole).toString() + u'\n';
        return all;
    };
    QTRY_VERIFY2(noted().contains(QStringLiteral("Summary for you:")), qPrintable(noted()));
    stage.room.model.answer(stage.room.model.openFor(QStringLiteral("summary-1")),
                            QStringLiteral("Question: the reset link for the password is missing\nTried: nothing"),
                            QStringLiteral("some/model"));
    QTRY_VERIFY2(noted().contains(QStringLiteral("written by some/model")), qPrintable(noted()));
    QVERIFY(noted().contains(QStringLiteral("Tried: nothing")));
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::TicketSuggestionTest)
#include "ticketsuggestion_test.moc"
