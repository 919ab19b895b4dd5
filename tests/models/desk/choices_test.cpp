// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What is offered as "Did you mean …?", and what a customer's words mean then.
#include "models/desk/choices.h"
#include "models/desk/turn.h"
#include <QtTest/QtTest>

namespace relaydesk {

class ChoicesTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldOfferWhatIsLikelyTogether_data();
    void shouldOfferWhatIsLikelyTogether();
    void shouldUnderstandWhatIsPicked_data();
    void shouldUnderstandWhatIsPicked();
    void shouldKeepTheTurnOpenWhileItAsks();
};

namespace {

QVector<Choice> three() {
    return {{ArticleId{1}, u"How do I get a refund?"_qs},
            {ArticleId{2}, u"Why was I charged?"_qs},
            {ArticleId{3}, u"How do I cancel?"_qs}};
}

} // namespace

void ChoicesTest::shouldOfferWhatIsLikelyTogether_data() {
    QTest::addColumn<QVector<double>>("likely");
    QTest::addColumn<int>("offered");
    QTest::newRow("nothing") << QVector<double>{} << 0;
    QTest::newRow("three") << QVector<double>{0.35, 0.2, 0.1} << 3;
    QTest::newRow("a fourth is not offered") << QVector<double>{0.35, 0.2, 0.1, 0.1} << 3;
    QTest::newRow("one alone") << QVector<double>{0.55, 0.01, 0.01} << 1;
    QTest::newRow("none is likely") << QVector<double>{0.2, 0.19, 0.19} << 0;
    QTest::newRow("not likely together") << QVector<double>{0.26, 0.05, 0.02} << 0;
}

void ChoicesTest::shouldOfferWhatIsLikelyTogether() {
    QFETCH(QVector<double>, likely);
    QFETCH(int, offered);
    QVector<Likely> all;
    for (const double probability : likely)
        all += {{ArticleId{all.size() + 1}, u"Article"_qs}, probability};
    QCOMPARE(choicesFrom(all).size(), offered);
}

void ChoicesTest::shouldUnderstandWhatIsPicked_data() {
    QTest::addColumn<QString>("said");
    QTest::addColumn<int>("article"); // 0: none of these, -1: something else
    QTest::newRow("a number") << u"2"_qs << 2;
    QTest::newRow("a number with a dot") << u" 3. "_qs << 3;
    QTest::newRow("an ordinal") << u"The first one please"_qs << 1;
    QTest::newRow("the title") << u"how do i cancel"_qs << 3;
    QTest::newRow("none") << u"None of these."_qs << 0;
    QTest::newRow("no") << u"no, sorry"_qs << 0;
    QTest::newRow("a number too far") << u"4"_qs << -1;
    QTest::newRow("other words") << u"I want to cancel my order from yesterday"_qs << -1;
    QTest::newRow("yes to three") << u"yes"_qs << -1;
    QTest::newRow("nothing") << u"  "_qs << -1;
}

void ChoicesTest::shouldUnderstandWhatIsPicked() {
    QFETCH(QString, said);
    QFETCH(int, article);
    const auto pick = pickOf(said, three());
    QCOMPARE(pick ? int(pick->value) : -1, article);
    QCOMPARE(pickOf(u"yes", three().mid(0, 1)).value_or(ArticleId{9}).value, 1);
    QVERIFY(!pickOf(said, {}));
}

void ChoicesTest::shouldKeepTheTurnOpenWhileItAsks() {
    const auto message = [](Author author, const QString &text) { return Message{.author = author, .text = text}; };
    QVector<Message> episode{message(Author::Customer, u"It charges me"_qs)};
    Message asking = message(Author::Assistant, u"Did you mean?"_qs);
    asking.choices = three();
    episode += asking;
    QCOMPARE(openTurn(episode), u"It charges me"_qs);
    QCOMPARE(openChoices(episode).size(), 3);
    // what is picked is no part of the question, other words are
    QCOMPARE(openTurn(episode + QVector<Message>{message(Author::Customer, u"2"_qs)}), u"It charges me"_qs);
    QCOMPARE(openTurn(episode + QVector<Message>{message(Author::Customer, u"twice"_qs)}), u"It charges me\ntwice"_qs);
    episode += message(Author::Assistant, u"Here is why."_qs);
    QVERIFY(openTurn(episode).isEmpty());
    QVERIFY(openChoices(episode).isEmpty());
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::ChoicesTest)
#include "choices_test.moc"
