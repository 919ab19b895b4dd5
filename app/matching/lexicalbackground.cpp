// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/lexicalbackground.h"
#include <QtCore/QFile>
#include <QtCore/QtEndian>
#include <algorithm>
#include <cmath>

// Has to stand outside any namespace: names a function the resource compiler writes.
static void openResource() { Q_INIT_RESOURCE(matching); }

namespace relaydesk {

namespace {
constexpr int headerBytes = 12;
constexpr int countBits = 13;
constexpr size_t ids = size_t(1) << 19; // what is left of 32 bits

QByteArray resourceBytes() {
    openResource();
    QFile file(QStringLiteral(":/matching/background.df"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

const LexicalBackground &LexicalBackground::shipped() {
    static const LexicalBackground background(resourceBytes());
    return background;
}

LexicalBackground::LexicalBackground(const QByteArray &bytes) : m_rarities(ids, 1.F) {
    if (bytes.size() < headerBytes || !bytes.startsWith("RDDF"))
        return;
    const auto entries = qFromLittleEndian<quint32>(bytes.constData() + 8);
    if (static_cast<quint64>(bytes.size()) != headerBytes + quint64(entries) * sizeof(quint32))
        return;
    m_texts = qFromLittleEndian<quint32>(bytes.constData() + 4);
    const auto rarityOf = [this](quint32 count) {
        return static_cast<float>(std::log((1.0 + m_texts) / (1.0 + count)) + 1.0);
    };
    std::fill(m_rarities.begin(), m_rarities.end(), rarityOf(0));
    for (quint32 i = 0; i < entries; ++i) {
        const auto entry = qFromLittleEndian<quint32>(bytes.constData() + headerBytes + sizeof(quint32) * i);
        m_rarities[entry >> countBits] = rarityOf(entry & ((1U << countBits) - 1));
    }
}

} // namespace relaydesk
