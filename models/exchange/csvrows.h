// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The rows of a CSV file with the lines they begin in, as libcsv reads them in its strict mode.
#pragma once
#include "models/domain/result.h"
#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QVector>
#include <functional>

class QIODevice;

namespace relaydesk {

struct CsvRow {
    int line = 0; //!< physical line of the file in which the row begins, from 1
    QStringList fields;
};

//! Empty lines are no rows. Fields in quotes are taken as they are, others without the spaces around them. Separated by
//! commas, or by semicolons or tabs where the first line has one of those before any comma. Fails (Invalid) naming the
//! line where a quote stands wrong or stays open. `utf8` must be valid.
Result<QVector<CsvRow>> csvRows(const QByteArray &utf8);

//! The same, read bit by bit from an open device of any length. `take` gets each row and answers whether to go on.
//! Bytes that are not UTF-8 become U+FFFD; a byte order mark is left out.
Result<void> readCsvRows(QIODevice &device, const std::function<bool(const CsvRow &)> &take);

//! In quotes, with quotes inside doubled.
QByteArray csvField(const QString &text);

} // namespace relaydesk
