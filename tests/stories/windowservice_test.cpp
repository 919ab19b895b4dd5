// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The service inside the running window: a real socket, the window's own desk, its keys, and what is remembered.
#include "tests/stories/deskstory.h"
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSettings>
#include <QtGui/QClipboard>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableWidget>

namespace relaydesk {

namespace {

const QString question = QStringLiteral("Where is the moon?");

QVector<Article> knowledge() {
    return {{.title = question,
             .answer = QStringLiteral("Up there, a little to the left."),
             .phrasings = {{.text = QStringLiteral("find the moon")}}}};
}

} // namespace

class WindowServiceTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { m_story.reset(); }
    void shouldServeTheDeskOfTheWindow();
    void shouldShowAKeyOnceAndRevokeIt();
    void shouldSayThatThePortIsTakenAndStartOnAnother();
    void shouldKeepToTheLimitsThatAreWritten();
    void shouldServeAgainAfterARestart();
    void shouldEndWhenItIsSwitchedOff();
    void shouldSayWhyItIsNotServed_data();
    void shouldSayWhyItIsNotServed();

  private:
    Stage settings(const LaunchOptions &options);
    Stage settings() { return settings(m_story->options()); }
    QByteArray ask(const QByteArray &request);
    QByteArray get(const QByteArray &target, const QByteArray &headers = {}) {
        return ask("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + headers + "\r\n");
    }
    QByteArray post(const QByteArray &target, const QJsonObject &body) {
        const QByteArray json = QJsonDocument(body).toJson();
        return ask("POST " + target +
                   " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " +
                   QByteArray::number(json.size()) + "\r\n\r\n" + json);
    }
    static QJsonObject objectIn(const QByteArray &answer) {
        return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    }
    static QUrl url(const Stage &stage) { return QUrl(stage.label("serviceUrl")); }
    //! Puts the switch over and waits until the chat page has an address.
    bool serve(const Stage &stage);
    QByteArray makeKey(const Stage &stage, const QString &name);

    std::unique_ptr<DeskStory> m_story;
    quint16 m_port = 0;
};

void WindowServiceTest::init() {
    QSettings().clear();
    m_story = std::make_unique<DeskStory>();
    QVERIFY(m_story->know(knowledge()));
}

Stage WindowServiceTest::settings(const LaunchOptions &options) {
    const Stage stage(m_story->open(options));
    stage.window().showPage(QStringLiteral("settings"));
    if (auto *page = stage.find<QScrollArea>("settingsPage"))
        page->ensureWidgetVisible(stage.find("keyName"));
    return stage;
}

//! Waits with the window's own event loop running, as a person's browser would beside it.
QByteArray WindowServiceTest::ask(const QByteArray &request) {
    QTcpSocket socket;
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    socket.write(request);
    const auto isOver = [&] { return socket.state() == QAbstractSocket::UnconnectedState; };
    if (!QTest::qWaitFor(isOver, patience))
        qWarning("no answer");
    return answer + socket.readAll();
}

bool WindowServiceTest::serve(const Stage &stage) {
    stage.find<QSpinBox>("servicePort")->setValue(0);
    stage.find<QCheckBox>("serviceOn")->setChecked(true);
    if (!QTest::qWaitFor([&] { return stage.shows("serviceUrl"); }, patience))
        return false;
    m_port = quint16(url(stage).port());
    return m_port > 0;
}

QByteArray WindowServiceTest::makeKey(const Stage &stage, const QString &name) {
    stage.find<QLineEdit>("keyName")->setText(name);
    if (!stage.click("makeKey") || !QTest::qWaitFor([&] { return stage.shows("madeKey"); }, patience))
        return {};
    return stage.find<QLineEdit>("madeKey")->text().toLatin1();
}

void WindowServiceTest::shouldServeTheDeskOfTheWindow() {
    // GIVEN a window whose service is switched on
    const Stage stage = settings();
    QVERIFY(serve(stage));
    QVERIFY(stage.click("copyServiceUrl"));
    QCOMPARE(QGuiApplication::clipboard()->text(), stage.label("serviceUrl"));
    QVERIFY(get("/").contains("Talk to a person"));
    // WHEN a customer asks what the desk knows, and another what it does not
    const QString known = objectIn(get("/api/session")).value(u"sessionId").toString();
    const QJsonObject answer =
        objectIn(post("/api/chat", {{QStringLiteral("sessionId"), known}, {QStringLiteral("message"), question}}));
    const QString other = objectIn(get("/api/session")).value(u"sessionId").toString();
    const QJsonObject handed =
        objectIn(post("/api/chat", {{QStringLiteral("sessionId"), other},
                                    {QStringLiteral("message"), QStringLiteral("I was charged twice")}}));
    // THEN the one is answered, and the other waits in this window's queue
    QCOMPARE(answer.value(u"response").toString(), QStringLiteral("Up there, a little to the left."));
    QCOMPARE(handed.value(u"needsHuman").toBool(), true);
    QTRY_COMPARE_WITH_TIMEOUT(stage.waiting(), 1, patience);
}

void WindowServiceTest::shouldShowAKeyOnceAndRevokeIt() {
    // GIVEN a key, made in the window
    const Stage stage = settings();
    QVERIFY(serve(stage));
    QVERIFY(get("/api/tickets").contains(" 401 "));
    const QByteArray key = makeKey(stage, QStringLiteral("Dana Ortiz"));
    QVERIFY(key.startsWith("rdk_"));
    auto *table = stage.find<QTableWidget>("serviceKeys");
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 1, patience);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Dana Ortiz"));
    QCOMPARE(table->item(0, 3)->text(), QStringLiteral("never"));
    QVERIFY(stage.click("hideKey"));
    QVERIFY(!stage.shows("madeKey"));
    // WHEN it is used
    QVERIFY(get("/api/tickets", "Authorization: Bearer " + key + "\r\n").contains(" 200 "));
    // THEN that is seen the next time the page is looked at
    stage.window().showPage(QStringLiteral("desk"));
    stage.window().showPage(QStringLiteral("settings"));
    QTRY_VERIFY_WITH_TIMEOUT(table->item(0, 3)->text() != QStringLiteral("never"), patience);
    // AND a key of the same name is refused with a sentence
    stage.find<QLineEdit>("keyName")->setText(QStringLiteral("dana ortiz"));
    QVERIFY(stage.click("makeKey"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.error().contains(QStringLiteral("already")), patience);
    // WHEN it is revoked THEN it opens nothing
    table->selectRow(0);
    QVERIFY(stage.click("revokeKey"));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows("yes"), patience);
    QVERIFY(stage.click("yes"));
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 0, patience);
    QVERIFY(get("/api/tickets", "Authorization: Bearer " + key + "\r\n").contains(" 401 "));
}

void WindowServiceTest::shouldSayThatThePortIsTakenAndStartOnAnother() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const Stage stage = settings();
    stage.find<QSpinBox>("servicePort")->setValue(other.serverPort());
    stage.find<QCheckBox>("serviceOn")->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.label("serviceState").contains(QStringLiteral("cannot be listened on")), patience);
    QVERIFY(!stage.shows("serviceUrl"));
    // The switch is on, so another port is tried at once.
    QVERIFY(serve(stage));
    QVERIFY(get("/healthz").contains("ok"));
    // What runs is not changed under its customers.
    QVERIFY(!stage.find("servicePort")->isEnabled());
}

void WindowServiceTest::shouldKeepToTheLimitsThatAreWritten() {
    // GIVEN a limit that is none
    const Stage stage = settings();
    auto *limits = stage.find<QLineEdit>("serviceLimits");
    limits->setText(QStringLiteral("speed=9"));
    emit limits->editingFinished();
    stage.find<QSpinBox>("servicePort")->setValue(0);
    // WHEN the service is switched on, THEN it says which there are
    stage.find<QCheckBox>("serviceOn")->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(stage.label("serviceState").contains(QStringLiteral("requests-per-address (600)")),
                             patience);
    stage.find<QCheckBox>("serviceOn")->setChecked(false);
    QTRY_VERIFY_WITH_TIMEOUT(limits->isEnabled(), patience);
    // AND with one of those it runs, and obeys
    limits->setText(QStringLiteral("requests-per-address=2"));
    emit limits->editingFinished();
    QVERIFY(serve(stage));
    QVERIFY(get("/healthz").contains(" 200 "));
    QVERIFY(get("/healthz").contains(" 200 "));
    QVERIFY(get("/healthz").contains(" 429 "));
}

void WindowServiceTest::shouldServeAgainAfterARestart() {
    QVERIFY(serve(settings()));
    m_story->end();
    const Stage stage(m_story->open());
    QTRY_VERIFY_WITH_TIMEOUT(!stage.label("serviceUrl").isEmpty(), patience);
    m_port = quint16(url(stage).port());
    QVERIFY(get("/healthz").contains("ok"));
    // Not so another database of the same person's.
    const Stage second(m_story->open(m_story->options("other.db")));
    second.window().showPage(QStringLiteral("settings"));
    QVERIFY(!second.find<QCheckBox>("serviceOn")->isChecked());
}

void WindowServiceTest::shouldEndWhenItIsSwitchedOff() {
    const Stage stage = settings();
    QVERIFY(serve(stage));
    stage.find<QCheckBox>("serviceOn")->setChecked(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.label("serviceState").startsWith(QStringLiteral("Off")), patience);
    QVERIFY(!stage.shows("serviceUrl"));
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
    QTRY_COMPARE_WITH_TIMEOUT(socket.error(), QAbstractSocket::ConnectionRefusedError, patience);
}

void WindowServiceTest::shouldSayWhyItIsNotServed_data() {
    QTest::addColumn<bool>("sandbox");
    QTest::addColumn<QString>("why");
    QTest::newRow("a sandbox") << true << QStringLiteral("A sandbox is gone");
    QTest::newRow("read-only") << false << QStringLiteral("open for reading only");
}

void WindowServiceTest::shouldSayWhyItIsNotServed() {
    QFETCH(bool, sandbox);
    QFETCH(QString, why);
    LaunchOptions options = m_story->options();
    options.readOnly = !sandbox;
    const auto session = sandbox ? m_story->windows().openSandbox(options) : m_story->windows().open(options);
    QVERIFY(session.has_value());
    const Stage stage(&(*session)->window());
    stage.window().showPage(QStringLiteral("settings"));
    QVERIFY(stage.label("serviceState").contains(why));
    QVERIFY(!stage.find("serviceOn")->isEnabled());
    QVERIFY(!stage.shows("serviceKeys"));
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::WindowServiceTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "windowservice_test.moc"
