// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Finds in a text what must not leave the machine: addresses, telephone numbers, cards, accounts, secrets.
#pragma once
#include <QtCore/QString>
#include <QtCore/QVector>

namespace relaydesk {

//! One stretch of private data.
struct Secret {
    QString kind; //!< EMAIL, PHONE, CARD, IBAN, SECRET, ADDRESS or IP
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const Secret &, const Secret &) = default;
};

//! In order, not overlapping. Cards need a right check digit, IBANs length and checksum; order numbers, dates, prices,
//! versions and "my password is wrong" are not in it. English first; labels and streets also of German, French,
//! Spanish, Italian and Dutch. How well it does: tests/benchmarks/redaction_benchmark.cpp.
QVector<Secret> secretsIn(const QString &text);

} // namespace relaydesk
