// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Beside a ticket that was handed over: that the assistant is silent, and which of its sources are right, by a click.
#include "models/items/deskreading.h"
#include "tests/ui/desk/panestage.h"
#include "ui/desk/replybar.h"

namespace relaydesk {

namespace {

//! The desk took the question for two things, and handed over.
struct Stage : PaneStage {
    Stage() : PaneStage(DeskRoom::twofold, false) {
        pane.resize(1200, 800); // wide enough for both
        pane.open(room.ticket().id);
    }
    QString marks() const { return find<QWidget>("ticketMarks")->accessibleName(); }
    QString said(const char *button) const { return find<QAbstractButton>(button)->text(); }
};

} // namespace

class TicketInspectorTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldSayThatTheAssistantIsSilentUntilItIsGivenBack();
    void shouldTakeTheAgentsWordOnEachSource();
    void shouldPutASourceIntoTheReply();
    void shouldJudgeNothingOnceTheTicketHasEnded();
};

void TicketInspectorTest::shouldSayThatTheAssistantIsSilentUntilItIsGivenBack() {
    Stage stage;
    QTRY_VERIFY2(stage.marks().contains(QStringLiteral("Assistant silent")), qPrintable(stage.marks()));
    // AND so it is: it says nothing to what it would know
    const TicketId ticket = stage.room.ticket().id;
    QVERIFY(stage.room.desk->claim(ticket, stage.room.anna));
    const int said = int(stage.room.messages().size());
    QVERIFY(stage.room.say(DeskRoom::known));
    QCOMPARE(stage.room.messages().size(), said + 1);
    QTRY_VERIFY(stage.marks().contains(QStringLiteral("Assistant silent")));
    // WHEN the conversation is given back, THEN the mark goes
    QTRY_VERIFY(stage.find<QAbstractButton>("giveBack")->isVisible());
    QVERIFY(stage.click("giveBack"));
    QTRY_VERIFY2(!stage.marks().contains(QStringLiteral("Assistant silent")), qPrintable(stage.marks()));
}

void TicketInspectorTest::shouldTakeTheAgentsWordOnEachSource() {
    Stage stage;
    QTRY_VERIFY(stage.find<QWidget>("sourceRight2") && stage.find<QWidget>("sourceRight2")->isVisible());
    const QVector<Source> sources = stage.room.verdict().sources;
    QVERIFY(sources.size() >= 2);
    // WHEN the agent says that the first is wrong and the second right
    QVERIFY(stage.click("sourceWrong1"));
    QTRY_VERIFY2(stage.said("sourceWrong1").startsWith(QChar(0x2713)), qPrintable(stage.said("sourceWrong1")));
    QVERIFY(stage.click("sourceRight2"));
    QTRY_VERIFY(stage.said("sourceRight2").startsWith(QChar(0x2713)));
    // THEN both stand there, are kept each for its article, and are spoken by a screen reader
    QVERIFY(stage.said("sourceWrong1").startsWith(QChar(0x2713)));
    QVERIFY(!stage.said("sourceRight1").startsWith(QChar(0x2713)));
    const QHash<ArticleId, bool> kept = readTicket(stage.room.stores(), stage.room.ticket().id)->rightSources;
    QCOMPARE(kept, (QHash<ArticleId, bool>{{sources[0].article, false}, {sources[1].article, true}}));
    QVERIFY(stage.find<QAbstractButton>("sourceWrong1")->accessibleName().endsWith(QStringLiteral("said")));
    // AND the last word counts
    QVERIFY(stage.click("sourceRight1"));
    QTRY_VERIFY(stage.said("sourceRight1").startsWith(QChar(0x2713)));
    QVERIFY(!stage.said("sourceWrong1").startsWith(QChar(0x2713)));
}

void TicketInspectorTest::shouldPutASourceIntoTheReply() {
    Stage stage;
    QTRY_VERIFY(stage.find<QWidget>("useArticle2") && stage.find<QWidget>("useArticle2")->isVisible());
    const ArticleId second = stage.room.verdict().sources[1].article;
    QVERIFY(stage.click("useArticle2"));
    QTRY_COMPARE(stage.pane.findChild<ReplyBar *>()->text(), stage.room.stores().articles.article(second)->answer);
}

void TicketInspectorTest::shouldJudgeNothingOnceTheTicketHasEnded() {
    Stage stage;
    QTRY_VERIFY(stage.find<QWidget>("sourceRight1") && stage.find<QWidget>("sourceRight1")->isVisible());
    QVERIFY(stage.room.desk->resolve(stage.room.ticket().id, stage.room.anna, {.learn = false, .edited = {}}));
    QTRY_VERIFY(!stage.find<QWidget>("sourceRight1")->isVisible());
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::TicketInspectorTest)
#include "ticketinspector_test.moc"
