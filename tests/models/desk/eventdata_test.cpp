// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a verdict can be read back from its event years later.
#include "models/desk/eventdata.h"
#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

namespace relaydesk {

class EventDataTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadBackWhatItWrote_data();
    void shouldReadBackWhatItWrote();
    void shouldReadWhatAnOlderVersionLeftOut();
};

void EventDataTest::shouldReadBackWhatItWrote_data() {
    QTest::addColumn<bool>("answered");
    QTest::addColumn<bool>("written");
    QTest::newRow("an answer") << true << false;
    QTest::newRow("a written answer") << true << true;
    QTest::newRow("a hand-off") << false << false;
}

void EventDataTest::shouldReadBackWhatItWrote() {
    QFETCH(bool, answered);
    QFETCH(bool, written);
    Verdict verdict{.question = u"Where \U0001F600 \"is\" it?\nNow"_qs,
                    .draft = u"A draft"_qs,
                    .article = ArticleId{written ? 0 : 9007199254740993},
                    .written = written,
                    .confidence = {0.1 + 0.2, -1.25, {{u"similarity"_qs, 1.0 / 3.0, 2.0 / 3.0}}},
                    .bar = 0.6,
                    .sources = {{ArticleId{4}, u"Title"_qs, 0.7}, {ArticleId{5}, u"Other"_qs, 0.1}}};
    if (answered)
        verdict.answer = u"Here."_qs;
    else
        verdict.handoff = HandoffReason{HandoffCategory::Ambiguous, u"Two articles fit."_qs};
    const QByteArray stored = QJsonDocument(toJson(verdict)).toJson();
    QCOMPARE(verdictFromJson(QJsonDocument::fromJson(stored).object()), verdict);
}

void EventDataTest::shouldReadWhatAnOlderVersionLeftOut() {
    QCOMPARE(verdictFromJson({}), Verdict{});
    const Verdict verdict = verdictFromJson({{u"question"_qs, u"Q"_qs}, {u"category"_qs, u"of tomorrow"_qs}});
    QCOMPARE(verdict.question, u"Q"_qs);
    QVERIFY(!verdict.handoff);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::EventDataTest)
#include "eventdata_test.moc"
