// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The vectors of the texts asked lately, so that a question that comes again or is learned is not encoded again.
#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QMutex>

namespace relaydesk {

//! For several threads. Holds between `most` / 2 and `most` of the last ones once it is full.
class RecentVectors {
  public:
    explicit RecentVectors(qsizetype most) : m_most(most) {}
    //! By digest of the text; empty where it is not held.
    QByteArray find(const QByteArray &digest) const;
    void keep(const QByteArray &digest, const QByteArray &vector);
    qsizetype size() const;

  private:
    qsizetype m_most;
    mutable QMutex m_mutex;
    QHash<QByteArray, QByteArray> m_young; //!< when it holds half of the most it becomes the old one
    QHash<QByteArray, QByteArray> m_old;
};

} // namespace relaydesk
