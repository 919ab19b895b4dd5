// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/sentenceencoder.h"
#include <QtConcurrent/QtConcurrentMap>

namespace relaydesk {

std::vector<std::vector<float>> SentenceEncoder::encodeAll(const QStringList &texts) const {
    return QtConcurrent::blockingMapped<std::vector<std::vector<float>>>(
        texts, [this](const QString &text) { return encode(text); });
}

} // namespace relaydesk
