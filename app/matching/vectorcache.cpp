// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/vectorcache.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QDebug>
#include <QtCore/QMutexLocker>
#include <QtCore/QSet>
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

QVector<QByteArray> digestsOf(const QStringList &texts) {
    QVector<QByteArray> digests;
    digests.reserve(texts.size());
    for (const QString &text : texts)
        digests << digestOf(text);
    return digests;
}
} // namespace

VectorCache::VectorCache(std::unique_ptr<const SentenceEncoder> encoder, DerivedStore &store)
    : m_encoder(std::move(encoder))
    , m_store(store)
    , m_recent(recentQuestions) {}

QVector<QByteArray> VectorCache::vectors(const QStringList &texts, bool only) {
    load();
    const QVector<QByteArray> digests = digestsOf(texts);
    const QStringList unknown = missing(texts, digests);
    if (!unknown.isEmpty())
        keep(unknown, m_encoder->encodeAll(unknown));
    QVector<QByteArray> result;
    result.reserve(texts.size());
    QHash<QByteArray, QByteArray> asked;
    QHash<QByteArray, QByteArray> fresh; // was asked as a question, and is known from now on
    QMutexLocker lock(&m_mutex);
    for (const QByteArray &digest : digests) {
        const auto known = m_vectors.constFind(digest);
        result << (known != m_vectors.constEnd() ? *known : m_recent.find(digest));
        if (result.back().isEmpty())
            continue;
        if (known == m_vectors.constEnd())
            fresh.insert(digest, result.back());
        if (only)
            asked.insert(digest, result.back());
    }
    m_vectors.insert(fresh);
    if (only)
        m_vectors = asked;
    lock.unlock();
    store(fresh);
    return result;
}

QStringList VectorCache::missing(const QStringList &texts) {
    load();
    return missing(texts, digestsOf(texts));
}

QStringList VectorCache::missing(const QStringList &texts, const QVector<QByteArray> &digests) const {
    QStringList unknown;
    QSet<QByteArray> seen;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (held(digests[i]).isEmpty() && !seen.contains(digests[i])) {
            seen.insert(digests[i]);
            unknown << texts[i];
        }
    }
    return unknown;
}

bool VectorCache::keep(const QStringList &texts, const std::vector<std::vector<float>> &encoded) {
    load();
    QHash<QByteArray, QByteArray> fresh;
    bool isWhole = encoded.size() == static_cast<size_t>(texts.size());
    for (qsizetype i = 0; i < texts.size() && static_cast<size_t>(i) < encoded.size(); ++i) {
        const QByteArray bytes = checked(encoded[static_cast<size_t>(i)]);
        isWhole = isWhole && !bytes.isEmpty();
        if (!bytes.isEmpty())
            fresh.insert(digestOf(texts[i]), bytes);
    }
    store(fresh);
    const QMutexLocker lock(&m_mutex);
    m_vectors.insert(fresh);
    return isWhole;
}

void VectorCache::store(const QHash<QByteArray, QByteArray> &fresh) {
    if (fresh.isEmpty())
        return;
    if (const auto saved = m_store.saveVectors(m_encoder->name(), fresh); !saved)
        qInfo("Sentence vectors were not kept, they are computed again at the next start: %s",
              qUtf8Printable(saved.error().sentence));
}

//! As a known text or as a question that was asked lately.
QByteArray VectorCache::held(const QByteArray &digest) const {
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_vectors.constFind(digest); known != m_vectors.constEnd())
            return *known;
    }
    return m_recent.find(digest);
}

QByteArray VectorCache::encoded(const QString &text) const {
    const QByteArray digest = digestOf(text);
    QByteArray vector = held(digest);
    if (!vector.isEmpty())
        return vector;
    vector = checked(m_encoder->encode(text));
    if (!vector.isEmpty())
        m_recent.keep(digest, vector);
    return vector;
}

void VectorCache::foresee(const QStringList &texts, const Encode &encode) const {
    const QStringList unknown = missing(texts, digestsOf(texts));
    if (unknown.isEmpty())
        return;
    const auto encoded = encode(unknown);
    for (qsizetype i = 0; i < unknown.size() && static_cast<size_t>(i) < encoded.size(); ++i) {
        const QByteArray vector = checked(encoded[static_cast<size_t>(i)]);
        if (!vector.isEmpty())
            m_recent.keep(digestOf(unknown[i]), vector);
    }
}

void VectorCache::load() {
    if (m_loaded)
        return;
    m_loaded = true;
    const auto stored = m_store.vectors(m_encoder->name());
    if (!stored)
        return;
    const QMutexLocker lock(&m_mutex);
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
    if (bytes.size() != m_encoder->dimensions() * static_cast<qsizetype>(sizeof(float)))
        return false;
    const auto *values = reinterpret_cast<const float *>(bytes.constData());
    return std::all_of(values, values + m_encoder->dimensions(), [](float value) { return std::isfinite(value); });
}

} // namespace relaydesk
