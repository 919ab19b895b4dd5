// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Who found out what about an answer, that silence says nothing, and what the desk makes of it.
#include "models/analytics/counts.h"
#include "models/analytics/figures.h"
#include "tests/support/deskroom.h"
#include <QtTest/QtTest>

namespace relaydesk {

class DeskVerificationTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldTakeTheAgentsAnswerForAVerdict_data();
    void shouldTakeTheAgentsAnswerForAVerdict();
    void shouldNotTakeSilenceForSuccess();
    void shouldRefitAfterFiftyOutcomes();
    void shouldComeToTheSameAfterAStart();
    void shouldNotBelieveTheFewCustomersWhoComplain();
    void shouldTellWhichBarIsInForce();
    void shouldDrawAnswersForAudits();
    void shouldTakeAnAuditOnce();
    void shouldTakeAThumbUnderTheOpenAnswerForYesOrNo_data();
    void shouldTakeAThumbUnderTheOpenAnswerForYesOrNo();
    void shouldMoveNobodyByAThumbUnderAnEarlierAnswer();
    void shouldRefuseAThumbUnderWhatIsNoAnswer();
    void shouldTakeTheAgentsWordOnASource_data();
    void shouldTakeTheAgentsWordOnASource();
};

namespace {

QStringList outcomesIn(DeskRoom &room) {
    QStringList said;
    for (const Event &event : room.allEvents(EventKind::Feedback))
        said += event.data.value(u"outcome"_qs).toString();
    return said;
}

//! One customer whose half known question an agent answers with the candidate as it is, or with another answer.
void playHandoff(DeskRoom &room, bool right) {
    room.conversation = room.open();
    room.say(DeskRoom::twofold);
    room.desk->reply(room.conversation, room.anna,
                     right ? room.verdict().draft : u"Please look into the manual of your plan."_qs);
    room.desk->resolve(room.ticket().id, room.anna, {.learn = false, .edited = {}});
}

void playAnswer(DeskRoom &room, bool solved) {
    room.conversation = room.open();
    room.say(DeskRoom::known);
    room.desk->solved(room.conversation, solved);
}

} // namespace

void DeskVerificationTest::shouldTakeTheAgentsAnswerForAVerdict_data() {
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QStringList>("outcomes");
    const QString answer = u"Open **Reports**, choose **Export** and then **CSV**."_qs;
    QTest::newRow("as it is") << answer << QStringList{u"agent_same"_qs};
    QTest::newRow("with a greeting") << QString(u"Hi Maya, "_qs + answer + u" Best regards, Anna"_qs)
                                     << QStringList{u"agent_same"_qs};
    QTest::newRow("another answer") << u"The second charge is only a hold and falls away in 5 days."_qs
                                    << QStringList{u"agent_other"_qs};
    QTest::newRow("the same, changed") << u"Open **Reports**, choose **Export** and then **PDF** there."_qs
                                       << QStringList{};
    QTest::newRow("a question back") << u"Which report is it?"_qs << QStringList{};
}

void DeskVerificationTest::shouldTakeTheAgentsAnswerForAVerdict() {
    QFETCH(QString, reply);
    QFETCH(QStringList, outcomes);
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::twofold));
    const EventId verdict = room.ticket().verdict;
    QVERIFY(room.desk->reply(room.conversation, room.anna, reply).has_value());
    QVERIFY(room.desk->resolve(room.ticket().id, room.anna).has_value());
    QCOMPARE(outcomesIn(room), outcomes);
    if (outcomes.isEmpty())
        return;
    const Event said = room.allEvents(EventKind::Feedback).last();
    QCOMPARE(said.data.value(u"verdict"_qs).toInteger(), verdict.value);
    QCOMPARE(said.agent, room.anna);
    // what was sent as it stands is an answer that a customer got; another one says nothing of the article
    const bool isSame = outcomes.first() == u"agent_same"_qs;
    QCOMPARE(room.stores().articles.article(said.article)->record, isSame ? (TrackRecord{1, 1}) : TrackRecord{});
}

void DeskVerificationTest::shouldNotTakeSilenceForSuccess() {
    DeskRoom room(false);
    for (int i = 0; i < 60; ++i) {
        room.conversation = room.open();
        QVERIFY(room.say(DeskRoom::known));
    }
    room.clock.advance(48LL * 3600 * 1000);
    QCOMPARE(*room.desk->closeSilent(), 61); // the room's own is empty
    QVERIFY(outcomesIn(room).isEmpty());
    QVERIFY(room.allEvents(EventKind::Refitted).isEmpty());
    QCOMPARE(room.desk->standard()->bar.ground.rule, BarRule::Thin);
}

void DeskVerificationTest::shouldRefitAfterFiftyOutcomes() {
    DeskRoom room(false);
    for (int i = 0; i < 49; ++i)
        playHandoff(room, i % 2 == 0);
    QVERIFY(room.allEvents(EventKind::Refitted).isEmpty());
    playHandoff(room, true);
    // THEN the matcher is fitted on all of them, with what the other factors said
    const auto fits = room.allEvents(EventKind::Refitted);
    QCOMPARE(fits.size(), 1);
    QCOMPARE(fits.first().data.value(u"outcomes"_qs).toInt(), 50);
    QCOMPARE(fits.first().data.value(u"used"_qs).toInt(), 50);
    QCOMPARE(room.matcher.cases().size(), 50);
    QCOMPARE(std::count_if(room.matcher.cases().begin(), room.matcher.cases().end(),
                           [](const CalibrationCase &one) { return one.right; }),
             26);
    QVERIFY(!room.matcher.cases().first().features.isEmpty());
    QVERIFY(room.matcher.cases().first().offset != 0);
    // AND again after fifty more
    for (int i = 0; i < 50; ++i)
        playHandoff(room, true);
    QCOMPARE(room.allEvents(EventKind::Refitted).size(), 2);
    QCOMPARE(room.matcher.cases().size(), 100);
}

void DeskVerificationTest::shouldComeToTheSameAfterAStart() {
    DeskRoom room(false);
    for (int i = 0; i < 57; ++i)
        playHandoff(room, i % 3 > 0);
    const auto cases = room.matcher.cases();
    const Standard before = *room.desk->standard();
    static_cast<void>(room.matcher.calibrate({}));
    const auto desk = room.another(false);
    QCOMPARE(room.matcher.cases(), cases);
    QCOMPARE(desk->standard()->bar, before.bar);
    QCOMPARE(desk->standard()->weights, before.weights);
    QCOMPARE(before.bar.ground.outcomes, 57);
}

//! Those who are content keep silent: what the others volunteer must not be taken for what all would say.
void DeskVerificationTest::shouldNotBelieveTheFewCustomersWhoComplain() {
    DeskRoom room(false);
    for (int i = 0; i < 200; ++i) {
        room.conversation = room.open();
        QVERIFY(room.say(DeskRoom::known));
        if (i % 8 == 0)
            QVERIFY(room.desk->solved(room.conversation, false).has_value());
    }
    for (int i = 0; i < 25; ++i)
        playHandoff(room, true);
    QCOMPARE(room.allEvents(EventKind::Refitted).size(), 1);
    QVERIFY(!room.allEvents(EventKind::Refitted).first().data.value(u"heard"_qs).toBool());
    QCOMPARE(room.matcher.cases().size(), 25);
    // WHERE most are heard, they count
    DeskRoom open(false);
    for (int i = 0; i < 50; ++i)
        playAnswer(open, i % 10 > 0);
    QVERIFY(open.allEvents(EventKind::Refitted).first().data.value(u"heard"_qs).toBool());
    QCOMPARE(open.matcher.cases().size(), 50);
    QCOMPARE(open.stores().articles.article(ArticleId{1})->record, (TrackRecord{50, 45}));
}

void DeskVerificationTest::shouldTellWhichBarIsInForce() {
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::known));
    QCOMPARE(room.verdict().bar, 0.60);
    QCOMPARE(room.verdict().ground.rule, BarRule::Thin);
    QCOMPARE(room.verdict().ground.wanted, 0.95);
    // WHEN it is fitted, the bar stands where the candidates of before stand now, not where they stood then
    for (int i = 0; i < 50; ++i) {
        playHandoff(room, true);
        room.matcher.setShift(i < 48 ? 0 : 5);
    }
    const Verdict asked = *room.desk->tryQuestion(DeskRoom::twofold);
    QVERIFY(asked.confidence.score > room.verdict().confidence.score);
    QVERIFY2(asked.confidence.score >= asked.bar, qPrintable(QString::number(asked.bar)));
    const Bar follows = room.desk->standard()->bar;
    QCOMPARE(follows.ground.rule, BarRule::Precision);
    QCOMPARE(follows.ground.outcomes, 50);
    QVERIFY(follows.value >= 0.5 && follows.value <= 0.955);
    QVERIFY(room.desk->setSetting(u"bar.mode"_qs, u"fixed"_qs).has_value());
    QVERIFY(room.desk->setSetting(u"handoff.bar"_qs, u"0.8"_qs).has_value());
    QCOMPARE(room.desk->standard()->bar.value, 0.8);
    QCOMPARE(room.desk->tryQuestion(DeskRoom::known)->ground.rule, BarRule::Fixed);
}

void DeskVerificationTest::shouldDrawAnswersForAudits() {
    DeskRoom room(false);
    const auto sampled = [&](const QString &share) {
        const auto before = room.allEvents(EventKind::Sampled).size();
        static_cast<void>(room.desk->setSetting(u"audit.share"_qs, share));
        for (int i = 0; i < 300; ++i) {
            room.conversation = room.open();
            room.say(DeskRoom::known);
        }
        return room.allEvents(EventKind::Sampled).size() - before;
    };
    QCOMPARE(sampled(u"0"_qs), 0);
    QCOMPARE(sampled(u"1"_qs), 300);
    const auto some = sampled(u"0.1"_qs);
    QVERIFY2(some >= 12 && some <= 55, qPrintable(QString::number(some)));
}

void DeskVerificationTest::shouldTakeAnAuditOnce() {
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::known));
    const EventId answered = room.events(EventKind::Verdict).last().id;
    QVERIFY(room.desk->audit(answered, room.anna, false).has_value());
    QCOMPARE(room.desk->audit(answered, room.ben, true).error().kind, ErrorKind::Conflict);
    QCOMPARE(outcomesIn(room), QStringList{u"audit_bad"_qs});
    QCOMPARE(room.stores().articles.article(ArticleId{1})->record, (TrackRecord{1, 0}));
    // the customer may still say so, but the record counts an answer once
    QVERIFY(room.desk->solved(room.conversation, true).has_value());
    QCOMPARE(room.stores().articles.article(ArticleId{1})->record, (TrackRecord{1, 0}));
    QVERIFY(!room.desk->audit(room.events(EventKind::Message).first().id, room.anna, true));
}

void DeskVerificationTest::shouldTakeAThumbUnderTheOpenAnswerForYesOrNo_data() {
    QTest::addColumn<bool>("helped");
    QTest::newRow("up") << true;
    QTest::newRow("down") << false;
}

void DeskVerificationTest::shouldTakeAThumbUnderTheOpenAnswerForYesOrNo() {
    QFETCH(bool, helped);
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::known));
    const Event answer = room.events(EventKind::Verdict).last();
    QVERIFY(room.desk->judge(room.conversation, answer.id, helped));
    QCOMPARE(outcomesIn(room), QStringList{helped ? u"yes"_qs : u"no"_qs});
    QCOMPARE(room.stores().articles.article(answer.article)->record, (TrackRecord{1, helped ? 1 : 0}));
    QCOMPARE(room.now().closing, helped ? Closing::Confirmed : Closing::Open);
    QCOMPARE(room.ticket().id.isValid(), !helped);
    if (!helped)
        QCOMPARE(room.category(), HandoffCategory::NotSolved);
    const Figures figures = figuresOf(countsOf(*room.stores().events.events({})));
    QCOMPARE(figures.aiResolved, helped ? 1 : 0);
    QCOMPARE(figures.aiConfirmed, helped ? 1 : 0);
}

void DeskVerificationTest::shouldMoveNobodyByAThumbUnderAnEarlierAnswer() {
    // GIVEN an answer that the customer went on after
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::known));
    const Event first = room.events(EventKind::Verdict).last();
    QVERIFY(room.say(DeskRoom::unknown));
    const Conversation before = room.now();
    const auto said = room.messages().size();
    // WHEN it is judged, and the customer thinks again
    QVERIFY(room.desk->judge(room.conversation, first.id, true));
    QVERIFY(room.desk->judge(room.conversation, first.id, false));
    // THEN both are written down, the record counts the answer once, and the conversation is where it was
    QCOMPARE(outcomesIn(room), (QStringList{u"yes"_qs, u"no"_qs}));
    QCOMPARE(room.stores().articles.article(first.article)->record, (TrackRecord{1, 1}));
    QCOMPARE(room.desk->standard()->bar.ground.outcomes, 1);
    QCOMPARE(room.now(), before);
    QCOMPARE(room.messages().size(), said);
    QCOMPARE(figuresOf(countsOf(*room.stores().events.events({}))).aiResolved, 0); // the last word counts
}

void DeskVerificationTest::shouldRefuseAThumbUnderWhatIsNoAnswer() {
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::unknown));
    const Event handedOver = room.events(EventKind::Verdict).last();
    QCOMPARE(room.desk->judge(room.conversation, handedOver.id, true).error().kind, ErrorKind::Invalid);
    const ConversationId elsewhere = room.open();
    QVERIFY(!room.desk->judge(elsewhere, handedOver.id, true));
    QVERIFY(outcomesIn(room).isEmpty());
}

void DeskVerificationTest::shouldTakeTheAgentsWordOnASource_data() {
    QTest::addColumn<int>("source");
    QTest::addColumn<bool>("right");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("the first, right") << 0 << true << u"source_right"_qs;
    QTest::newRow("the first, wrong") << 0 << false << u"source_wrong"_qs;
    QTest::newRow("another, right") << 1 << true << u"other_source_right"_qs;
    QTest::newRow("another, wrong") << 1 << false << u"other_source_wrong"_qs;
}

void DeskVerificationTest::shouldTakeTheAgentsWordOnASource() {
    QFETCH(int, source);
    QFETCH(bool, right);
    QFETCH(QString, outcome);
    DeskRoom room(false);
    QVERIFY(room.say(DeskRoom::twofold));
    const Verdict verdict = room.verdict();
    QVERIFY(verdict.sources.size() > 1 && verdict.sources.first().article == verdict.article);
    const ArticleId article = verdict.sources[source].article;
    QVERIFY(room.desk->judgeSource(room.ticket().id, article, room.anna, right));
    QCOMPARE(outcomesIn(room), QStringList{outcome});
    QCOMPARE(room.allEvents(EventKind::Feedback).last().article, article);
    // of the first it is a verified outcome of the desk's; no record changes: no customer has got an answer
    QCOMPARE(room.desk->standard()->bar.ground.outcomes, source == 0 ? 1 : 0);
    QCOMPARE(room.stores().articles.article(article)->record, TrackRecord{});
    // AND what is sent says nothing more of it
    QVERIFY(room.desk->reply(room.conversation, room.anna, u"Please look into the manual of your plan."_qs));
    QVERIFY(room.desk->resolve(room.ticket().id, room.anna, {.learn = false, .edited = {}}));
    QCOMPARE(outcomesIn(room).size(), source == 0 ? 1 : 2);
    QVERIFY(!room.desk->judgeSource({1}, {77}, room.anna, true));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::DeskVerificationTest)
#include "deskverification_test.moc"
