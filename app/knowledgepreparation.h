// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Encodes articles before they are saved, so that saving many holds nobody up and can be left off before anything
//! changed.
#pragma once
#include "app/matching/gaussianmatcher.h"
#include "models/domain/progress.h"
#include <QtCore/QFuture>
#include <QtCore/QObject>

namespace relaydesk {

//! Lives in the desk's thread, which needs an event loop.
class KnowledgePreparation : public QObject {
    Q_OBJECT

  public:
    explicit KnowledgePreparation(const GaussianMatcher &matcher) : m_matcher(matcher) {}

    //! True once the articles can be saved at once; false: left off, as `progress` wanted.
    QFuture<bool> prepare(const QVector<Article> &articles, const Progress &progress);

  private:
    const GaussianMatcher &m_matcher;
};

} // namespace relaydesk
