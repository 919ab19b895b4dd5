// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The token that was given in Settings: in the system's keychain, or where there is none in the user's own file.
#pragma once
#include "app/huggingface/keychain.h"
#include "app/huggingface/tokensource.h"
#include <QtCore/QObject>

namespace relaydesk {

//! For the window's thread, which it never blocks: changed() tells when the keychain has answered.
class KeptToken : public QObject {
    Q_OBJECT

  public:
    KeptToken();

    //! What the keychain holds as far as is known; empty until it has answered.
    const QString &inKeychain() const { return m_inKeychain; }
    //! The one in force, with its origin.
    std::optional<FoundToken> inForce() const;
    //! Where a new one is kept, as a sentence.
    QString place() const;
    //! An empty one: forgets what it keeps. With the answer changed() has been said.
    QFuture<Result<void>> keep(const QString &token);

  Q_SIGNALS:
    void changed();

  private:
    Keychain m_keychain;
    QString m_inKeychain;
    QString m_whyNot; //!< there is no keychain; empty: there is one
};

//! Puts the token into the file (mode 0600) in place of any other there, or with an empty one takes those away.
Result<void> writeTokenFile(const QString &token, const QString &path = TokenSource::defaultFile());

} // namespace relaydesk
