// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/vectorpreparation.h"
#include <QtConcurrent/QtConcurrentRun>

namespace relaydesk {

namespace {
constexpr qsizetype textsAtOnce = 32; //!< a quarter of a second or less
} // namespace

VectorPreparation::VectorPreparation(std::shared_ptr<VectorCache> cache, QObject *parent)
    : QObject(parent)
    , m_cache(std::move(cache)) {}

void VectorPreparation::start(const QStringList &texts) {
    m_texts = m_cache->missing(texts);
    QMetaObject::invokeMethod(this, &VectorPreparation::next, Qt::QueuedConnection);
}

void VectorPreparation::next() {
    if (m_isCancelled || m_done == m_texts.size()) {
        emit finished(m_isCancelled ? Prepared::Cancelled : m_isWhole ? Prepared::Whole : Prepared::WithGaps);
        return;
    }
    const QStringList piece = m_texts.mid(m_done, textsAtOnce);
    QtConcurrent::run([cache = m_cache, piece] {
        return cache->encoder().encodeAll(piece);
    }).then(this, [this, piece](const std::vector<std::vector<float>> &encoded) {
        m_isWhole = m_cache->keep(piece, encoded) && m_isWhole;
        m_done += piece.size();
        emit progressed(int(m_done), int(m_texts.size()));
        next();
    });
}

Prepared prepareVectors(VectorCache &cache, const QStringList &texts, const std::function<bool(int, int)> &progress) {
    const QStringList missing = cache.missing(texts);
    bool isWhole = true;
    for (qsizetype from = 0; from < missing.size(); from += textsAtOnce) {
        const QStringList piece = missing.mid(from, textsAtOnce);
        isWhole = cache.keep(piece, cache.encoder().encodeAll(piece)) && isWhole;
        if (!progress(int(from + piece.size()), int(missing.size())))
            return Prepared::Cancelled;
    }
    return isWhole ? Prepared::Whole : Prepared::WithGaps;
}

} // namespace relaydesk
