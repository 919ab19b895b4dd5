// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk's matcher: as the one behind it, but knows that an encoder may run elsewhere.
#pragma once
#include "app/matching/clauses.h"
#include "app/matching/gaussianmatcher.h"
#include "app/matching/lexicalfeatures.h"
#include "app/remoteencoder.h"
#include "models/desk/redaction.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

class DeskMatcher : public GaussianMatcher {
    Q_DECLARE_TR_FUNCTIONS(DeskMatcher)

  public:
    using GaussianMatcher::GaussianMatcher;

    Result<MatchReport> match(const QString &question, int most) const override {
        const QString text = seen(question);
        askTogether(text);
        return GaussianMatcher::match(text, most);
    }
    void foresee(const QString &question) const {
        const QString text = seen(question);
        askTogether(text);
        GaussianMatcher::foresee(text);
    }

    //! That a remote encoder has no vector now need not mean that none will come.
    QString limitation() const override {
        const RemoteEncoder *encoder = remote();
        if (!encoder)
            return GaussianMatcher::limitation();
        const QString why = encoder->trouble();
        if (why.isEmpty() && GaussianMatcher::limitation().isEmpty())
            return {};
        return tr("Semantic matching is off for now: %1 Questions are matched by their words alone until the encoder "
                  "answers again; it is asked again by itself.")
            .arg(why.isEmpty() ? tr("A part of the knowledge is not encoded yet.") : why);
    }

    //! The encoder in use where it runs elsewhere; else null. The encoder lives as long as it is in use.
    const RemoteEncoder *remote() const { return remoteIn(vectors()); }

  private:
    static const RemoteEncoder *remoteIn(const std::shared_ptr<VectorCache> &cache) {
        return cache ? dynamic_cast<const RemoteEncoder *>(&cache->encoder()) : nullptr;
    }
    //! A question and its clauses, which may be looked at one by one: each by itself could take as long as all of them.
    void askTogether(const QString &seen) const {
        const auto cache = vectors();
        const RemoteEncoder *encoder = remoteIn(cache);
        const QString text = seen.left(questionLimit);
        if (encoder && GaussianMatcher::limitation().isEmpty() && !lexicalTokens(text).isEmpty())
            cache->foresee(QStringList{text} + clausesOf(text),
                           [encoder](const QStringList &texts) { return encoder->encodeQuestion(texts); });
    }
    //! Before it is taken apart: half an address would not be known for one.
    QString seen(const QString &question) const { return remote() ? Redaction().redacted(question) : question; }
};

} // namespace relaydesk
