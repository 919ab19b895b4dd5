// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That what is learned from an agent's words holds nothing of the customer they were written to, and still reads well.
#include "models/desk/lessoncleaner.h"
#include <QtTest/QtTest>

namespace relaydesk {

class LessonCleanerTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldTakeOutWhatIsPrivate_data();
    void shouldTakeOutWhatIsPrivate();
    void shouldLeaveKnowledgeAsItIs_data();
    void shouldLeaveKnowledgeAsItIs();
    void shouldNotLetAnythingPrivateThroughInAnyOrder();
    void shouldReadHostileTextToItsEnd_data();
    void shouldReadHostileTextToItsEnd();
};

namespace {

PrivateFacts facts() {
    return {.customerName = u"Maya Lindqvist"_qs,
            .customerEmail = u"maya.lind@example.org"_qs,
            .agentName = u"Sam Okafor"_qs,
            .customerTexts = {u"I was charged twice, 19.90 each, order 48213, room 417. Call me on 0171 5550123"_qs}};
}

QStringList kindsOf(const QVector<Removal> &removals) {
    QStringList kinds;
    for (const Removal &removal : removals) {
        if (!kinds.contains(removal.kind))
            kinds += removal.kind;
    }
    return kinds;
}

//! In order, not overlapping, inside of the text.
bool lieInOrder(const QVector<Removal> &removals, qsizetype size) {
    int end = 0;
    for (const Removal &removal : removals) {
        if (removal.start < end || removal.length <= 0)
            return false;
        end = removal.start + removal.length;
    }
    return end <= size;
}

struct Row {
    const char *written;
    const char *learned;
    const char *kinds; //!< in the order of their first appearance
};

constexpr Row rows[] = {
    // Greetings
    {"Hi Maya \u2014 choose **Settings \u203a Billing** and press Refund.",
     "Choose **Settings \u203a Billing** and press Refund.", "greeting"},
    {"Hello Maya,\nthe refund takes 3 to 5 working days.", "The refund takes 3 to 5 working days.", "greeting"},
    {"Hi there! Please restart the app.", "Please restart the app.", "greeting"},
    {"Dear Ms Lindqvist, open the app and sign in again.", "Open the app and sign in again.", "greeting"},
    {"Good morning Maya, sign out and in again.", "Sign out and in again.", "greeting"},
    {"hey, just clear the cache.", "Just clear the cache.", "greeting"},
    {"Hi Maya! Hope you are well. Press F5.", "Hope you are well. Press F5.", "greeting"},
    {"Hello,\n\n1. Open Settings.\n2. Choose Billing.", "1. Open Settings.\n2. Choose Billing.", "greeting"},
    // Names
    {"Maya, please restart the app.", "Please restart the app.", "name"},
    {"As discussed, Maya, you can export it as CSV.", "As discussed, you can export it as CSV.", "name"},
    {"You can export it as CSV, Maya.", "You can export it as CSV.", "name"},
    {"Thanks Maya, the export is under **Tools**.", "Thanks, the export is under **Tools**.", "name"},
    {"The second charge is reversed. Thank you Maya.", "The second charge is reversed.", "sign_off"},
    {"I checked Maya's account and the limit was reached.", "I checked the account and the limit was reached.", "name"},
    {"Maya\u2019s plan includes the export.", "The plan includes the export.", "name"},
    {"I told Maya Lindqvist that the export is free.", "I told the customer that the export is free.", "name"},
    {"Press Refund. Maya, wait for the mail afterwards.", "Press Refund. Wait for the mail afterwards.", "name"},
    {"My name is Sam. Press **Refund** in the app.", "Press **Refund** in the app.", "name"},
    {"I'm Sam from support and the fix is to restart the app.", "The fix is to restart the app.", "name"},
    {"Hi Maya, this is Sam Okafor. Press Refund.", "Press Refund.", "greeting"},
    {"Sam will keep an eye on it. Restart the app.", "A colleague will keep an eye on it. Restart the app.", "name"},
    // Sign-offs
    {"Press Refund.\n\nBest regards,\nSam", "Press Refund.", "sign_off"},
    {"Press Refund.\n\nKind regards\nSam Okafor\nSupport Team", "Press Refund.", "sign_off"},
    {"Press Refund. Thanks, Sam", "Press Refund.", "sign_off"},
    {"Press Refund. Cheers!", "Press Refund.", "sign_off"},
    {"Press Refund.\n\u2014 Sam", "Press Refund.", "sign_off"},
    {"Press Refund.\nAll the best\nSam from Support", "Press Refund.", "sign_off"},
    {"Hi Maya,\npress Refund.\nThank you\nSam", "Press Refund.", "greeting sign_off"},
    // Dates
    {"Your refund was sent on 12 March 2026.", "Your refund was sent.", "date"},
    {"Your refund was sent on 2026-03-12.", "Your refund was sent.", "date"},
    {"Your refund was sent on 12/03/2026 and takes a week.", "Your refund was sent and takes a week.", "date"},
    {"Your refund was sent on 12.03.26.", "Your refund was sent.", "date"},
    {"Your refund was sent on March 12th, 2026.", "Your refund was sent.", "date"},
    {"Your refund was sent on the 12th of March.", "Your refund was sent.", "date"},
    {"We saw an outage yesterday at 14:30, it is fixed.", "We saw an outage, it is fixed.", "date"},
    {"The charge from last Tuesday was reversed.", "The charge was reversed.", "date"},
    {"The parcel arrives on Friday.", "The parcel arrives.", "date"},
    {"The deadline is 12 March.", "", "date"},
    {"12 March is the deadline. Ask before it.", "Ask before it.", "date"},
    {"Both charges of 3 March and 5 March were reversed.", "Both charges were reversed.", "date"},
    {"The plan started in March 2025 and renews itself.", "The plan started and renews itself.", "date"},
    {"The trip from 3 to 5 May is booked.", "The trip is booked.", "date"},
    // Amounts
    {"We refunded \u20ac49.90 to your card.", "We refunded the amount to your card.", "amount"},
    {"I issued a refund of 49,90 \u20ac for the second charge.", "I issued a refund for the second charge.", "amount"},
    {"The $20 charge was reversed.", "The charge was reversed.", "amount"},
    {"You were charged 20 euros twice.", "You were charged the amount twice.", "amount"},
    {"GBP 1,249.00 was refunded.", "The amount was refunded.", "amount"},
    {"Your total is EUR 20.", "", "amount"},
    {"The plan costs \u20ac19.90 per month.", "The plan costs the amount per month.", "amount"},
    // Numbers
    {"Your order 48213 is on its way.", "Your order is on its way.", "number"},
    {"Your order number is 48213. It arrives soon.", "It arrives soon.", "number"},
    {"I see two charges, 48213 and 48214, and reversed one.", "I see two charges, and reversed one.", "number"},
    {"Invoice INV-2024-0017 is paid.", "Invoice is paid.", "number"},
    {"Your parcel (tracking code 1Z999AA10123456784) is late.", "Your parcel is late.", "number"},
    {"Ticket #4711 is merged with #4712.", "", "number"},
    {"Room 417 is free now, room 418 is not.", "Room is free now, room 418 is not.", "number"},
    {"See 48213 in the list.", "See in the list.", "number"},
    {"Your customer ID: 99812 stays the same.", "Your customer stays the same.", "number"},
    {"Your temporary password is Xy7!abc. Change it at once.", "Change it at once.", "secret"},
    // Addresses and accounts
    {"We wrote to maya.lind@example.org, please open the link.",
     "We wrote to the e-mail address, please open the link.", "email"},
    {"Your e-mail address maya.lind@example.org is confirmed.", "Your e-mail address is confirmed.", "email"},
    {"I called 0171 5550123 without luck.", "I called the phone number without luck.", "phone"},
    {"I will call you on +49 171 5550123. Keep the line free.",
     "I will call you on the phone number. Keep the line free.", "phone"},
    {"Your phone number (0171) 5550123 is confirmed.", "Your phone number is confirmed.", "phone"},
    {"We refunded your card ending in 4242.", "We refunded your card.", "card"},
    {"The card 4111 1111 1111 1111 was declined.", "The card was declined.", "card"},
    {"We refunded to DE89 3704 0044 0532 0130 00 directly.", "We refunded to the account directly.", "iban"},
    {"The account with IBAN DE89370400440532013000 is confirmed.", "The account is confirmed.", "iban"},
    {"Your Visa card (ending 4242) is charged monthly.", "Your Visa card is charged monthly.", "card"},
    {"Your package 1Z999AA10123456784 left our warehouse on Mon, 3 March at 10:15.", "Your package left our warehouse.",
     "number date"},
    {"It went to 12 Main Street, Springfield 62704 by post.", "It went to the address by post.", "address"},
    {"Sure Maya! Open Settings. It went out today. Best, Sam", "Sure! Open Settings. It went out.",
     "name date sign_off"},
    {"Dear customer, see MAYA or maya in the list.", "See the customer or the customer in the list.", "greeting name"},
    // All at once
    {"Hi Maya,\n\nI refunded \u20ac19.90 for order 48213 to your card ending in 4242 on 12 March 2026. It takes 3 to 5 "
     "working days.\n\nKind regards,\nSam",
     "I refunded the amount for order to your card. It takes 3 to 5 working days.",
     "greeting amount number card date sign_off"},
};

} // namespace

void LessonCleanerTest::shouldTakeOutWhatIsPrivate_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("learned");
    QTest::addColumn<QString>("kinds");
    for (const Row &row : rows)
        QTest::newRow(row.written) << QString::fromUtf8(row.written) << QString::fromUtf8(row.learned)
                                   << QString::fromUtf8(row.kinds);
}

void LessonCleanerTest::shouldTakeOutWhatIsPrivate() {
    QFETCH(QString, written);
    QFETCH(QString, learned);
    QFETCH(QString, kinds);
    const CleanedText cleaned = cleanLesson(written, facts());
    QCOMPARE(cleaned.text, learned);
    QCOMPARE(kindsOf(cleaned.removals).join(u' '), kinds);
    QVERIFY(lieInOrder(cleaned.removals, written.size()));
}

void LessonCleanerTest::shouldLeaveKnowledgeAsItIs_data() {
    QTest::addColumn<QString>("written");
    for (const char *written : {
             "A refund takes 3 to 5 working days.",
             "We answer within 24 hours, often in 2 minutes.",
             "Choose **Settings \u203a Billing** and press **Refund**.",
             "1. Open Settings.\n2. Choose Billing.\n3. Press Refund.",
             "- Open Settings\n- Choose Billing",
             "We are there 24/7.",
             "Write to support@example.com or billing@example.com.",
             "Call us on 0800 123456.",
             "Our hotline is 0800 123456, 9 am to 5 pm.",
             "The plan costs \u20ac9 per month.",
             "Shipping is free over $50.",
             "Error 404 means that the page is gone.",
             "Restart the router and wait 30 seconds.",
             "iPhone users open the App Store.",
             "Thank you for your patience.",
             "See https://help.example.com/articles/123456-refunds for pictures.",
             "You may add up to 5 people; March is the busiest month.",
             "The export holds 10000 rows at most.",
             "Version 2.10.3 fixes it.",
             "We are open Monday to Friday.",
             "Hidden files stay hidden.",
             "Samples are free.",
             "Dearer plans have more.",
             "Use the code from the mail within 10 minutes.",
             "The file must be under 25 MB (about 400 pages).",
         })
        QTest::newRow(written) << QString::fromUtf8(written);
}

void LessonCleanerTest::shouldLeaveKnowledgeAsItIs() {
    QFETCH(QString, written);
    const CleanedText cleaned = cleanLesson(written, facts());
    QCOMPARE(cleaned.text, written);
    QVERIFY(cleaned.removals.isEmpty());
}

void LessonCleanerTest::shouldNotLetAnythingPrivateThroughInAnyOrder() {
    // GIVEN sentences with something private in each, in many orders and on one line or several
    const QStringList secrets{u"maya.lind@example.org"_qs, u"Lindqvist"_qs, u"Maya"_qs,       u"48213"_qs,
                              u"0171 5550123"_qs,          u"4242"_qs,      u"2026-03-12"_qs, u"\u20ac19.90"_qs,
                              u"DE89370400440532013000"_qs};
    QStringList sentences{
        u"We wrote to %1."_qs,         u"The case of %1 is closed."_qs, u"%1 is right."_qs,
        u"Order %1 is on its way."_qs, u"I rang %1 twice."_qs,          u"The card ending in %1 is fine."_qs,
        u"It was sent on %1."_qs,      u"We refunded %1."_qs,           u"It went to %1."_qs};
    for (qsizetype i = 0; i < sentences.size(); ++i)
        sentences[i] = sentences[i].arg(secrets[i]);
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        std::shuffle(sentences.begin(), sentences.end(), random);
        const QString text = sentences.join(round % 2 == 0 ? QStringLiteral(" ") : QStringLiteral("\n"));
        // WHEN it is cleaned
        const CleanedText cleaned = cleanLesson(text, facts());
        // THEN none of it is left
        for (const QString &secret : secrets)
            QVERIFY2(!cleaned.text.contains(secret), qPrintable(secret + QStringLiteral(" in: ") + cleaned.text));
        QVERIFY(lieInOrder(cleaned.removals, text.size()));
    }
}

void LessonCleanerTest::shouldReadHostileTextToItsEnd_data() {
    QTest::addColumn<QString>("text");
    const auto repeated = [](const QString &piece) { return piece.repeated(100'000 / piece.size()); };
    QTest::newRow("one word") << repeated(u"a"_qs);
    QTest::newRow("digits") << repeated(u"1"_qs);
    QTest::newRow("digits apart") << repeated(u"1 "_qs);
    QTest::newRow("groups of digits") << repeated(u"4111-"_qs);
    QTest::newRow("spaces") << repeated(u" "_qs);
    QTest::newRow("lines") << repeated(u"\n"_qs);
    QTest::newRow("dots") << repeated(u"."_qs);
    QTest::newRow("dots apart") << repeated(u"a."_qs);
    QTest::newRow("capitals") << repeated(u"Aa "_qs);
    QTest::newRow("names") << repeated(u"Maya "_qs);
    QTest::newRow("names with commas") << repeated(u"Maya, "_qs);
    QTest::newRow("brackets") << repeated(u"("_qs);
    QTest::newRow("quotes") << repeated(u"\" "_qs);
    QTest::newRow("half an address") << repeated(u"a.b-c+"_qs);
    QTest::newRow("addresses") << repeated(u"a@b.c "_qs);
    QTest::newRow("thanks") << repeated(u"Thanks\n"_qs);
    QTest::newRow("thanks in a line") << repeated(u"thanks Aa "_qs);
    QTest::newRow("dates") << repeated(u"on 12 March 2026 "_qs);
    QTest::newRow("amounts") << repeated(u"of 12.50 EUR "_qs);
    QTest::newRow("amounts without an end") << repeated(u"1.1"_qs);
    QTest::newRow("orders") << repeated(u"order A"_qs);
    QTest::newRow("orders and more") << repeated(u"order 12345 and "_qs);
    QTest::newRow("links") << repeated(u"https://a.b/1 "_qs);
    QTest::newRow("code") << repeated(u"code is aaa"_qs);
    QTest::newRow("commas") << repeated(u","_qs);
    QTest::newRow("IBAN") << repeated(u"DE89 3704 "_qs);
}

void LessonCleanerTest::shouldReadHostileTextToItsEnd() {
    QFETCH(QString, text);
    const CleanedText cleaned = cleanLesson(text, facts());
    QVERIFY(lieInOrder(cleaned.removals, text.size()));
    QVERIFY(!cleaned.text.contains(u"Maya"_qs));
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::LessonCleanerTest)
#include "lessoncleaner_test.moc"
