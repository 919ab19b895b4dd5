// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a written answer is held against the articles it was to be written from.
#include "models/desk/grounding.h"
#include <QtTest/QtTest>

namespace relaydesk {

class GroundingTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldCheckAnAnswer_data();
    void shouldCheckAnAnswer();
    void shouldRefuseWhatIsNoAnswer_data();
    void shouldRefuseWhatIsNoAnswer();
    void shouldTakeOutForeignLinks_data();
    void shouldTakeOutForeignLinks();
    void shouldNotHangOnHostileText_data();
    void shouldNotHangOnHostileText();
};

namespace {

QVector<Article> articles() {
    return {{.title = u"How do I get a refund?"_qs,
             .answer = u"Open **Settings \u203a Billing** within 15 days, press **Refund** and wait 3 to 5 days. See "
                       "https://help.example.com/refunds. Write to billing@example.com."_qs},
            {.title = u"Where is my invoice?"_qs, .answer = u"Every invoice is under **Billing**."_qs}};
}

} // namespace

void GroundingTest::shouldCheckAnAnswer_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("answer");
    QTest::newRow("all good") << u"Open **Billing** and press **Refund** [1]. Wait 3 to 5 days [1]."_qs << 1.0
                              << u"Open **Billing** and press **Refund**. Wait 3 to 5 days."_qs;
    QTest::newRow("both articles") << u"Every invoice is under Billing [1, 2]."_qs << 1.0
                                   << u"Every invoice is under Billing."_qs;
    QTest::newRow("no citation") << u"Open Billing and press Refund."_qs << 0.75
                                 << u"Open Billing and press Refund."_qs;
    QTest::newRow("a citation of nothing")
        << u"Open Billing and press Refund [3]."_qs << 0.75 << u"Open Billing and press Refund."_qs;
    QTest::newRow("a citation of none") << u"Open Billing and press Refund [0]."_qs << 0.75
                                        << u"Open Billing and press Refund."_qs;
    QTest::newRow("a foreign number") << u"Open Billing within 30 days, press Refund [1]."_qs << 0.75
                                      << u"Open Billing within 30 days, press Refund."_qs;
    QTest::newRow("part of a number") << u"Open Billing within 1 days, press Refund [1]."_qs << 0.75
                                      << u"Open Billing within 1 days, press Refund."_qs;
    QTest::newRow("foreign words") << u"Giraffes love tall green leafy acacia trees [1]."_qs << 0.75
                                   << u"Giraffes love tall green leafy acacia trees."_qs;
    QTest::newRow("own link") << u"See https://help.example.com/refunds. Press Refund [1]."_qs << 1.0
                              << u"See https://help.example.com/refunds. Press Refund."_qs;
    QTest::newRow("everything wrong") << u"Giraffes pay 99 dollars at https://zoo.example."_qs << 0.0
                                      << u"Giraffes pay 99 dollars at ."_qs;
}

void GroundingTest::shouldCheckAnAnswer() {
    QFETCH(QString, written);
    QFETCH(double, share);
    QFETCH(QString, answer);
    const Grounding grounding = groundingOf(written, articles());
    QCOMPARE(grounding.share, share);
    QCOMPARE(grounding.answer, answer);
    QCOMPARE(grounding.findings.size(), qsizetype(4 * (1 - share)));
    QVERIFY(!grounding.refused);
}

void GroundingTest::shouldRefuseWhatIsNoAnswer_data() {
    QTest::addColumn<QString>("written");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u" \n "_qs;
    QTest::newRow("the mark") << u"NO_ANSWER"_qs;
    QTest::newRow("the mark in words") << u"Sorry, no_answer here."_qs;
    QTest::newRow("citations alone") << u"[1] [2]"_qs;
    QTest::newRow("a foreign link alone") << u"https://evil.example/login"_qs;
}

void GroundingTest::shouldRefuseWhatIsNoAnswer() {
    QFETCH(QString, written);
    QVERIFY(groundingOf(written, articles()).refused);
}

void GroundingTest::shouldTakeOutForeignLinks_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("answer");
    QTest::newRow("plain") << u"Log in at https://evil.example/login now"_qs << u"Log in at  now"_qs;
    QTest::newRow("Markdown") << u"Log in [here](https://evil.example/login) now"_qs << u"Log in here now"_qs;
    QTest::newRow("no scheme") << u"Log in at www.evil.example/login now"_qs << u"Log in at  now"_qs;
    QTest::newRow("a bare host") << u"Log in at evil-bank.com/login now"_qs << u"Log in at  now"_qs;
    QTest::newRow("another scheme") << u"Log in [here](JavaScript:alert1) now"_qs << u"Log in here now"_qs;
    QTest::newRow("capitals") << u"Log in at HTTPS://EVIL.EXAMPLE/x now"_qs << u"Log in at  now"_qs;
    QTest::newRow("an address") << u"Write to me@evil.example now"_qs << u"Write to  now"_qs;
    QTest::newRow("longer than a known one")
        << u"See https://help.example.com/refunds.evil.example/x now"_qs << u"See  now"_qs;
    QTest::newRow("a known one") << u"See [this](https://help.example.com/refunds)."_qs
                                 << u"See [this](https://help.example.com/refunds)."_qs;
    QTest::newRow("a known address") << u"Write to billing@example.com."_qs << u"Write to billing@example.com."_qs;
}

void GroundingTest::shouldTakeOutForeignLinks() {
    QFETCH(QString, written);
    QFETCH(QString, answer);
    QCOMPARE(groundingOf(written, articles()).answer, answer);
}

void GroundingTest::shouldNotHangOnHostileText_data() {
    QTest::addColumn<QString>("text");
    for (const char *piece : {"a", "a.", "1", "1.", "[1]", "a@", "https://", "www.", "(", "[a]("})
        QTest::newRow(piece) << QString::fromLatin1(piece).repeated(20'000);
}

void GroundingTest::shouldNotHangOnHostileText() {
    QFETCH(QString, text);
    const Grounding grounding = groundingOf(text, articles());
    QVERIFY(grounding.share >= 0 && grounding.share <= 1);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::GroundingTest)
#include "grounding_test.moc"
