// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Puts "[token]" wherever the token would stand, in whole texts and in texts that grow piece by piece.
#pragma once
#include <QtCore/QString>

namespace relaydesk {

class TokenMask {
  public:
    //! Fewer than eight characters are no secret ("none", "EMPTY"): nothing is masked then.
    explicit TokenMask(const QString &token);

    //! Also masks whatever else looks like a token of Hugging Face (hf_…).
    QString masked(QString text) const;

    //! What may be shown of the text so far, beyond what was shown before: the start of a token is held back.
    QString shown(const QString &piece);
    //! What was held back, at the end of the text.
    QString rest();

  private:
    QString m_token;
    QString m_held;
};

} // namespace relaydesk
