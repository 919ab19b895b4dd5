// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The files of conversations in the folder beside the database, as the service keeps them too.
#pragma once
#include "app/api/uploadstore.h"
#include "models/domain/filestore.h"

namespace relaydesk {

class AttachedFiles : public FileStore {
  public:
    explicit AttachedFiles(const QString &database) : m_uploads(database + QStringLiteral(".files")) {}

    Result<SentFile> keep(const GivenFile &file) const override;
    Result<QByteArray> bytes(const QString &upload) const override { return m_uploads.get(upload); }
    QByteArray picture(const QString &upload) const override;

  private:
    UploadStore m_uploads;
};

} // namespace relaydesk
