// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The token in the system's keychain (QtKeychain), asked for on a thread of its own and with a deadline.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <memory>

namespace relaydesk {

//! Any number at once, which share one thread: QtKeychain's queue belongs to the thread that asked first, and reads
//! jobs of others that are gone. The last one destroyed leaves what was not answered yet unanswered.
class Keychain {
  public:
    //! `deadlineMs`: for each answer; a keychain that asks its owner to unlock it may take longer, then it counts as
    //! none this time.
    explicit Keychain(int deadlineMs = 5000);
    Q_DISABLE_COPY_MOVE(Keychain)

    //! Empty where it holds none. Unavailable, with a sentence, where there is no keychain.
    QFuture<Result<QString>> read();
    //! An empty token: forgets the one it holds.
    QFuture<Result<void>> write(const QString &token);

    //! Why there is none to ask, found out without asking; empty where one may be. RELAYDESK_KEYCHAIN=off says so, and
    //! so does a session without a message bus.
    static QString absence();

  private:
    std::shared_ptr<QObject> m_inThread; //!< lives and ends there, and its thread with it; the jobs are its children
    int m_deadlineMs;
};

} // namespace relaydesk
