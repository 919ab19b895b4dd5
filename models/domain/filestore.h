// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The port to the files that customers and agents send: their bytes, kept once each, beside the database.
#pragma once
#include "models/domain/result.h"
#include "models/domain/sentfile.h"
#include <QtCore/QByteArray>

namespace relaydesk {

//! A file that somebody wants to send: one on this computer, or bytes that came from the clipboard.
struct GivenFile {
    QString name;
    QString path; //!< empty: what is in `bytes`
    QByteArray bytes;
};

//! Any thread may ask.
class FileStore {
  public:
    static constexpr qint64 largest = 10 * 1024 * 1024; //!< bytes of one file

    virtual ~FileStore() = default;
    //! Once it is on disk. Refuses what is empty, too large, or of another kind than pictures, PDF and plain text.
    virtual Result<SentFile> keep(const GivenFile &file) const = 0;
    virtual Result<QByteArray> bytes(const QString &upload) const = 0;
    //! PNG of nothing but the pixels, at most 2048 on a side; empty for what is no picture.
    virtual QByteArray picture(const QString &upload) const = 0;
};

} // namespace relaydesk
