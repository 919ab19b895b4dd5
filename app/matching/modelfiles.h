// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reading the small files of a model folder, never more of them than they can honestly hold.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonObject>

namespace relaydesk {

//! What the readers of a model folder say, under one name for translators.
struct ModelText {
    Q_DECLARE_TR_FUNCTIONS(ModelText)
};

//! The failure every reader of a model folder gives: names the file, says what is wrong with it and what to do.
tl::unexpected<Failure> modelFileFailure(const QString &path, const QString &what, ErrorKind kind = ErrorKind::Invalid);

//! The whole file; NotFound where there is none, Invalid where it is longer than `most` bytes.
Result<QByteArray> readModelFile(const QString &path, qint64 most);

//! A JSON object; fails as above, and where the file holds anything else.
Result<QJsonObject> readModelJson(const QString &path, qint64 most = 1 << 20);

//! As above, an empty object where there is no such file.
Result<QJsonObject> readOptionalModelJson(const QString &path);

} // namespace relaydesk
