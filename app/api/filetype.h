// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a file is, by its bytes; what it calls itself does not count.
#pragma once
#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace relaydesk {

//! One of image/png, image/jpeg, image/gif, image/webp, application/pdf, text/plain; empty for everything else. Text is
//! UTF-8 without control characters but tab, line feed and carriage return.
QByteArray typeByContent(const QByteArray &bytes);

//! The last part of a path from any system, without control characters, at most 120 characters; "file" where nothing
//! is left.
QString harmlessFileName(const QString &name);

} // namespace relaydesk
