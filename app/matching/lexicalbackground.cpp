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

LexicalBackground::LexicalBackground(const QByteArray &bytes) {
    if (bytes.size() < headerBytes || !bytes.startsWith("RDDF"))
        return;
    const auto entries = qFromLittleEndian<quint32>(bytes.constData() + 8);
    if (static_cast<quint64>(bytes.size()) != headerBytes + quint64(entries) * sizeof(quint32))
        return;
    m_texts = qFromLittleEndian<quint32>(bytes.constData() + 4);
    m_entries.resize(entries);
    qFromLittleEndian<quint32>(bytes.constData() + headerBytes, entries, m_entries.data());
}

double LexicalBackground::rarity(quint32 id) const {
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), id << countBits);
    const bool known = found != m_entries.end() && *found >> countBits == id;
    const quint32 count = known ? *found & ((1U << countBits) - 1) : 0;
    return std::log((1.0 + m_texts) / (1.0 + count)) + 1.0;
}

} // namespace relaydesk
