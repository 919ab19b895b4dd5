// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Fetches single files over HTTP, goes on where an earlier attempt ended, and says how far it is.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QFile>
#include <QtNetwork/QNetworkAccessManager>
#include <functional>

namespace relaydesk {

class EncoderFetch {
  public:
    //! A file's name, bytes there, bytes in all (0: not known).
    using Progress = std::function<void(const QString &file, qint64 done, qint64 all)>;

    explicit EncoderFetch(Progress progress);

    //! Puts what is at `url` into `path`; until it is whole it lies in `path`.part, where a later attempt goes on.
    //! NotFound where the server has no such file. Blocks; runs an event loop.
    Result<void> file(const QUrl &url, const QString &path);
    //! A small answer in memory.
    Result<QByteArray> text(const QUrl &url);

  private:
    Result<void> attempt(const QUrl &url, QFile &part, bool &startOver);
    void run(QNetworkReply &reply, const std::function<void()> &onBytes) const;

    QNetworkAccessManager m_network;
    Progress m_progress;
};

} // namespace relaydesk
