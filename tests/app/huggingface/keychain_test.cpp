// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The token in a real keychain: GNOME's, unlocked for this test alone on a message bus of its own.
#include "app/huggingface/keychain.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <memory>

using namespace relaydesk;

namespace {

constexpr char inside[] = "RELAYDESK_KEYCHAIN_TEST";
constexpr int skipped = 77;
const QString token = QStringLiteral("hf_KeptInTheKeychain123");
const QString another = QStringLiteral("hf_AnotherOne456");

} // namespace

class KeychainTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { qunsetenv("RELAYDESK_KEYCHAIN"); }
    void shouldHoldNothingAtFirst();
    void shouldGiveBackWhatWasWritten();
    void shouldServeSeveralAtOnce();
    void shouldForget();
    void shouldSayWhenItIsSwitchedOff();

  private:
    Keychain m_keychain;
};

void KeychainTest::shouldHoldNothingAtFirst() {
    const auto held = m_keychain.read().result();
    QVERIFY2(held.has_value(), held ? "" : qPrintable(held.error().sentence));
    QVERIFY(held->isEmpty());
}

void KeychainTest::shouldGiveBackWhatWasWritten() {
    QVERIFY(m_keychain.write(token).result().has_value());
    QCOMPARE(m_keychain.read().result(), Result<QString>(token));
    QVERIFY(m_keychain.write(another).result().has_value());
    QCOMPARE(m_keychain.read().result(), Result<QString>(another));
}

void KeychainTest::shouldServeSeveralAtOnce() {
    for (int i = 0; i < 20; ++i) {
        // GIVEN one more, and questions to both under way, one of which nobody waits for
        auto second = std::make_unique<Keychain>();
        auto written = second->write(QString::number(i));
        QVERIFY(written.result().has_value());
        auto first = m_keychain.read();
        auto other = second->read();
        second->write(QString::number(i));
        second.reset();
        QCOMPARE(first.result(), Result<QString>(QString::number(i)));
        QCOMPARE(other.result(), Result<QString>(QString::number(i)));
    }
}

void KeychainTest::shouldForget() {
    QVERIFY(m_keychain.write(token).result().has_value());
    QVERIFY(m_keychain.write(QString()).result().has_value());
    QCOMPARE(m_keychain.read().result(), Result<QString>(QString()));
    // THEN there is nothing to forget a second time, and that is no failure
    QVERIFY(m_keychain.write(QString()).result().has_value());
}

void KeychainTest::shouldSayWhenItIsSwitchedOff() {
    qputenv("RELAYDESK_KEYCHAIN", "off");
    for (const QString &sentence :
         {m_keychain.read().result().error().sentence, m_keychain.write(token).result().error().sentence})
        QVERIFY2(sentence.contains(QLatin1String("RELAYDESK_KEYCHAIN")), qPrintable(sentence));
}

//! This program once more, on a bus of its own with a keychain of its own.
int runInside(const QString &program) {
    const QString bus = QStandardPaths::findExecutable(QStringLiteral("dbus-run-session"));
    if (bus.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty())
        return skipped;
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), home.path());
    environment.insert(QLatin1String(inside), QStringLiteral("1"));
    environment.remove(QStringLiteral("RELAYDESK_KEYCHAIN"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(bus, {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                        QStringLiteral("printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
                                       "exec \"$0\""),
                        program});
    return process.waitForFinished(120'000) ? process.exitCode() : 1;
}

int main(int argc, char *argv[]) {
    const QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsEmpty(inside))
        return runInside(QCoreApplication::applicationFilePath());
    KeychainTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "keychain_test.moc"
