// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Finds the token for the language model: in the environment, the system's keychain or a file of the user's own.
#pragma once
#include <QtCore/QProcessEnvironment>
#include <QtCore/QString>
#include <optional>

namespace relaydesk {

struct FoundToken {
    QString token;  //!< without any white space
    QString origin; //!< for people: "the environment variable HF_TOKEN", "HF_TOKEN in /home/…/relaydesk/.env"
};

class TokenSource {
  public:
    //! `inKeychain`: what the system's keychain holds; empty: nothing.
    explicit TokenSource(QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(),
                         QString file = defaultFile(), QString inKeychain = {});

    //! In this order: HF_TOKEN, HUGGING_FACE_HUB_TOKEN, HUGGING_FACE_API_TOKEN in the environment; the file that
    //! HF_TOKEN_PATH names; the system's keychain; the same three names in the file of the user's own; the file of
    //! Hugging Face's own tools ($HF_HOME/token, else huggingface/token among the caches). Empty ones do not count, nor
    //! do those with characters that no token has.
    std::optional<FoundToken> find() const;
    //! The first two of these: what the keychain need not be asked for.
    std::optional<FoundToken> findBeforeKeychain() const;

    //! relaydesk/.env in the folder for configuration; the current folder is never looked into.
    static QString defaultFile();

  private:
    std::optional<FoundToken> findInOwnFile() const;

    QProcessEnvironment m_environment;
    QString m_file;
    QString m_inKeychain;
};

//! KEY=VALUE lines as in a shell file: `export`, comments, single and double quotes; a later line wins.
QProcessEnvironment parsedEnvFile(const QByteArray &bytes);

} // namespace relaydesk
