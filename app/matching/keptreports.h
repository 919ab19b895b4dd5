// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The reports on the questions asked lately, for as long as the knowledge stays as it is.
#pragma once
#include "models/domain/matcher.h"
#include <QtCore/QCache>
#include <QtCore/QMutex>
#include <optional>

namespace relaydesk {

//! For several threads.
class KeptReports {
  public:
    //! A question is known by its text and its vector, so that one seen by another encoder is another.
    struct Asked {
        QString text;
        QByteArray vector; //!< empty where it is matched by words alone
        int most = 0;      //!< candidates that were wanted
        friend bool operator==(const Asked &, const Asked &) = default;
        friend size_t qHash(const Asked &asked, size_t seed = 0) {
            return qHashMulti(seed, asked.text, asked.vector, asked.most);
        }
    };

    std::optional<MatchReport> find(const Asked &asked) const {
        const QMutexLocker lock(&m_mutex);
        const MatchReport *report = m_reports.object(asked);
        return report ? std::optional(*report) : std::nullopt;
    }
    void keep(const Asked &asked, const MatchReport &report) {
        const QMutexLocker lock(&m_mutex);
        m_reports.insert(asked, new MatchReport(report));
    }
    void forget() {
        const QMutexLocker lock(&m_mutex);
        m_reports.clear();
    }

  private:
    static constexpr int most = 512;
    mutable QMutex m_mutex;
    QCache<Asked, MatchReport> m_reports{most};
};

} // namespace relaydesk
