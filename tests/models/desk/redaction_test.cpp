// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That private data is found and nothing else, that it leaves as stable placeholders, and that it comes back.
#include "models/desk/redaction.h"
#include "models/desk/redactionnumbers.h"
#include "tests/models/desk/redactionsamples.h"
#include <QtTest/QtTest>

namespace relaydesk {

class RedactionTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldFindWhatIsPrivate_data();
    void shouldFindWhatIsPrivate();
    void shouldLeaveTheHarmlessAlone_data();
    void shouldLeaveTheHarmlessAlone();
    void shouldKnowNumbersByTheirChecks_data();
    void shouldKnowNumbersByTheirChecks();
    void shouldGiveTheSameValueTheSamePlaceholder();
    void shouldPutBackHoweverTheModelSpellsIt_data();
    void shouldPutBackHoweverTheModelSpellsIt();
    void shouldNotTakeTheCustomersOwnWordsForAPlaceholder();
    void shouldNotHangOnHostileText_data();
    void shouldNotHangOnHostileText();
};

namespace {

void addRows(const QString &name, qsizetype least) {
    QTest::addColumn<RedactionSample>("sample");
    const auto samples = redactionSamples(name);
    QVERIFY2(samples.size() >= least, "the table is too short");
    for (const RedactionSample &sample : samples)
        QTest::newRow(qPrintable(sample.text)) << sample;
}

QString shown(const QString &text, const QVector<Secret> &secrets) {
    QStringList parts;
    for (const Secret &secret : secrets)
        parts += secret.kind + u':' + text.mid(secret.start, secret.length);
    return parts.join(u" | "_qs);
}

} // namespace

void RedactionTest::shouldFindWhatIsPrivate_data() { addRows(u"private.txt"_qs, 200); }

void RedactionTest::shouldFindWhatIsPrivate() {
    QFETCH(RedactionSample, sample);
    QCOMPARE(shown(sample.text, secretsIn(sample.text)), shown(sample.text, sample.secrets));
}

void RedactionTest::shouldLeaveTheHarmlessAlone_data() { addRows(u"harmless.txt"_qs, 200); }

void RedactionTest::shouldLeaveTheHarmlessAlone() {
    QFETCH(RedactionSample, sample);
    QCOMPARE(shown(sample.text, secretsIn(sample.text)), QString());
    QCOMPARE(Redaction().redacted(sample.text), sample.text);
}

void RedactionTest::shouldKnowNumbersByTheirChecks_data() {
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("card");
    QTest::addColumn<bool>("iban");
    QTest::addColumn<bool>("ip");
    QTest::newRow("card") << u"4111 1111 1111 1111"_qs << true << false << false;
    QTest::newRow("card, wrong digit") << u"4111 1111 1111 1112"_qs << false << false << false;
    QTest::newRow("card, two digits swapped") << u"4012888888881818"_qs << false << false << false;
    QTest::newRow("zeros") << u"0000000000000000"_qs << false << false << false;
    QTest::newRow("IBAN") << u"DE89 3704 0044 0532 0130 00"_qs << false << true << false;
    QTest::newRow("IBAN, wrong digit") << u"DE88370400440532013000"_qs << false << false << false;
    QTest::newRow("IBAN, one short") << u"DE8937040044053201300"_qs << false << false << false;
    QTest::newRow("IBAN of no country") << u"XX89370400440532013000"_qs << false << false << false;
    QTest::newRow("IPv4") << u"203.0.113.45"_qs << false << false << true;
    QTest::newRow("IPv4, too large") << u"203.0.113.256"_qs << false << false << false;
    QTest::newRow("IPv6") << u"2001:db8::1"_qs << false << false << true;
    QTest::newRow("IPv6, two gaps") << u"2001::db8::1"_qs << false << false << false;
    QTest::newRow("IPv6, nine groups") << u"1:2:3:4:5:6:7:8:9"_qs << false << false << false;
}

void RedactionTest::shouldKnowNumbersByTheirChecks() {
    QFETCH(QString, number);
    QTEST(isCardNumber(number), "card");
    QTEST(isIban(number), "iban");
    QTEST(isIpv4(number) || isIpv6(number), "ip");
}

void RedactionTest::shouldGiveTheSameValueTheSamePlaceholder() {
    Redaction redaction;
    QCOMPARE(redaction.redacted(u"I am maya@example.org, not ben@example.org. MAYA@example.org!"_qs),
             u"I am [EMAIL_1], not [EMAIL_2]. [EMAIL_1]!"_qs);
    QCOMPARE(redaction.redacted(u"card 4111 1111 1111 1111 or 4111-1111-1111-1111 of maya@example.org"_qs),
             u"card [CARD_1] or [CARD_1] of [EMAIL_1]"_qs);
    QCOMPARE(redaction.hidden().size(), 3);
}

void RedactionTest::shouldPutBackHoweverTheModelSpellsIt_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("restored");
    QTest::newRow("as given") << u"We write to [EMAIL_1]."_qs << u"We write to maya@example.org."_qs;
    QTest::newRow("twice") << u"[EMAIL_1], [EMAIL_1]"_qs << u"maya@example.org, maya@example.org"_qs;
    QTest::newRow("small") << u"to [email_1]"_qs << u"to maya@example.org"_qs;
    QTest::newRow("escaped") << u"to [EMAIL\\_1]"_qs << u"to maya@example.org"_qs;
    QTest::newRow("bare") << u"to EMAIL_1 now"_qs << u"to maya@example.org now"_qs;
    QTest::newRow("never given") << u"to [EMAIL_2]"_qs << u"to [EMAIL_2]"_qs;
    QTest::newRow("another number") << u"to [EMAIL_11]"_qs << u"to [EMAIL_11]"_qs;
}

void RedactionTest::shouldPutBackHoweverTheModelSpellsIt() {
    QFETCH(QString, written);
    Redaction redaction;
    redaction.redacted(u"I am maya@example.org"_qs);
    QTEST(redaction.restored(written), "restored");
    QCOMPARE(redaction.unknownPlaceholders(written).isEmpty(), !written.contains(u'2') && !written.contains(u"11"_qs));
}

void RedactionTest::shouldNotTakeTheCustomersOwnWordsForAPlaceholder() {
    Redaction redaction;
    QCOMPARE(redaction.redacted(u"You wrote [EMAIL_1], I am maya@example.org"_qs),
             u"You wrote [EMAIL_1], I am [EMAIL_2]"_qs);
}

void RedactionTest::shouldNotHangOnHostileText_data() {
    QTest::addColumn<QString>("text");
    for (const char *piece : {"a",
                              "a.",
                              "1",
                              "1 ",
                              "1-",
                              "a@",
                              "a@a.",
                              "1.",
                              "::",
                              "f:",
                              "+",
                              "(",
                              "DE12",
                              "password ",
                              "password: ",
                              "A ",
                              "1 A ",
                              "12 Aa ",
                              "Aa ",
                              "-----BEGIN PRIVATE KEY-----",
                              "eyJa.",
                              "?token=",
                              "a1",
                              "password a1b2c3, ",
                              "change my password to a1b2c ",
                              "a1b2c or ",
                              "is a1b2c the password ",
                              "recovery codes 11-aa, ",
                              "code of "})
        QTest::newRow(piece) << QString::fromLatin1(piece).repeated(100'000 / int(qstrlen(piece)));
}

void RedactionTest::shouldNotHangOnHostileText() {
    QFETCH(QString, text);
    Redaction redaction;
    const QString hidden = redaction.redacted(text);
    QCOMPARE(redaction.restored(hidden), text);
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::RedactionTest)
#include "redaction_test.moc"
