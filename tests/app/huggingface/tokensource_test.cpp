// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where the token comes from, in which order, and that it is masked wherever it would show.
#include "app/huggingface/tokenmask.h"
#include "app/huggingface/tokensource.h"
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace relaydesk;

class TokenSourceTest : public QObject {
    Q_OBJECT
  private slots:
    void shouldReadEnvFiles_data();
    void shouldReadEnvFiles();
    void shouldLookInTheEnvironmentFirst();
    void shouldGoThroughThePlacesInOrder();
    void shouldNeverLookInTheCurrentFolder();
    void shouldStandBesideTheOtherConfiguration();
    void shouldPassOverWhatNoHeaderCanCarry();
    void shouldMaskTheTokenInTexts_data();
    void shouldMaskTheTokenInTexts();
    void shouldMaskTheTokenInAGrowingText();

  private:
    QString written(const QByteArray &bytes) {
        QFile file(m_folder.filePath(QStringLiteral(".env")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no temporary file");
        return file.fileName();
    }
    QTemporaryDir m_folder;
};

void TokenSourceTest::shouldReadEnvFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QString::fromLatin1(expected);
    };
    row("plain", "HF_TOKEN=hf_a\n", "hf_a");
    row("no end of line", "HF_TOKEN=hf_a", "hf_a");
    row("Windows", "A=b\r\nHF_TOKEN=hf_a\r\n", "hf_a");
    row("byte order mark", "\xEF\xBB\xBFHF_TOKEN=hf_a\n", "hf_a");
    row("spaces", "  HF_TOKEN =  hf_a  \n", "hf_a");
    row("exported", "export HF_TOKEN=hf_a\n", "hf_a");
    row("double quotes", "HF_TOKEN=\"hf_a\" # mine\n", "hf_a");
    row("single quotes", "HF_TOKEN='hf_a'\n", "hf_a");
    row("open quote", "HF_TOKEN=\"hf_a\n", "hf_a");
    row("comments", "# HF_TOKEN=hf_b\n\nHF_TOKEN=hf_a # mine\n#HF_TOKEN=hf_c\n", "hf_a");
    row("hash within", "HF_TOKEN=hf#a\n", "hf#a");
    row("equals within", "HF_TOKEN=hf=a=\n", "hf=a=");
    row("the last one wins", "HF_TOKEN=hf_b\nHF_TOKEN=hf_a\n", "hf_a");
    row("second name", "HUGGING_FACE_API_TOKEN=hf_a\n", "hf_a");
    row("first name wins", "HUGGING_FACE_API_TOKEN=hf_b\nHF_TOKEN=hf_a\n", "hf_a");
    row("an empty one does not count", "HF_TOKEN=\nHUGGING_FACE_API_TOKEN=hf_a\n", "hf_a");
    row("other names", "MY_HF_TOKEN=hf_b\nHF_TOKENS=hf_c\n", "");
    row("no equals sign", "HF_TOKEN\n=x\n", "");
    row("nothing", "", "");
}

void TokenSourceTest::shouldReadEnvFiles() {
    QFETCH(const QByteArray, bytes);
    const QString path = written(bytes);
    const auto found = TokenSource(QProcessEnvironment(), path).find();
    QTEST(found ? found->token : QString(), "expected");
    if (found)
        QVERIFY(found->origin.endsWith(QDir::toNativeSeparators(path)));
}

void TokenSourceTest::shouldLookInTheEnvironmentFirst() {
    // GIVEN
    const QString path = written("HF_TOKEN=hf_file\n");
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HUGGING_FACE_API_TOKEN"), QStringLiteral(" hf_second\n"));
    // THEN
    QCOMPARE(TokenSource(environment, path).find()->token, QStringLiteral("hf_second"));
    QCOMPARE(TokenSource(environment, path).find()->origin,
             QStringLiteral("the environment variable HUGGING_FACE_API_TOKEN"));
    // WHEN
    environment.insert(QStringLiteral("HF_TOKEN"), QStringLiteral("hf_first"));
    // THEN
    QCOMPARE(TokenSource(environment, path).find()->token, QStringLiteral("hf_first"));
    // WHEN it is set, but to nothing
    environment.insert(QStringLiteral("HF_TOKEN"), QStringLiteral("  "));
    // THEN
    QCOMPARE(TokenSource(environment, path).find()->token, QStringLiteral("hf_second"));
}

void TokenSourceTest::shouldGoThroughThePlacesInOrder() {
    // GIVEN a token in every place
    QTemporaryDir home;
    const auto put = [&](const QString &path, const QByteArray &bytes) {
        QDir(home.path()).mkpath(QFileInfo(path).path());
        QFile file(home.filePath(path));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(put(QStringLiteral("named"), "hf_named\n"));
    QVERIFY(put(QStringLiteral("own/.env"), "HUGGING_FACE_HUB_TOKEN=hf_own\n"));
    QVERIFY(put(QStringLiteral(".cache/huggingface/token"), " hf_usual \n"));
    QVERIFY(put(QStringLiteral("hub/token"), "hf_hub"));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HF_TOKEN"), QStringLiteral("hf_1"));
    environment.insert(QStringLiteral("HUGGING_FACE_HUB_TOKEN"), QStringLiteral("hf_2"));
    environment.insert(QStringLiteral("HUGGING_FACE_API_TOKEN"), QStringLiteral("hf_3"));
    environment.insert(QStringLiteral("HF_TOKEN_PATH"), home.filePath(QStringLiteral("named")));
    environment.insert(QStringLiteral("HOME"), home.path());
    QString own = home.filePath(QStringLiteral("own/.env"));
    QString inKeychain = QStringLiteral("hf_keychain");
    const auto found = [&] { return TokenSource(environment, own, inKeychain).find(); };
    // THEN they are taken in the order that is documented
    QCOMPARE(found()->token, QStringLiteral("hf_1"));
    environment.remove(QStringLiteral("HF_TOKEN"));
    QCOMPARE(found()->token, QStringLiteral("hf_2"));
    environment.remove(QStringLiteral("HUGGING_FACE_HUB_TOKEN"));
    QCOMPARE(found()->token, QStringLiteral("hf_3"));
    environment.remove(QStringLiteral("HUGGING_FACE_API_TOKEN"));
    QCOMPARE(found()->token, QStringLiteral("hf_named"));
    QVERIFY(found()->origin.contains(QStringLiteral("named")));
    QVERIFY(TokenSource(environment, own).findBeforeKeychain().has_value());
    environment.remove(QStringLiteral("HF_TOKEN_PATH"));
    QVERIFY(!TokenSource(environment, own, inKeychain).findBeforeKeychain());
    QCOMPARE(found()->token, QStringLiteral("hf_keychain"));
    QCOMPARE(found()->origin, QStringLiteral("the system's keychain"));
    inKeychain.clear();
    QCOMPARE(found()->token, QStringLiteral("hf_own"));
    own.clear();
    QCOMPARE(found()->token, QStringLiteral("hf_usual"));
    environment.insert(QStringLiteral("HF_HOME"), home.filePath(QStringLiteral("hub")));
    QCOMPARE(found()->token, QStringLiteral("hf_hub"));
    environment.insert(QStringLiteral("HF_HOME"), home.filePath(QStringLiteral("missing")));
    QVERIFY(!found());
}

void TokenSourceTest::shouldNeverLookInTheCurrentFolder() {
    // GIVEN
    written("HF_TOKEN=hf_file\n");
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder.path()));
    // THEN
    QVERIFY(!TokenSource(QProcessEnvironment(), QString()).find());
    QVERIFY(!TokenSource(QProcessEnvironment(), m_folder.filePath(QStringLiteral("missing/.env"))).find());
    QVERIFY(QDir::isAbsolutePath(TokenSource::defaultFile()));
    QVERIFY(QDir::setCurrent(before));
}

void TokenSourceTest::shouldStandBesideTheOtherConfiguration() {
    QCOMPARE(TokenSource::defaultFile(), QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                             QStringLiteral("/relaydesk/.env"));
}

void TokenSourceTest::shouldPassOverWhatNoHeaderCanCarry() {
    // GIVEN
    QProcessEnvironment environment;
    const QString name = QStringLiteral("HF_TOKEN");
    environment.insert(name, QStringLiteral("hf_ä"));
    QVERIFY(!TokenSource(environment, QString()).find());
    environment.insert(name, QStringLiteral("hf_\x01"));
    QVERIFY(!TokenSource(environment, QString()).find());
    // WHEN a line end stands in the middle THEN no second header can come of it
    environment.insert(name, QStringLiteral("hf_a\r\nb"));
    QCOMPARE(TokenSource(environment, QString()).find()->token, QStringLiteral("hf_ab"));
}

void TokenSourceTest::shouldMaskTheTokenInTexts_data() {
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const QString token = QStringLiteral("sk-verysecret");
    const auto row = [](const char *name, const QString &secret, const char *text, const char *expected) {
        QTest::newRow(name) << secret << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("within", token, "Bad sk-verysecret, bad SK-VERYSECRET!", "Bad [token], bad [token]!");
    row("another one", token, "Was it hf_AbCdEfGh12?", "Was it [token]?");
    row("no token", QString(), "Plain words", "Plain words");
    row("too short to be secret", QStringLiteral("none"), "none of it", "none of it");
}

void TokenSourceTest::shouldMaskTheTokenInTexts() {
    QFETCH(const QString, token);
    QFETCH(const QString, text);
    QTEST(TokenMask(token).masked(text), "expected");
}

void TokenSourceTest::shouldMaskTheTokenInAGrowingText() {
    // GIVEN
    const QString token = QStringLiteral("sk-verysecret");
    const QString text = QStringLiteral("so sk-very sk-sk-verysecret and sk-verysecretsk-");
    // WHEN it is cut into pieces of each length
    for (int length = 1; length <= text.size(); ++length) {
        TokenMask mask(token);
        QString shown;
        for (int at = 0; at < text.size(); at += length)
            shown += mask.shown(text.mid(at, length));
        shown += mask.rest();
        // THEN
        QCOMPARE(shown, QStringLiteral("so sk-very sk-[token] and [token]sk-"));
    }
    // THEN what cannot be its start is not held back
    TokenMask mask(token);
    QCOMPARE(mask.shown(QStringLiteral("Hello")), QStringLiteral("Hello"));
}

QTEST_GUILESS_MAIN(TokenSourceTest)
#include "tokensource_test.moc"
