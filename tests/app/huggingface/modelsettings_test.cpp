// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Addresses of model servers: what is asked, whether a token is needed, and how they are named.
#include "app/huggingface/modelsettings.h"
#include <QtTest/QtTest>

using namespace relaydesk;

class ModelSettingsTest : public QObject {
    Q_OBJECT
  private slots:
    void shouldCompleteTheAddress_data();
    void shouldCompleteTheAddress();
    void shouldTellServersApart_data();
    void shouldTellServersApart();
    void shouldAskTinyLlamaAtHuggingFaceUnlessTold();
};

void ModelSettingsTest::shouldCompleteTheAddress_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *base, const char *expected) {
        QTest::newRow(base) << QString::fromLatin1(base) << QString::fromLatin1(expected);
    };
    row("https://router.huggingface.co/v1", "https://router.huggingface.co/v1/chat/completions");
    row("https://router.huggingface.co/v1/", "https://router.huggingface.co/v1/chat/completions");
    row("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1/chat/completions");
    row("http://127.0.0.1:8080///", "http://127.0.0.1:8080/v1/chat/completions");
    row("http://h/v1/chat/completions", "http://h/v1/chat/completions");
    row("http://h/v1/chat/completions/", "http://h/v1/chat/completions");
    row("http://h/models/org/m", "http://h/models/org/m/v1/chat/completions");
    row("http://h/a%2Fb/v1", "http://h/a%2Fb/v1/chat/completions");
    row("http://h/v1?key=1#part", "http://h/v1/chat/completions?key=1");
    row("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions");
}

void ModelSettingsTest::shouldCompleteTheAddress() {
    QFETCH(const QString, base);
    ModelSettings settings;
    settings.baseUrl = QUrl(base);
    QVERIFY(settings.hasUsableUrl());
    QTEST(settings.chatUrl().toString(QUrl::FullyEncoded), "expected");
}

void ModelSettingsTest::shouldTellServersApart_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("huggingFace");
    QTest::addColumn<bool>("loopback");
    QTest::addColumn<QString>("name");

    const auto row = [](const char *base, bool huggingFace, bool loopback, const char *name) {
        QTest::newRow(base) << QString::fromLatin1(base) << huggingFace << loopback << QString::fromLatin1(name);
    };
    row("https://router.huggingface.co/v1", true, false, "Hugging Face");
    row("https://HUGGINGFACE.co", true, false, "Hugging Face");
    row("https://huggingface.co./v1", true, false, "Hugging Face");
    row("https://x.eu.endpoints.huggingface.cloud/v1", true, false, "Hugging Face");
    row("https://nothuggingface.co/v1", false, false, "nothuggingface.co");
    row("https://huggingface.co.example.org/v1", false, false, "huggingface.co.example.org");
    row("http://127.0.0.1:8080/v1", false, true, "127.0.0.1:8080");
    row("http://127.9.9.9/v1", false, true, "127.9.9.9");
    row("http://[::1]:11434/v1", false, true, "[::1]:11434");
    row("http://localhost:11434/v1", false, true, "localhost:11434");
    row("http://localhost.example.org/v1", false, false, "localhost.example.org");
    row("http://me:secret@models.example.org/v1", false, false, "models.example.org");
}

void ModelSettingsTest::shouldTellServersApart() {
    QFETCH(const QString, base);
    ModelSettings settings;
    settings.baseUrl = QUrl(base);
    QTEST(settings.isHuggingFace(), "huggingFace");
    QTEST(settings.isLoopback(), "loopback");
    QTEST(settings.serverName(), "name");
}

void ModelSettingsTest::shouldAskTinyLlamaAtHuggingFaceUnlessTold() {
    const ModelSettings settings;
    QCOMPARE(settings.chatUrl(), QUrl(QStringLiteral("https://router.huggingface.co/v1/chat/completions")));
    QCOMPARE(settings.model, QStringLiteral("TinyLlama/TinyLlama-1.1B-Chat-v1.0"));
    QVERIFY(settings.token.isEmpty());
    QVERIFY(settings.connectMs == 5'000 && settings.firstTokenMs == 15'000 && settings.wholeMs == 30'000);
}

QTEST_GUILESS_MAIN(ModelSettingsTest)
#include "modelsettings_test.moc"
