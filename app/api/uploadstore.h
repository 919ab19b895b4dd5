// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Files of conversations beside the database, named by their SHA-256: the same bytes are kept once.
#pragma once
#include "models/domain/result.h"
#include "models/domain/sentfile.h"
#include <QtCore/QByteArray>

namespace relaydesk {

class UploadStore {
  public:
    explicit UploadStore(QString folder) : m_folder(std::move(folder)) {}

    //! Once the bytes are on disk. Invalid: there are none, or they are of a kind that is not sent (see
    //! typeByContent()). The name is made harmless; nobody is named as who sent it.
    Result<SentFile> keep(const QString &name, const QByteArray &bytes) const;
    //! Answers the digest, 64 hexadecimal digits, once the bytes are on disk.
    Result<QString> put(const QByteArray &bytes) const;
    Result<QByteArray> get(const QString &digest) const;

  private:
    QString pathOf(const QString &digest) const;
    QString m_folder;
};

} // namespace relaydesk
