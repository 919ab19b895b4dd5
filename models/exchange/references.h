// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Puts any text into one line, or into a list with separators, and gets it back: what cannot stand there is written as
//! Markdown and HTML do, as a numeric character reference ("&#10;" for a line feed).
#pragma once
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relaydesk {

//! In one line, with no white space at either end and none of `special`.
QString withReferences(const QString &text, QStringView special = {});

//! The inverse. "&#8364;" written by a person is read too; what is no character stays as it is.
QString withoutReferences(const QString &text);

//! "a;b" for the separator ';'. Blank tags are left out.
QString joinedTags(const QStringList &tags, QChar separator, QStringView between);
QStringList splitTags(const QString &text, QChar separator);

} // namespace relaydesk
