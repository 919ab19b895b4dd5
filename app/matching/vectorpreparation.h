// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Encodes many texts beside what the desk is doing, piece by piece, so that it can be watched and left off.
#pragma once
#include "app/matching/vectorcache.h"
#include <QtCore/QObject>
#include <functional>

namespace relaydesk {

//! How encoding ended: with a vector for every text, with texts that have none, or left off.
enum class Prepared { Whole, WithGaps, Cancelled };

//! Lives in the thread of the cache's store, which needs an event loop. Deleted early, it leaves off.
class VectorPreparation : public QObject {
    Q_OBJECT

  public:
    explicit VectorPreparation(std::shared_ptr<VectorCache> cache, QObject *parent = nullptr);

    //! Those of `texts` that have no vector yet. Ends with finished(), never before this returns.
    void start(const QStringList &texts);
    //! What is encoded until then is kept; finished() comes with the piece that is being encoded.
    void cancel() { m_isCancelled = true; }

  signals:
    void progressed(int done, int all);
    void finished(relaydesk::Prepared how);

  private:
    void next();

    std::shared_ptr<VectorCache> m_cache;
    QStringList m_texts;
    qsizetype m_done = 0;
    bool m_isCancelled = false;
    bool m_isWhole = true;
};

//! The same in the calling thread. False from `progress` (texts done, texts in all): leave off.
Prepared prepareVectors(VectorCache &cache, const QStringList &texts, const std::function<bool(int, int)> &progress);

} // namespace relaydesk
