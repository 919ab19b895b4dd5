// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the program was started with: which database, and whether and where a language model may be asked.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QCommandLineParser>
#include <QtCore/QUrl>
#include <optional>

namespace relaydesk {

struct LaunchOptions {
    QString database; //!< path of the file
    bool readOnly = false;
    bool offline = false;
    QUrl modelUrl;           //!< empty: Hugging Face
    QString model;           //!< empty: the default
    int modelDeadlineMs = 0; //!< for the whole answer; 0: the default
    //! What has no sentence vector yet is encoded beside the work, not before it: for programs that run on.
    bool encodesBeside = false;
    //! What the system's keychain holds; nothing: not asked yet, and whoever needs it waits for it.
    std::optional<QString> tokenInKeychain = {};
};

//! --database, --offline, --model-url, --model, --model-deadline: the same for every command.
void addLaunchOptions(QCommandLineParser &parser);
//! Read from the command line first, then from RELAYDESK_DATABASE, RELAYDESK_OFFLINE, RELAYDESK_MODEL_URL,
//! RELAYDESK_MODEL and RELAYDESK_MODEL_DEADLINE. Fails (Invalid) naming the value that makes no sense.
Result<LaunchOptions> launchOptions(const QCommandLineParser &parser);

} // namespace relaydesk
