// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk's matcher: as the one behind it, but knows that an encoder may run elsewhere.
#pragma once
#include "app/matching/gaussianmatcher.h"
#include "app/remoteencoder.h"
#include "models/desk/redaction.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

class DeskMatcher : public GaussianMatcher {
    Q_DECLARE_TR_FUNCTIONS(DeskMatcher)

  public:
    using GaussianMatcher::GaussianMatcher;

    Result<MatchReport> match(const QString &question, int most) const override {
        return GaussianMatcher::match(seen(question), most);
    }
    void foresee(const QString &question) const { GaussianMatcher::foresee(seen(question)); }

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
    const RemoteEncoder *remote() const {
        const auto cache = vectors();
        return cache ? dynamic_cast<const RemoteEncoder *>(&cache->encoder()) : nullptr;
    }

  private:
    //! Before it is taken apart: half an address would not be known for one.
    QString seen(const QString &question) const { return remote() ? Redaction().redacted(question) : question; }
};

} // namespace relaydesk
