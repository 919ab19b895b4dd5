// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads the parts of a multipart/form-data body (RFC 7578), as a browser's form sends it.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QByteArray>
#include <QtCore/QVector>

namespace relaydesk {

struct FormPart {
    QString name;
    QString fileName; //!< null: no file
    QByteArray content;
};

//! At most `most` parts. `contentType` is the header with its boundary.
Result<QVector<FormPart>> readMultipart(const QByteArray &contentType, const QByteArray &body, int most = 16);

} // namespace relaydesk
