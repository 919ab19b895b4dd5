// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That sentence vectors are asked where each server has them, and read in every shape they come in.
#include "app/huggingface/embeddingprotocol.h"
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace relaydesk;

class EmbeddingProtocolTest : public QObject {
    Q_OBJECT
  private slots:
    void shouldAskWhereEachServerHasThem_data();
    void shouldAskWhereEachServerHasThem();
    void shouldReadEveryShape_data();
    void shouldReadEveryShape();
    void shouldTakeNothingForAVector_data();
    void shouldTakeNothingForAVector();
};

void EmbeddingProtocolTest::shouldAskWhereEachServerHasThem_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("texts"); // the field of the body that holds them
    const QString task = QStringLiteral("/hf-inference/models/a/b%20c/pipeline/feature-extraction");
    QTest::newRow("router") << "https://router.huggingface.co/v1"
                            << QStringLiteral("https://router.huggingface.co") + task << "inputs";
    QTest::newRow("a proxy of it") << "http://127.0.0.1:9/x/hf-inference/v1"
                                   << QStringLiteral("http://127.0.0.1:9/x") + task << "inputs";
    QTest::newRow("endpoint") << "https://e.endpoints.huggingface.cloud/v1/"
                              << "https://e.endpoints.huggingface.cloud/v1/embeddings"
                              << "input";
    QTest::newRow("llama-server") << "http://127.0.0.1:8080"
                                  << "http://127.0.0.1:8080/v1/embeddings"
                                  << "input";
    QTest::newRow("the chat's address") << "http://h/v1/chat/completions"
                                        << "http://h/v1/embeddings"
                                        << "input";
}

void EmbeddingProtocolTest::shouldAskWhereEachServerHasThem() {
    QFETCH(QString, base);
    QFETCH(QString, texts);
    const ModelSettings settings{.baseUrl = QUrl(base), .model = QStringLiteral("a/b c")};
    QTEST(embeddingUrl(settings).toString(QUrl::FullyEncoded), "url");
    const QJsonObject body =
        QJsonDocument::fromJson(embeddingBody(settings, {QStringLiteral("ä"), QStringLiteral("b")})).object();
    QCOMPARE(body.value(texts)[0].toString(), QStringLiteral("ä"));
    QCOMPARE(body.value(texts)[1].toString(), QStringLiteral("b"));
    QCOMPARE(body.contains(QLatin1String("model")), texts == u"input");
}

void EmbeddingProtocolTest::shouldReadEveryShape_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("texts");
    QTest::addColumn<QByteArray>("vectors");
    QTest::addColumn<int>("tokens");
    QTest::newRow("bare, of one") << QByteArray("[3, 4]") << 1 << QByteArray("0.6 0.8;") << 0;
    QTest::newRow("a list of one") << QByteArray("[[0, -5]]") << 1 << QByteArray("0 -1;") << 0;
    QTest::newRow("a list of two") << QByteArray("[[1, 0], [0, 2]]") << 2 << QByteArray("1 0;0 1;") << 0;
    QTest::newRow("tokens of one, bare") << QByteArray("[[6, 0], [0, 8]]") << 1 << QByteArray("0.6 0.8;") << 0;
    QTest::newRow("tokens of one") << QByteArray("[[[6, 0], [0, 8]]]") << 1 << QByteArray("0.6 0.8;") << 0;
    QTest::newRow("tokens of two") << QByteArray("[[[1, 0], [1, 0]], [[0, 1]]]") << 2 << QByteArray("1 0;0 1;") << 0;
    QTest::newRow("listed, out of order") << QByteArray(R"({"data":[{"index":1,"embedding":[0,1]},
        {"index":0,"embedding":[1,0]}],"usage":{"prompt_tokens":7}})")
                                          << 2 << QByteArray("1 0;0 1;") << 7;
    QTest::newRow("listed, without places")
        << QByteArray(R"({"data":[{"embedding":[1,0]},{"embedding":[0,1]}]})") << 2 << QByteArray("1 0;0 1;") << 0;
    QTest::newRow("no direction") << QByteArray("[[0, 0]]") << 1 << QByteArray("0 0;") << 0;
}

void EmbeddingProtocolTest::shouldReadEveryShape() {
    QFETCH(QByteArray, json);
    QFETCH(int, texts);
    const auto answer = embeddingAnswer(json, texts);
    QVERIFY(answer);
    QByteArray read;
    for (const auto &vector : answer->vectors) {
        QByteArrayList numbers;
        for (const float value : vector)
            numbers += QByteArray::number(double(value), 'g', 4);
        read += numbers.join(' ') + ';';
    }
    QTEST(read, "vectors");
    QTEST(answer->promptTokens, "tokens");
}

void EmbeddingProtocolTest::shouldTakeNothingForAVector_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("texts");
    QTest::newRow("nothing") << QByteArray() << 1;
    QTest::newRow("a web page") << QByteArray("<html>") << 1;
    QTest::newRow("an error") << QByteArray(R"({"error":"no"})") << 1;
    QTest::newRow("an empty list") << QByteArray("[]") << 1;
    QTest::newRow("too few") << QByteArray("[[1, 0]]") << 2;
    QTest::newRow("too many") << QByteArray("[[1],[1],[1]]") << 2;
    QTest::newRow("of several lengths") << QByteArray("[[1, 0], [1]]") << 2;
    QTest::newRow("words") << QByteArray(R"([["a", "b"]])") << 1;
    QTest::newRow("one is missing") << QByteArray(
                                           R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})")
                                    << 2;
    QTest::newRow("an index far out") << QByteArray(R"({"data":[{"index":-9,"embedding":[1]}]})") << 1;
    QTest::newRow("too large for a float") << QByteArray("[[1e300, 1]]") << 1;
}

void EmbeddingProtocolTest::shouldTakeNothingForAVector() {
    QFETCH(QByteArray, json);
    QFETCH(int, texts);
    QVERIFY(!embeddingAnswer(json, texts));
}

QTEST_GUILESS_MAIN(EmbeddingProtocolTest)
#include "embeddingprotocol_test.moc"
