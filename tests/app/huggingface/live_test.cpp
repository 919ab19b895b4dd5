// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The client against the real service: only with RELAYDESK_LIVE=1 and a token, as it costs a fraction of a cent.
#include "app/huggingface/huggingfaceclient.h"
#include "app/huggingface/modelfetch.h"
#include "app/huggingface/modeltest.h"
#include "app/huggingface/tokensource.h"
#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

using namespace relaydesk;

namespace {

constexpr int patience = 60'000; //!< milliseconds; the client's own deadlines are shorter

template <typename Value>
Value answerOf(QFuture<Value> future) {
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
        qFatal("the client kept no deadline");
    return future.result();
}

} // namespace

class LiveTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldReadTheListOfModels();
    void shouldAnswerWithAModelThatIsServed();
    void shouldSayThatATokenIsWrong();

  private:
    static ModelSettings settings() {
        ModelSettings settings{.model = qEnvironmentVariable("RELAYDESK_MODEL", QStringLiteral("openai/gpt-oss-20b"))};
        settings.token = TokenSource().find()->token;
        return settings;
    }
};

void LiveTest::shouldReadTheListOfModels() {
    const auto models = answerOf(fetchModels(settings()));
    QVERIFY2(models.has_value(), models ? "" : qPrintable(models.error().sentence));
    QVERIFY(models->size() > 10);
}

void LiveTest::shouldAnswerWithAModelThatIsServed() {
    HuggingFaceClient client(settings());
    ModelRequest request = testQuestion();
    request.maxTokens = 400; // models that think before they write need them
    const auto reply = answerOf(client.complete(request, nullptr));
    QVERIFY2(reply.has_value(), reply ? "" : qPrintable(reply.error().sentence));
    QVERIFY(!reply->text.isEmpty());
    QVERIFY(reply->completionTokens > 0);
}

void LiveTest::shouldSayThatATokenIsWrong() {
    ModelSettings wrong = settings();
    wrong.token = QStringLiteral("hf_ThisTokenIsNobodys");
    HuggingFaceClient client(wrong);
    const auto reply = answerOf(client.complete(testQuestion(), nullptr));
    QVERIFY(!reply);
    QVERIFY2(reply.error().sentence.contains(QLatin1String("401")), qPrintable(reply.error().sentence));
}

int main(int argc, char *argv[]) {
    const QCoreApplication application(argc, argv);
    if (qEnvironmentVariable("RELAYDESK_LIVE") != QLatin1String("1") || !TokenSource().find())
        return 77;
    LiveTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "live_test.moc"
