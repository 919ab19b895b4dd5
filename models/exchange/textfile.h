// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What all text files of the exchange share: their encoding, their lines, and how a failure names a line.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>
#include <QtCore/QString>

namespace relaydesk {

//! The context of this room's sentences: `ExchangeText::tr("…")`.
struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

//! UTF-8 with or without a byte order mark, or UTF-16/UTF-32 with one. Fails (Invalid) on bytes that are none of it
//! and on zero bytes, naming the first line that has them.
Result<QString> decodedText(const QByteArray &bytes);

//! The end of the line that begins at `from`, behind its LF, CR LF or lone CR; the size of `bytes` for the last one.
qsizetype lineEnd(const QByteArray &bytes, qsizetype from);

//! With LF line ends where every line of the file ends in CR LF, or every one in CR. In any other file a carriage
//! return belongs to the text.
QString withPlainLineEnds(QString text);

//! "Line 7: `what` Nothing was imported."
tl::unexpected<Failure> lineFailure(int line, const QString &what);

//! In typographic quotes and cut to some 60 characters, for sentences.
QString quoted(const QString &text);

} // namespace relaydesk
