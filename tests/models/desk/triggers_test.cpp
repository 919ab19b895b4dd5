// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That frustration and sensitive topics bring a person, and that calm questions do not.
#include "models/desk/frustration.h"
#include "models/desk/sensitivetopics.h"
#include "tests/support/datalines.h"
#include "tests/support/deskroom.h"
#include "tests/support/sourcefile.h"
#include <QtTest/QtTest>

namespace relaydesk {

class TriggersTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldTellFrustrationFromCalm_data();
    void shouldTellFrustrationFromCalm();
    void shouldHearTheSameWordsAgain();
    void shouldKnowSensitiveTopics_data();
    void shouldKnowSensitiveTopics();
    void shouldObeyTheDesksOwnTopics();
    void shouldHandOverWithCategoryAndSentences_data();
    void shouldHandOverWithCategoryAndSentences();
};

namespace {

const QString data = sourceFile(QStringLiteral("tests/data/"));

} // namespace

void TriggersTest::shouldTellFrustrationFromCalm_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("frustrated");
    for (const auto &[file, frustrated] : {std::pair(u"frustrated.txt"_qs, true), std::pair(u"calm.txt"_qs, false)}) {
        const QStringList lines = dataLines(data + file);
        QVERIFY2(lines.size() >= 100, "the table is too short");
        for (const QString &line : lines)
            QTest::newRow(qPrintable(line)) << line << frustrated;
    }
}

void TriggersTest::shouldTellFrustrationFromCalm() {
    QFETCH(QString, text);
    QTEST(isFrustrated(text), "frustrated");
}

void TriggersTest::shouldHearTheSameWordsAgain() {
    const QString question = u"Where is my parcel?"_qs;
    QVERIFY(!isFrustrated(question));
    QVERIFY(!isFrustrated(question, {question}));
    QVERIFY(isFrustrated(question, {question, question}));
    QVERIFY(!isFrustrated(question, {u"Hello"_qs, u"How do I pay?"_qs}));
}

void TriggersTest::shouldKnowSensitiveTopics_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("topic");
    for (const QString &line : dataLines(data + u"sensitive.txt"_qs))
        QTest::newRow(qPrintable(line)) << line.section(u'\t', 1) << line.section(u'\t', 0, 0);
}

void TriggersTest::shouldKnowSensitiveTopics() {
    QFETCH(QString, text);
    QTEST(sensitiveTopicOf(text).value_or(u"-"_qs), "topic");
}

void TriggersTest::shouldObeyTheDesksOwnTopics() {
    const QString rules = u"# ours\nwholesale: resell*, bulk order\nnothing here\nempty:\n"_qs;
    QCOMPARE(sensitiveTopicOf(u"I am a reseller"_qs, rules).value_or(QString()), u"wholesale"_qs);
    QVERIFY(!sensitiveTopicOf(u"My lawyer will contact you"_qs, rules));
    QCOMPARE(sensitiveTopics(rules).size(), 1);
    QVERIFY(sensitiveTopicOf(u"My lawyer will contact you"_qs, u"  \n"_qs));
}

void TriggersTest::shouldHandOverWithCategoryAndSentences_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<HandoffCategory>("category");
    QTest::addColumn<QString>("toCustomer");
    QTest::addColumn<QString>("toAgent");
    QTest::newRow("frustration") << u"How do I reset my password? This is ridiculous"_qs << HandoffCategory::Frustration
                                 << u"patience"_qs << u"frustrated"_qs;
    QTest::newRow("sensitive") << u"My lawyer asks how to reset my password"_qs << HandoffCategory::SensitiveTopic
                               << u"a person should answer"_qs << u"legal"_qs;
}

void TriggersTest::shouldHandOverWithCategoryAndSentences() {
    QFETCH(QString, text);
    QFETCH(QString, toCustomer);
    QFETCH(QString, toAgent);
    DeskRoom room;
    QVERIFY(room.say(text));
    QTEST(room.category(), "category");
    QVERIFY(room.last().contains(toCustomer));
    QVERIFY(room.ticket().reason.sentence.contains(toAgent));
    QCOMPARE(room.now().owner, Owner::Queue);
    QCOMPARE(room.model.openFor(u"answer-1"_qs), -1);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::TriggersTest)
#include "triggers_test.moc"
