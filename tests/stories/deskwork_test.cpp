// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A day at the desk on the real window: several customers, two agents, a slow model, and what must never get lost.
#include "app/services.h"
#include "tests/stories/deskstory.h"
#include "tests/support/standinserver.h"
#include <QtCore/QSettings>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

namespace relaydesk {

namespace {

constexpr const char *customer = "customerTranscript";
constexpr const char *ticket = "ticketTranscript";
const QString known = QStringLiteral("How do I close my account?");
const QString halfKnown = QStringLiteral("Can something go to my neighbour?");
const QString unknown = QStringLiteral("My dishwasher sings at night");
const QString written =
    QStringLiteral("A parcel can: open Orders and choose Neighbour until 18:00 on the day before [2]. "
                   "A letter goes to the letter box of the house [1].");

QVector<Article> knowledge() {
    return {{.title = QStringLiteral("Can a parcel go to my neighbour?"),
             .answer = QStringLiteral("Yes. Open **Orders** and choose *Neighbour* until 18:00 on the day before."),
             .phrasings = {{.text = QStringLiteral("leave the parcel with a neighbour")}}},
            {.title = QStringLiteral("Can a letter go to my neighbour?"),
             .answer = QStringLiteral("No. A letter goes to the letter box of the house."),
             .phrasings = {{.text = QStringLiteral("leave the letter with a neighbour")}}},
            {.title = known,
             .answer = QStringLiteral("Open Settings and choose **Close account**. It takes 2 days."),
             .phrasings = {{.text = QStringLiteral("delete my account")}}}};
}

} // namespace

class DeskWorkTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { m_story.reset(); }
    void shouldKeepSeveralCustomersApart();
    void shouldHandOverWhileTheModelStillWrites();
    void shouldStopAnAnswerThatIsBeingWritten_data();
    void shouldStopAnAnswerThatIsBeingWritten();
    void shouldGiveBackWithACleanSlate();
    void shouldLetTwoAgentsWorkOnOneTicket();
    void shouldLoseNothingWhenTheWindowClosesDuringAnAnswer();
    void shouldKeepADraftThatWasJustTyped();
    void shouldShowHostileTextAsText_data();
    void shouldShowHostileTextAsText();
    void shouldTellCustomersWhatHappensWhenNobodyIsThere();

  private:
    //! A window; `m_stage` is the first one that is open.
    void openDesk(bool hasModel = false);
    void say(const QString &text);
    void newCustomer();
    //! The customer asks what nobody knows, and the agent has the ticket open.
    void openTicket();

    std::unique_ptr<StandInServer> m_model;
    std::unique_ptr<DeskStory> m_story;
    std::unique_ptr<Stage> m_stage;
};

void DeskWorkTest::init() {
    QSettings().clear();
    m_model = std::make_unique<StandInServer>();
    m_story = std::make_unique<DeskStory>();
    QVERIFY(m_story->know(knowledge()));
}

void DeskWorkTest::openDesk(bool hasModel) {
    LaunchOptions options = m_story->options();
    options.offline = !hasModel;
    options.modelUrl = m_model->url();
    MainWindow *window = m_story->open(options);
    QVERIFY(window);
    m_stage = std::make_unique<Stage>(window);
}

void DeskWorkTest::say(const QString &text) {
    m_stage->type("customerComposer", text);
    QVERIFY(m_stage->click("customerSend"));
}

void DeskWorkTest::newCustomer() {
    const int before = m_stage->find<QComboBox>("customerChoice")->count();
    QVERIFY(m_stage->click("newCustomer"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->find<QComboBox>("customerChoice")->count(), before + 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).isEmpty(), patience);
}

void DeskWorkTest::openTicket() {
    say(unknown);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    QVERIFY(m_stage->clickRow("queue", 0));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("agentComposer") && m_stage->find("agentComposer")->isEnabled(), patience);
}

void DeskWorkTest::shouldKeepSeveralCustomersApart() {
    // GIVEN two customers, each with a question of their own
    openDesk();
    say(known);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->last(customer).contains(QStringLiteral("Close account")), patience);
    newCustomer();
    say(unknown);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->last(customer).contains(QStringLiteral("person")), patience);
    // WHEN the agent answers the second
    QVERIFY(m_stage->clickRow("queue", 0));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->find("agentComposer")->isEnabled(), patience);
    m_stage->type("agentComposer", QStringLiteral("It dreams of the sea."));
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->typist(customer).isEmpty(), patience);
    QVERIFY(m_stage->click("agentSend"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).contains(QStringLiteral("It dreams of the sea.")), patience);
    // THEN the first sees nothing of it
    auto *choice = m_stage->find<QComboBox>("customerChoice");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).contains(known), patience);
    QVERIFY(!m_stage->texts(customer).join(u' ').contains(QStringLiteral("sea")));
    QVERIFY(!m_stage->texts(customer).contains(unknown));
}

void DeskWorkTest::shouldHandOverWhileTheModelStillWrites() {
    // GIVEN a model that has begun to write
    m_model->play({{StandInStep::Send, standin::head(200, {{"Content-Type", "text/event-stream"}})},
                   {StandInStep::Send, standin::piece(QStringLiteral("A parcel can"))},
                   {StandInStep::Wait, {}},
                   {StandInStep::Send, standin::piece(written.mid(12)) + standin::ending()},
                   {StandInStep::Close, {}}});
    openDesk(true);
    say(halfKnown);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->waitsReached(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->typist(customer).isEmpty(), patience);
    // WHEN the customer wants a person, and the model ends afterwards
    QVERIFY(m_stage->click("talkToPerson"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    // THEN the assistant says nothing more, and nobody is shown as typing
    // (what is asked of the model meanwhile for the agent's help waits in the same script)
    QTRY_VERIFY_WITH_TIMEOUT((m_model->proceed(), m_stage->typist(customer).isEmpty()), patience);
    QVERIFY(m_stage->clickRow("queue", 0));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->find("agentComposer")->isEnabled(), patience);
    m_stage->type("agentComposer", QStringLiteral("Here I am."));
    QVERIFY(m_stage->click("agentSend"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).contains(QStringLiteral("Here I am.")), patience);
    QVERIFY(!m_stage->texts(customer).join(u' ').contains(QStringLiteral("A parcel can")));
}

void DeskWorkTest::shouldStopAnAnswerThatIsBeingWritten_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("requests");
    QTest::addColumn<int>("waiting");
    QTest::newRow("the customer wants a person") << QStringLiteral("person") << 1 << 1;
    QTest::newRow("the customer writes on") << QStringLiteral("message") << 1 << 0; // known now
    QTest::newRow("the desk goes offline") << QStringLiteral("offline") << 1 << 1;
}

void DeskWorkTest::shouldStopAnAnswerThatIsBeingWritten() {
    QFETCH(QString, how);
    QFETCH(int, requests);
    QFETCH(int, waiting);
    // GIVEN a model that has begun to write and never ends, and that is not asked for help with tickets
    QVERIFY(Services::open(m_story->options())
                .value()
                ->desk->setSetting(QStringLiteral("assistant.help"), QStringLiteral("off")));
    m_model->play({{StandInStep::Send, standin::head(200, {{"Content-Type", "text/event-stream"}}) +
                                           standin::piece(QStringLiteral("A parcel can"))},
                   {StandInStep::Hold, {}}});
    openDesk(true);
    say(halfKnown);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->requestCount(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->typist(customer).isEmpty(), patience);
    // WHEN it is stopped
    if (how == u"message")
        say(QStringLiteral("A parcel, I mean"));
    else
        QVERIFY(m_stage->click(how == u"person" ? "talkToPerson" : "offline"));
    // THEN the connection ends, nobody sees what had come of it, and it stands among the events that it was dropped
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), waiting, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->requestCount(), requests, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->openConnections(), 0, patience);
    QVERIFY(!m_stage->texts(customer).join(u' ').contains(QStringLiteral("A parcel can")));
    const auto dropped = [&] {
        return m_story->inFile([](const Stores &stores) {
            return stores.events.events({.kinds = {EventKind::Dropped}, .conversation = {}, .from = {}, .to = {}})
                .value_or(QVector<Event>())
                .size();
        });
    };
    if (how != u"offline") // that is a failure of the model's, and the hand-off says so
        QTRY_COMPARE_WITH_TIMEOUT(dropped(), 1, patience);
}

void DeskWorkTest::shouldGiveBackWithACleanSlate() {
    // GIVEN a ticket that is open before the agent
    openDesk();
    openTicket();
    // WHEN it is given back
    QVERIFY(m_stage->click("giveBack"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 0, patience);
    // THEN the assistant has the conversation again, and answers in it
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->last(customer).contains(QStringLiteral("assistant is back")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find("agentComposer")->isEnabled(), patience);
    say(known);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->last(customer).contains(QStringLiteral("Close account")), patience);
    QCOMPARE(m_stage->waiting(), 0);
}

void DeskWorkTest::shouldLetTwoAgentsWorkOnOneTicket() {
    // GIVEN a second window on the same desk, for Ben
    openDesk();
    m_stage->window().findChild<QAction *>(QStringLiteral("newWindow"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("agentDialog"), patience);
    QVERIFY(!m_stage->find<QAbstractButton>("openAgentWindow")->isEnabled());
    m_stage->find<QLineEdit>("newAgentName")->setFocus();
    QTest::keyClicks(m_stage->find("newAgentName"), QStringLiteral("Ben Ode"));
    QVERIFY(m_stage->click("openAgentWindow"));
    WindowSession &session = *m_story->windows().sessions().front();
    QTRY_COMPARE_WITH_TIMEOUT(session.windows().size(), size_t(2), patience);
    const Stage bens(session.windows().back().get());
    QTRY_VERIFY_WITH_TIMEOUT(bens.window().isVisible(), patience);
    // WHEN a ticket comes, both see it; the first claims it
    openTicket();
    QTRY_COMPARE_WITH_TIMEOUT(bens.waiting(), 1, patience);
    QVERIFY(m_stage->click("claim"));
    QVERIFY(bens.clickRow("queue", 0));
    // THEN each sees that the other looks at it
    const auto marks = [](const Stage &stage) { return stage.find("ticketMarks")->accessibleName(); };
    const QString mine = m_stage->window().agent().name;
    QTRY_VERIFY_WITH_TIMEOUT(marks(bens).contains(mine + QStringLiteral(" is looking at this")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(marks(*m_stage).contains(QStringLiteral("Ben Ode is looking at this")), patience);
    // AND Ben sees whose it is, and takes it over
    QTRY_COMPARE_WITH_TIMEOUT(bens.find<QAbstractButton>("claim")->text(), QStringLiteral("Take over"), patience);
    QVERIFY(bens.click("claim"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->find<QAbstractButton>("claim")->text(), QStringLiteral("Take over"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("claim") && !bens.shows("claim"), patience);
    // WHEN Ben answers THEN everybody sees the same
    bens.type("agentComposer", QStringLiteral("Ben here."));
    QTRY_VERIFY_WITH_TIMEOUT(marks(*m_stage).contains(QStringLiteral("Ben Ode is writing")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->typist(customer), QStringLiteral("Ben Ode"), patience);
    QVERIFY(bens.click("agentSend"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->typist(customer), QString(), patience);
    // AND a customer who types is seen by both
    m_stage->type("customerComposer", QStringLiteral("Tha"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->typist(ticket).isEmpty() && !bens.typist(ticket).isEmpty(), patience);
    m_stage->find<QPlainTextEdit>("customerComposer")->clear();
    // WHEN Ben has begun another answer
    bens.type("agentComposer", QStringLiteral("And"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->typist(customer), QStringLiteral("Ben Ode"), patience);
    for (const char *view : {customer, ticket})
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(view).contains(QStringLiteral("Ben here.")), patience);
    // WHEN Ben closes his window THEN the other one works on
    bens.window().close();
    QTRY_COMPARE_WITH_TIMEOUT(session.windows().size(), size_t(1), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!marks(*m_stage).contains(QStringLiteral("Ben Ode")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->typist(customer), QString(), patience);
    say(QStringLiteral("Thank you, Ben"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(ticket).contains(QStringLiteral("Thank you, Ben")), patience);
}

void DeskWorkTest::shouldLoseNothingWhenTheWindowClosesDuringAnAnswer() {
    // GIVEN a customer whose answer is being written
    m_model->play({{StandInStep::Hold, {}}});
    openDesk(true);
    say(halfKnown);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->requestCount(), 1, patience);
    // WHEN the window closes
    m_stage->window().close();
    QTRY_VERIFY_WITH_TIMEOUT(m_story->windows().sessions().empty(), patience);
    // THEN the question is in the file, and is taken up with the next opening
    m_model->answerWith(written);
    openDesk(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).contains(halfKnown), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->last(customer).startsWith(QStringLiteral("A parcel can")), patience);
    QCOMPARE(m_stage->texts(customer).count(halfKnown), 1);
}

void DeskWorkTest::shouldKeepADraftThatWasJustTyped() {
    // GIVEN a reply that was typed a moment ago and not sent
    openDesk();
    openTicket();
    m_stage->type("agentComposer", QStringLiteral("I am looking into"));
    // WHEN the window closes at once, and opens again
    m_stage->window().close();
    QTRY_VERIFY_WITH_TIMEOUT(m_story->windows().sessions().empty(), patience);
    openDesk();
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    QVERIFY(m_stage->clickRow("queue", 0));
    // THEN it stands there again
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->find<QPlainTextEdit>("agentComposer")->toPlainText(),
                              QStringLiteral("I am looking into"), patience);
}

void DeskWorkTest::shouldShowHostileTextAsText_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("HTML") << QStringLiteral(
        "<h1>BIG</h1><img src=\"http://127.0.0.1:9/x.png\"><script>alert(1)</script>");
    QTest::newRow("Markdown picture") << QStringLiteral(
        "![x](file:///etc/hostname) and ![y](http://127.0.0.1:9/y.png)");
    QTest::newRow("Markdown link") << QStringLiteral("[your bank](http://127.0.0.1:9/steal) **now**");
    QTest::newRow("right to left") << QStringLiteral(
        "\u202egnp.exe \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd");
    QTest::newRow("as long as it may be") << QStringLiteral("la ").repeated(33'333).trimmed();
}

void DeskWorkTest::shouldShowHostileTextAsText() {
    QFETCH(QString, text);
    // GIVEN a customer who pastes it
    openDesk();
    m_stage->find<QPlainTextEdit>("customerComposer")->setPlainText(text);
    QVERIFY(m_stage->click("customerSend"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->texts(customer).value(0), text, patience);
    // WHEN an agent opens the ticket
    QVERIFY(m_stage->click("talkToPerson"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    QVERIFY(m_stage->clickRow("queue", 0));
    // THEN it stands there letter by letter, and is painted in the room there is
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(ticket).contains(text), patience);
    QVERIFY(!m_stage->window().grab().isNull());
    for (const char *view : {customer, ticket}) {
        auto *list = m_stage->find<QAbstractItemView>(view);
        QVERIFY(list->visualRect(list->model()->index(0, 0)).width() <= list->viewport()->width());
    }
    // THEN no label of the window takes it for rich text
    for (const QLabel *label : m_stage->window().findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                 qPrintable(label->text().left(80)));
}

void DeskWorkTest::shouldTellCustomersWhatHappensWhenNobodyIsThere() {
    openDesk();
    // GIVEN an agent who goes away
    QVERIFY(m_stage->click("availability"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->find<QAbstractButton>("availability")->accessibleName(),
                              QStringLiteral("You are away"), patience);
    // WHEN a customer wants a person
    say(unknown);
    // THEN they hear that nobody is at the desk, and what becomes of the question
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->last(customer).contains(QStringLiteral("Nobody is at the desk")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::DeskWorkTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "deskwork_test.moc"
