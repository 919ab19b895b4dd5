// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The three scenarios of the product's promise, told on the real window: by mouse, and again by keyboard alone.
#include "app/cli/scenario.h"
#include "app/services.h"
#include "models/analytics/figures.h"
#include "tests/stories/deskstory.h"
#include <QtWidgets/QComboBox>

namespace relaydesk {

namespace {

constexpr const char *customer = "customerTranscript";

//! The one figure of each kind, from the file.
Figures figuresIn(const DeskStory &story) {
    return story.inFile([](const Stores &stores) {
        return countFigures(
            stores.events.events({.kinds = {}, .conversation = {}, .from = {}, .to = {}}).value_or(QVector<Event>()));
    });
}

} // namespace

class ScenariosTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldPlayTheThreeScenarios_data();
    void shouldPlayTheThreeScenarios();
};

//! How a person does what a scenario needs: with the mouse, or with keys only.
struct Hands {
    std::function<void(const Stage &)> newCustomer;
    std::function<void(const Stage &, const QString &)> say;
    std::function<void(const Stage &)> openTicket;
    std::function<void(const Stage &, const QString &)> answer;
    std::function<void(const Stage &)> resolve;
};

const Hands mouse{
    [](const Stage &stage) { QVERIFY(stage.click("newCustomer")); },
    [](const Stage &stage, const QString &text) {
        stage.type("customerComposer", text);
        QVERIFY(stage.click("customerSend"));
    },
    [](const Stage &stage) { QVERIFY(stage.clickRow("queue", 0)); },
    [](const Stage &stage, const QString &text) { stage.type("agentComposer", text); },
    [](const Stage &stage) { QVERIFY(stage.click("sendAndResolve")); },
};

const Hands keyboard{
    [](const Stage &stage) { stage.press(Qt::Key_N, Qt::ControlModifier); },
    [](const Stage &stage, const QString &text) {
        stage.press(Qt::Key_1, Qt::AltModifier);
        QCOMPARE(stage.focus(), QStringLiteral("customerComposer"));
        stage.write(text);
        stage.press(Qt::Key_Return);
    },
    [](const Stage &stage) {
        stage.press(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(stage.focus(), QStringLiteral("queue"));
        stage.press(Qt::Key_Home);
    },
    [](const Stage &stage, const QString &text) {
        stage.press(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(stage.focus(), QStringLiteral("agentComposer"));
        stage.write(text);
    },
    [](const Stage &stage) { stage.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); },
};

void ScenariosTest::shouldPlayTheThreeScenarios_data() {
    QTest::addColumn<bool>("byKeyboard");
    QTest::newRow("by mouse") << false;
    QTest::newRow("by keyboard") << true;
}

void ScenariosTest::shouldPlayTheThreeScenarios() {
    QFETCH(bool, byKeyboard);
    const Hands *hands = byKeyboard ? &keyboard : &mouse;
    const QVector<Scenario> told = scenarios();
    // GIVEN a desk with the sample knowledge, and Dana at it
    DeskStory story;
    QVERIFY(story.know(*sampleKnowledge()));
    const Stage stage(story.open());
    const auto chats = [&] { return stage.find<QComboBox>("customerChoice")->count(); };

    // WHEN a customer asks what is known
    hands->newCustomer(stage);
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 1, patience);
    hands->say(stage, told[0].question);
    // THEN the assistant answers at once, and asks whether that solved it
    QTRY_VERIFY_WITH_TIMEOUT(stage.last(customer).contains(QStringLiteral("password"), Qt::CaseInsensitive) &&
                                 stage.texts(customer).size() > 1 && stage.shows("solvedBar"),
                             patience);
    QCOMPARE(stage.waiting(), 0);

    // WHEN another asks what is not known
    hands->newCustomer(stage);
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.texts(customer).isEmpty(), patience);
    hands->say(stage, told[1].question);
    // THEN a ticket stands in the queue, and the customer hears that a person comes
    QTRY_COMPARE_WITH_TIMEOUT(stage.waiting(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.last(customer).contains(QStringLiteral("person")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.window().windowTitle().startsWith(QStringLiteral("(1)")), patience);
    // WHEN the agent opens it THEN it says why
    hands->openTicket(stage);
    QTRY_VERIFY_WITH_TIMEOUT(!stage.label("reason").isEmpty(), patience);
    QVERIFY(stage.label("score").toDouble() < 0.6);
    QVERIFY(stage.texts("ticketTranscript").contains(told[1].question));
    // WHEN the agent writes THEN the customer sees it
    hands->answer(stage, told[1].agentReply);
    QTRY_COMPARE_WITH_TIMEOUT(stage.typist(customer), stage.window().agent().name, patience);
    // WHEN the agent sends and resolves THEN the customer has the answer and the desk has learned it
    hands->resolve(stage);
    QTRY_VERIFY_WITH_TIMEOUT(stage.texts(customer).contains(told[1].agentReply), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stage.waiting(), 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows("lessonUndo"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stage.typist(customer), QString(), patience);

    // WHEN a third asks the same in other words
    hands->newCustomer(stage);
    QTRY_COMPARE_WITH_TIMEOUT(chats(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.texts(customer).isEmpty(), patience);
    hands->say(stage, told[2].question);
    // THEN the assistant answers with what the person taught it
    QTRY_VERIFY_WITH_TIMEOUT(stage.last(customer).contains(QStringLiteral("refunded")), patience);
    QCOMPARE(stage.waiting(), 0);

    // THEN exactly this was counted
    const Figures figures = figuresIn(story);
    QCOMPARE(figures.totalQueries, 3);
    QCOMPARE(figures.aiResolved, 2);
    QCOMPARE(figures.humanResolved, 1);
    QCOMPARE(figures.learningEvents, 1);
    QVERIFY2(stage.error().isEmpty(), qPrintable(stage.error()));
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, true, [](int count, char **arguments) {
        relaydesk::ScenariosTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "scenarios_test.moc"
