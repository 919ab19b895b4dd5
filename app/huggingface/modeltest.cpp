// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/modeltest.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ModelTest", text); }

constexpr int slowMs = 10'000;

} // namespace

ModelRequest testQuestion() {
    return {.turns = {{QStringLiteral("user"), QStringLiteral("Reply with the one word: ready")}},
            .maxTokens = 64,
            .temperature = 0,
            .purpose = QStringLiteral("test")};
}

QString testSentence(const Result<ModelReply> &reply, const QStringList &served) {
    if (!reply)
        return served.isEmpty() ? reply.error().sentence
                                : reply.error().sentence + u' ' +
                                      tr("Served there are, among others: %1.").arg(served.join(QStringLiteral(", ")));
    const QString sentence = tr("%1 answered in %2 s (first word after %3 s, %4 + %5 tokens): %6")
                                 .arg(reply->model)
                                 .arg(double(reply->totalMs) / 1000, 0, 'f', 2)
                                 .arg(double(reply->firstTokenMs) / 1000, 0, 'f', 2)
                                 .arg(reply->promptTokens)
                                 .arg(reply->completionTokens)
                                 .arg(reply->text.simplified());
    return reply->totalMs < slowMs ? sentence : sentence + u' ' + tr("That is slow: customers wait for it.");
}

} // namespace relaydesk
