// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/csvline.h"

namespace relaydesk {

namespace {

bool looksLikeFormula(const QString &text) {
    const QString start = text.trimmed().left(1);
    const QChar first = text.isEmpty() ? QChar() : text.front();
    return (!start.isEmpty() && QStringLiteral("=+-@＝＋－＠").contains(start)) || first == u'\t' || first == u'\r' ||
           first == u'\n';
}

} // namespace

QByteArray csvLine(const QStringList &fields) {
    QStringList quoted;
    for (const QString &field : fields) {
        QString text = looksLikeFormula(field) ? u'\'' + field : field;
        quoted += u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    }
    return quoted.join(u',').toUtf8() + "\r\n";
}

} // namespace relaydesk
