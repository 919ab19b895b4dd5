// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where the settings page's choice of a language model is kept, and that a token is kept for its owner alone.
#include "app/huggingface/tokensource.h"
#include "app/modelchoice.h"
#include "tests/stories/deskstory.h"
#include <QtCore/QSettings>

namespace relaydesk {

namespace {

const QString url = QStringLiteral("http://127.0.0.1:8080/v1");
const QString model = QStringLiteral("small-model");

QString tokenInForce() {
    const auto found = TokenSource().find();
    return found ? found->token : QString();
}

void writeFile(const QByteArray &bytes) {
    QFile file(TokenSource::defaultFile());
    QDir().mkpath(QFileInfo(file).path());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the token's file cannot be written");
}

bool isDone(const QFuture<Result<void>> &future) {
    return QTest::qWaitFor([&] { return future.isFinished(); }, patience) && future.result().has_value();
}

QByteArray fileNow() {
    QFile file(TokenSource::defaultFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ModelChoiceTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldRefuseWhatCannotBeAsked_data();
    void shouldRefuseWhatCannotBeAsked();
    void shouldKeepAddressAndNameForTheNextStart();
    void shouldLetTheCommandLineGoFirst();
    void shouldKeepATokenForItsOwnerAlone();
    void shouldLeaveOtherLinesOfTheFile();
    void shouldForgetAToken();
};

void ModelChoiceTest::init() {
    QSettings().clear();
    QFile::remove(TokenSource::defaultFile());
}

void ModelChoiceTest::shouldRefuseWhatCannotBeAsked_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    QTest::newRow("no address") << QString() << model;
    QTest::newRow("not an address") << QStringLiteral("my server") << model;
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd") << model;
    QTest::newRow("no name") << url << QString();
}

void ModelChoiceTest::shouldRefuseWhatCannotBeAsked() {
    QFETCH(QString, address);
    QFETCH(QString, name);
    // WHEN it is chosen
    const auto kept = keepModelChoice({.baseUrl = address, .model = name}, LaunchOptions());
    // THEN the sentence says that nothing was changed, and nothing was
    QVERIFY(!kept);
    QVERIFY(kept.error().sentence.contains(QStringLiteral("Nothing was changed")));
    QVERIFY(!QSettings().contains(QStringLiteral("model/url")));
}

void ModelChoiceTest::shouldKeepAddressAndNameForTheNextStart() {
    const auto kept = keepModelChoice({.baseUrl = url, .model = model}, LaunchOptions());
    QVERIFY(kept.has_value());
    QCOMPARE(kept->modelUrl, QUrl(url));
    const LaunchOptions next = withKeptModel({});
    QCOMPARE(next.modelUrl, QUrl(url));
    QCOMPARE(next.model, model);
}

void ModelChoiceTest::shouldLetTheCommandLineGoFirst() {
    QVERIFY(keepModelChoice({.baseUrl = url, .model = model}, LaunchOptions()).has_value());
    LaunchOptions given;
    given.modelUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    given.model = QStringLiteral("other");
    const LaunchOptions next = withKeptModel(given);
    QCOMPARE(next.modelUrl, given.modelUrl);
    QCOMPARE(next.model, given.model);
}

void ModelChoiceTest::shouldKeepATokenForItsOwnerAlone() {
    // GIVEN no keychain
    KeptToken kept;
    QVERIFY(isDone(kept.keep(QStringLiteral("hf_secret"))));
    QCOMPARE(tokenInForce(), QStringLiteral("hf_secret"));
    const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;
    QCOMPARE(QFile::permissions(TokenSource::defaultFile()) & ~mine, QFileDevice::Permissions());
    // THEN the page says where it comes from, and never what it is
    const ModelChoice shown = modelChoice(ModelSettings(), {}, kept, {});
    QVERIFY(shown.tokenPlace.contains(TokenSource::defaultFile()));
    QVERIFY(shown.tokenOrigin.contains(TokenSource::defaultFile()));
    QVERIFY(shown.token.isEmpty());
}

void ModelChoiceTest::shouldLeaveOtherLinesOfTheFile() {
    writeFile("# mine\nexport HF_TOKEN=hf_old\nOTHER=1\n");
    QVERIFY(isDone(KeptToken().keep(QStringLiteral("hf_new"))));
    QCOMPARE(fileNow(), QByteArray("# mine\nOTHER=1\nHF_TOKEN=hf_new\n"));
}

void ModelChoiceTest::shouldForgetAToken() {
    writeFile("HUGGING_FACE_API_TOKEN=hf_old\nOTHER=1\n");
    QVERIFY(isDone(KeptToken().keep(QString())));
    QVERIFY(tokenInForce().isEmpty());
    QCOMPARE(fileNow(), QByteArray("OTHER=1\n"));
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::ModelChoiceTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "modelchoice_test.moc"
