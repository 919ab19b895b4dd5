// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/knowledgepreparation.h"
#include "app/matching/vectorpreparation.h"
#include <QtCore/QPromise>
#include <algorithm>

namespace relaydesk {

QFuture<bool> KnowledgePreparation::prepare(const QVector<Article> &articles, const Progress &progress) {
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    const auto end = [promise](bool whole) {
        promise->addResult(whole);
        promise->finish();
    };
    if (const auto cache = m_matcher.vectors()) {
        auto *running = new VectorPreparation(cache, this);
        connect(running, &VectorPreparation::progressed, this, [running, progress](int done, int all) {
            if (!progress(int(100LL * done / std::max(1, all))))
                running->cancel();
        });
        connect(running, &VectorPreparation::finished, this, [running, end](Prepared how) {
            end(how != Prepared::Cancelled);
            running->deleteLater();
        });
        running->start(GaussianMatcher::encodedTexts(articles));
    } else {
        end(true); // words need no preparation
    }
    return promise->future();
}

} // namespace relaydesk
