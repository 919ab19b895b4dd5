// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That a customer who wants a person is understood, and that one who merely mentions people is not.
#include "models/desk/wishforperson.h"
#include <QtTest/QtTest>

namespace relaydesk {

class WishForPersonTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldHearTheWish_data();
    void shouldHearTheWish();
    void shouldLeaveQuestionsAboutPeopleAlone_data();
    void shouldLeaveQuestionsAboutPeopleAlone();
    void shouldHearTheWishAtTheEndOfAVeryLongMessage();
    void shouldNotHangOnHostileText_data();
    void shouldNotHangOnHostileText();
};

namespace {

void addRows(const char *const *begin, const char *const *end) {
    QTest::addColumn<QString>("message");
    for (const char *const *text = begin; text != end; ++text)
        QTest::newRow(*text) << QString::fromUtf8(*text);
}

} // namespace

void WishForPersonTest::shouldHearTheWish_data() {
    static const char *const messages[] = {
        "I want to talk to a human",
        "agent please",
        "Agent!",
        "HUMAN",
        "human please",
        "real person please",
        "a human, please",
        "Operator",
        "representative",
        "person please!!!",
        "live agent",
        "live chat",
        "customer service",
        "talk to a person",
        "Speak to an agent",
        "can i speak with somebody from your team",
        "connect me to a representative",
        "Could you please connect me with a real person?",
        "I'd like to speak to someone",
        "I would like to talk to an actual human being.",
        "Can I talk to a manager?",
        "let me talk to your supervisor",
        "I need to speak to a person about my bill",
        "Please transfer me to an agent.",
        "put me through to customer service",
        "Put me on to a human",
        "Hand me over to a colleague",
        "pass me on to an operator please",
        "Is there a human I can talk to?",
        "is there anyone I can speak to?",
        "Are there real people here?",
        "I want a human",
        "I need a human agent now",
        "give me a real person",
        "Get me an agent",
        "get me a human!",
        "I'd rather have a person",
        "I prefer a real person over this",
        "Can I get a live agent?",
        "Could I have a representative, please?",
        "I don't want to talk to a bot",
        "I do not want a bot, I want a human",
        "stop this bot",
        "No more bots",
        "Why can't I talk to a person?",
        "This is useless. I want to speak to someone.",
        "My order is late and nobody helps me, please let me chat with a person",
        "How do I reset it? Actually, just connect me with an agent.",
        "can someone call me please",
        "Please have someone call me",
        "escalate this please",
        "I want to talk to one of your agents",
        "talk to someone from support",
        "I need a person to help me",
        "Can I chat with a member of staff?",
        "How do I get in touch with a real person?",
        "how can I reach an agent",
        "I wish to speak with your manager",
        "let me speak to a human or I will cancel",
        "Speak to support",
        "i need human help",
        "I need someone from your team",
        "another agent please",
        "I would prefer a human being",
        "Escalate my case to a manager",
        "Can you put a human on?",
        "I'd really like to talk with someone who can help",
        "Just let me speak to somebody!!",
        "sorry but I need to talk with a real agent",
        "please connect with agent",
        "Chat with an agent",
        "may I talk to customer support",
        "I demand to speak to the manager",
        "Would it be possible to speak to a person?",
        "Hi, can I talk to someone about a refund?",
        "No, talk to a human",
        "I want to be transferred to a live person",
        "Is a human available?",
        "Are any of your agents available?",
        "Can a person look at this?",
        "I need someone real",
        "someone real please",
        "Human.",
        "person",
        "AGENT AGENT AGENT",
    };
    addRows(std::begin(messages), std::end(messages));
}

void WishForPersonTest::shouldHearTheWish() {
    QFETCH(QString, message);
    QVERIFY(wishesForPerson(message));
}

void WishForPersonTest::shouldLeaveQuestionsAboutPeopleAlone_data() {
    static const char *const messages[] = {
        "How do I change my delivery agent?",
        "is my personal data safe",
        "human readable invoice",
        "I want a human readable invoice",
        "Can another person use my account?",
        "Can I get a refund for the person I gifted it to?",
        "I need a person's name on the invoice",
        "How many people can use one licence?",
        "Can I add a second person to my plan?",
        "I want to add another person to my account",
        "How do I transfer my account to another person?",
        "How do I transfer money to a person abroad?",
        "Can I send a message to my agent in the app?",
        "What does the user agent string mean?",
        "My travel agent booked this, can I change the date?",
        "I talked to an agent yesterday and got no refund",
        "I spoke to a person last week, what happened to my case?",
        "The agent told me to wait five days",
        "Do I need an agent to file a claim?",
        "Do I need to talk to a person to cancel?",
        "I don't want to talk to a person, just tell me how to cancel",
        "I do not need an agent, only the address",
        "How do I delete my personal data?",
        "Is it possible to personalise my profile?",
        "Who is the person responsible for data protection?",
        "Where do I enter the contact person of my company?",
        "Can I change the contact person?",
        "Can I have a personal account and a business account?",
        "I want a representative sample of the data",
        "What is human resources' e-mail address?",
        "Does your company have a human rights policy?",
        "How do I become an agent for your company?",
        "How do I install the monitoring agent?",
        "The agent does not start on Windows",
        "Can I get an agent discount?",
        "I need an agent number for the form",
        "How do I assign a ticket to an agent?",
        "Can my assistant log in for me?",
        "Can someone else pick up my parcel?",
        "Somebody used my card without asking",
        "Someone logged into my account from abroad",
        "Is there a limit of people per group?",
        "How do I get a refund?",
        "Can I talk about prices?",
        "After I speak to an agent, how long does it take?",
        "Does the price include a support person?",
        "I want to put my account on hold",
        "Connect me to the wifi",
        "How do I connect to the operator network?",
        "I need to chat less",
        "Which operator covers my region?",
        "I want to switch operators",
        "How do I hand over my licence to a colleague?",
        "Can I share the invoice with my manager?",
        "My manager needs a copy of the invoice",
        "I want my manager to approve the order",
        "Do you sell to private persons?",
        "What are the support hours?",
        "How do I pass on the parcel to another person?",
        "I want to write a review about a person",
        "Can I get a person to deliver on Sundays?",
        "Do you have a representative office in Spain?",
        "The person at the door refused the parcel",
        "Which person signed for my delivery?",
        "Can I order for another person?",
        "I would like to send a gift to a person in Canada",
        "Can two people be logged in at once?",
        "Is there a fee per person?",
        "Is there an agent fee?",
        "How much is it per person?",
        "Can I book for a person with a wheelchair?",
        "Do I have to be there in person?",
        "Can I collect it in person?",
        "I need the agent's licence key",
        "I want the agent to start with the system",
        "How do I talk to the API?",
        "How do I write to a file with the agent?",
        "How do I connect to a human interface device?",
        "Is a person under 18 allowed to order?",
        "My colleague left, how do I take over his account?",
        "Can a colleague see my tickets?",
        "I need to give a colleague access",
        "How do I speak the language in the app?",
        "Your human translation service, what does it cost?",
        "",
        "???",
    };
    addRows(std::begin(messages), std::end(messages));
}

void WishForPersonTest::shouldLeaveQuestionsAboutPeopleAlone() {
    QFETCH(QString, message);
    QVERIFY(!wishesForPerson(message));
}

void WishForPersonTest::shouldHearTheWishAtTheEndOfAVeryLongMessage() {
    const QString story = QStringLiteral("The parcel came late and the box was open. ").repeated(500);
    QVERIFY(!wishesForPerson(story));
    QVERIFY(wishesForPerson(story + QStringLiteral("Please let me talk to a person.")));
    QVERIFY(wishesForPerson(QStringLiteral("I want a human. ") + story));
}

void WishForPersonTest::shouldNotHangOnHostileText_data() {
    QTest::addColumn<QString>("message");
    QTest::newRow("one word over and over") << QStringLiteral("want ").repeated(20000);
    QTest::newRow("talk to over and over") << QStringLiteral("talk to a real ").repeated(7000);
    QTest::newRow("please over and over") << QStringLiteral("please now ").repeated(10000);
    QTest::newRow("a hundred thousand letters") << QString(100000, u'a');
    QTest::newRow("do not over and over") << QStringLiteral("do not want to talk to a ").repeated(3000);
}

void WishForPersonTest::shouldNotHangOnHostileText() {
    QFETCH(QString, message);
    QVERIFY(!wishesForPerson(message)); // it comes back at all, well within the test's own limit
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::WishForPersonTest)
#include "wishforperson_test.moc"
