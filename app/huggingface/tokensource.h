// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Finds the token for the language model: in the environment, else in a file of the user's own.
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
    explicit TokenSource(QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(),
                         QString file = defaultFile());

    //! HF_TOKEN, then HUGGING_FACE_API_TOKEN; each in the environment first, both in the file after.
    //! Empty ones do not count, nor do those with characters that no token has.
    std::optional<FoundToken> find() const;

    //! relaydesk/.env in the folder for configuration; the current folder is never looked into.
    static QString defaultFile();

  private:
    QProcessEnvironment m_environment;
    QString m_file;
};

//! KEY=VALUE lines as in a shell file: `export`, comments, single and double quotes; a later line wins.
QProcessEnvironment parsedEnvFile(const QByteArray &bytes);

} // namespace relaydesk
