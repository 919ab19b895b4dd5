// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Puts a sentence encoder where Relaydesk looks for them: from the Hub or from a folder, checked, all of it or
//! nothing.
#pragma once
#include "app/encoderinstallfetch.h"
#include "app/matching/encoderknown.h"
#include <QtCore/QMap>
#include <QtCore/QUrl>

namespace relaydesk {

class EncoderInstall {
  public:
    //! Of a model whose files are not pinned: their digests by path. False: it is not to be installed.
    using Confirm = std::function<bool(const KnownEncoder &encoder, const QMap<QString, QString> &digests)>;

    EncoderInstall(EncoderFetch::Progress progress, Confirm confirm);

    //! From a server laid out as the Hub is; https, or http on this machine. A fetch that ended early is taken up
    //! again. Answers the folder.
    Result<QString> fromHub(const QUrl &hub, KnownEncoder encoder);
    //! A copy of the files of an encoder in `source`. Under a known name they must have the known digests.
    Result<QString> fromFolder(const QString &source);

  private:
    Result<void> pinRevision(const QUrl &hub, KnownEncoder &encoder);
    Result<void> fetchAll(const QUrl &hub, const KnownEncoder &encoder, const QString &staging);
    Result<QMap<QString, QString>> checked(const KnownEncoder &encoder, const QString &staging) const;
    Result<QString> place(const KnownEncoder &encoder, const QString &staging);

    EncoderFetch m_fetch;
    Confirm m_confirm;
};

//! SHA-256 of a file, hexadecimal; empty where it cannot be read.
QString fileDigest(const QString &path);

//! What was written down when the encoder in `folder` was installed: repository, revision, files by path. Empty where
//! it came another way.
QJsonObject installRecord(const QString &folder);

} // namespace relaydesk
