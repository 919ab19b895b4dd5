// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The model's state at the foot of the window, the list one click away, and the switch that lets no packet leave.
#include "tests/stories/deskstory.h"
#include "tests/support/standinserver.h"
#include "ui/window/statusline.h"
#include <QtCore/QSettings>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

namespace relaydesk {

namespace {

const QString question = QStringLiteral("Can something go to my neighbour?");

QVector<Article> knowledge() {
    return {{.title = QStringLiteral("Can a parcel go to my neighbour?"),
             .answer = QStringLiteral("Yes. Open **Orders** and choose *Neighbour* until 18:00 on the day before.")},
            {.title = QStringLiteral("Can a letter go to my neighbour?"),
             .answer = QStringLiteral("No. A letter goes to the letter box of the house.")}};
}

} // namespace

class StatusLineTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { m_story.reset(); }
    void shouldShowWhatLeftTheMachineAndEveryRequest();
    void shouldLetNothingLeaveWhileSwitchedOff();
    void shouldEndWhatIsUnderWayWhenSwitchedOff();
    void shouldRememberTheSwitchForTheNextStart();
    void shouldBePinnedWhereTheProgramWasStartedOffline();
    void shouldBeReachableByKeyboard();
    void shouldKeepHowMuchASavedModelReads();
    void shouldShowHowFarTheKnowledgeIsEncoded();

  private:
    LaunchOptions options() const;
    void ask(const Stage &stage) const;
    static QString state(const Stage &stage) { return stage.find<QToolButton>("modelStatus")->text(); }
    static bool isWaiting(const Stage &stage) { return stage.waiting() == 1; }
    //! By a hand-off, or by asking back.
    static bool isAnswered(const Stage &stage) {
        const QStringList texts = stage.texts("customerTranscript");
        return texts.contains(question) && texts.last() != question && stage.typist("customerTranscript").isEmpty();
    }

    std::unique_ptr<StandInServer> m_server;
    std::unique_ptr<DeskStory> m_story;
};

void StatusLineTest::init() {
    QSettings().clear();
    m_server = std::make_unique<StandInServer>();
    m_story = std::make_unique<DeskStory>();
    QVERIFY(m_story->know(knowledge()));
}

LaunchOptions StatusLineTest::options() const {
    LaunchOptions options = m_story->options();
    options.offline = false;
    options.modelUrl = m_server->url();
    options.model = QStringLiteral("owner/small-one");
    return options;
}

void StatusLineTest::ask(const Stage &stage) const {
    stage.type("customerComposer", question);
    stage.press(Qt::Key_Return);
}

void StatusLineTest::shouldShowWhatLeftTheMachineAndEveryRequest() {
    m_server->answerWith(QStringLiteral("NO_ANSWER"));
    const Stage stage(m_story->open(options()));
    QTRY_VERIFY_WITH_TIMEOUT(state(stage).contains(QStringLiteral("small-one \u00b7 ready")), patience);
    QVERIFY(state(stage).contains(QStringLiteral("0 bytes")));
    // WHEN a question went to the model
    ask(stage);
    QTRY_VERIFY_WITH_TIMEOUT(isWaiting(stage), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!state(stage).contains(QStringLiteral("0 bytes")), patience);
    // THEN its bytes stand there, and one click lists it
    QVERIFY(stage.click("modelStatus"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.window().findChild<QDialog *>(QStringLiteral("requestList")), patience);
    QVERIFY(!stage.texts("requests").isEmpty());
}

void StatusLineTest::shouldKeepHowMuchASavedModelReads() {
    m_server->answerEach([](const StandInRequest &) -> StandInScript {
        return {{StandInStep::Send, standin::response(200, "application/json",
                                                      R"({"data":[{"id":"owner/small-one","max_model_len":8192}]})")}};
    });
    const Stage stage(m_story->open(options()));
    stage.find<QLineEdit>("modelName")->setText(QStringLiteral("owner/small-one"));
    stage.find<QPushButton>("saveModel")->click();
    const auto kept = [this] {
        return m_story->inFile([](const Stores &stores) {
            return stores.settings.value(QStringLiteral("assistant.context")).value_or(QString());
        });
    };
    QTRY_COMPARE_WITH_TIMEOUT(kept(), QStringLiteral("8192"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stage.find<QSpinBox>("assistantContext")->value(), 8192, patience);
    QCOMPARE(m_server->lastRequest().path, QByteArray("/v1/models"));
}

void StatusLineTest::shouldShowHowFarTheKnowledgeIsEncoded() {
    const Stage stage(m_story->open());
    auto *line = stage.find<StatusLine>("statusLine");
    const auto *shown = stage.find<QLabel>("knowledgeStatus");
    QTRY_VERIFY_WITH_TIMEOUT(shown->text().endsWith(QStringLiteral("articles")), patience);
    line->showEncoding(250, 1000);
    QVERIFY(shown->text().endsWith(QStringLiteral("25% encoded")));
    QVERIFY(shown->toolTip().contains(QStringLiteral("1000")));
    line->refresh(); // the number of articles is read anew, and says nothing else
    QTRY_VERIFY_WITH_TIMEOUT(shown->text().endsWith(QStringLiteral("25% encoded")), patience);
    line->showEncoding(0, 0);
    QVERIFY(shown->text().endsWith(QStringLiteral("articles")));
    QVERIFY(shown->toolTip().isEmpty());
}

void StatusLineTest::shouldLetNothingLeaveWhileSwitchedOff() {
    m_server->answerWith(QStringLiteral("NO_ANSWER"));
    const Stage stage(m_story->open(options()));
    QVERIFY(stage.click("offline"));
    QTRY_VERIFY_WITH_TIMEOUT(state(stage).contains(QStringLiteral("Knowledge alone")), patience);
    // WHEN the same question is asked THEN the desk goes on, and the server saw nothing
    ask(stage);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(stage), patience);
    QCOMPARE(m_server->connectionCount(), 0);
    // WHEN it is switched on again THEN the model can be asked
    QVERIFY(stage.click("offline"));
    QTRY_VERIFY_WITH_TIMEOUT(state(stage).contains(QStringLiteral("ready")), patience);
}

void StatusLineTest::shouldEndWhatIsUnderWayWhenSwitchedOff() {
    m_server->play({{StandInStep::Hold, {}}});
    const Stage stage(m_story->open(options()));
    ask(stage);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(state(stage).contains(QStringLiteral("1 under way")), patience);
    QVERIFY(stage.click("offline"));
    // THEN the person has it at once, and the connection is gone
    QTRY_VERIFY_WITH_TIMEOUT(isWaiting(stage), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->openConnections(), 0, patience);
    QCOMPARE(m_server->requestCount(), 1);
}

void StatusLineTest::shouldRememberTheSwitchForTheNextStart() {
    {
        const Stage stage(m_story->open(options()));
        QVERIFY(stage.click("offline"));
        QTRY_VERIFY_WITH_TIMEOUT(state(stage).contains(QStringLiteral("Knowledge alone")), patience);
    }
    m_story->end();
    const Stage stage(m_story->open(options()));
    QVERIFY(stage.find<QCheckBox>("offline")->isChecked());
    QVERIFY(stage.find<QCheckBox>("offline")->isEnabled());
    ask(stage);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(stage), patience);
    QCOMPARE(m_server->connectionCount(), 0);
}

void StatusLineTest::shouldBePinnedWhereTheProgramWasStartedOffline() {
    LaunchOptions pinned = options();
    pinned.offline = true;
    const Stage stage(m_story->open(pinned));
    QVERIFY(stage.find<QCheckBox>("offline")->isChecked());
    QVERIFY(!stage.find<QCheckBox>("offline")->isEnabled());
    ask(stage);
    QTRY_VERIFY_WITH_TIMEOUT(isAnswered(stage), patience);
    QCOMPARE(m_server->connectionCount(), 0);
}

void StatusLineTest::shouldBeReachableByKeyboard() {
    const Stage stage(m_story->open(options()));
    for (const char *name : {"modelStatus", "offline"}) {
        QVERIFY(stage.find(name)->focusPolicy() & Qt::TabFocus);
        QVERIFY(!stage.find(name)->accessibleName().isEmpty());
    }
    stage.find("offline")->setFocus();
    stage.press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(state(stage).contains(QStringLiteral("Knowledge alone")), patience);
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::StatusLineTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "statusline_test.moc"
