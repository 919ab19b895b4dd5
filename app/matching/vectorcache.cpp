// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/vectorcache.h"
#include "app/matching/sentenceencoder.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QDebug>
#include <QtCore/QtEndian>
#include <algorithm>
#include <cmath>

namespace relaydesk {

namespace {
constexpr auto digestBytes = 16;
constexpr qsizetype recentQuestions = 8192; //!< 13 MB of 384 numbers each

QByteArray digestOf(const QString &text) {
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).left(digestBytes);
}
} // namespace

VectorCache::VectorCache(const SentenceEncoder &encoder, DerivedStore &store)
    : m_encoder(encoder)
    , m_store(store)
    , m_recent(recentQuestions) {}

QVector<QByteArray> VectorCache::vectors(const QStringList &texts, bool only) {
    load();
    QVector<QByteArray> digests;
    for (const QString &text : texts)
        digests << digestOf(text);
    encodeMissing(texts, digests);
    QVector<QByteArray> result;
    QHash<QByteArray, QByteArray> held;
    for (const QByteArray &digest : digests) {
        result << m_vectors.value(digest);
        if (only && !result.back().isEmpty())
            held.insert(digest, result.back());
    }
    if (only)
        m_vectors = held;
    return result;
}

void VectorCache::encodeMissing(const QStringList &texts, const QVector<QByteArray> &digests) {
    QHash<QByteArray, QString> missing;
    QHash<QByteArray, QByteArray> fresh;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (m_vectors.contains(digests[i]))
            continue;
        if (const QByteArray asked = m_recent.find(digests[i]); !asked.isEmpty())
            fresh.insert(digests[i], asked);
        else
            missing.insert(digests[i], texts[i]);
    }
    if (missing.isEmpty() && fresh.isEmpty())
        return;
    const QList<QByteArray> order = missing.keys();
    const std::vector<std::vector<float>> encoded = m_encoder.encodeAll(missing.values());
    for (qsizetype i = 0; i < order.size() && static_cast<size_t>(i) < encoded.size(); ++i) {
        const QByteArray bytes = checked(encoded[static_cast<size_t>(i)]);
        if (!bytes.isEmpty())
            fresh.insert(order[i], bytes);
    }
    m_vectors.insert(fresh);
    if (const auto saved = m_store.saveVectors(m_encoder.name(), fresh); !saved)
        qInfo("Sentence vectors were not kept, they are computed again at the next start: %s",
              qUtf8Printable(saved.error().sentence));
}

QByteArray VectorCache::encoded(const QString &text) const {
    const QByteArray digest = digestOf(text);
    if (const auto known = m_vectors.constFind(digest); known != m_vectors.constEnd())
        return *known;
    QByteArray vector = m_recent.find(digest);
    if (!vector.isEmpty())
        return vector;
    vector = checked(m_encoder.encode(text));
    if (!vector.isEmpty())
        m_recent.keep(digest, vector);
    return vector;
}

void VectorCache::load() {
    if (m_loaded)
        return;
    m_loaded = true;
    const auto stored = m_store.vectors(m_encoder.name());
    if (!stored)
        return;
    for (auto entry = stored->constBegin(); entry != stored->constEnd(); ++entry) {
        if (isSound(entry.value()))
            m_vectors.insert(entry.key(), entry.value());
    }
}

QByteArray VectorCache::checked(const std::vector<float> &values) const {
    QByteArray bytes(static_cast<qsizetype>(values.size() * sizeof(float)), Qt::Uninitialized);
    qToLittleEndian<float>(values.data(), static_cast<qsizetype>(values.size()), bytes.data());
    return isSound(bytes) ? bytes : QByteArray();
}

bool VectorCache::isSound(const QByteArray &bytes) const {
    if (bytes.size() != m_encoder.dimensions() * static_cast<qsizetype>(sizeof(float)))
        return false;
    const auto *values = reinterpret_cast<const float *>(bytes.constData());
    return std::all_of(values, values + m_encoder.dimensions(), [](float value) { return std::isfinite(value); });
}

} // namespace relaydesk
