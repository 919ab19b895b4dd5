// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/clauses.h"
#include "app/matching/lexicalfeatures.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

QStringList clausesOf(const QString &question) {
    constexpr qsizetype fewestWords = 3;
    static const QRegularExpression border(
        QStringLiteral("[,;:.!?()\\n\u2013\u2014]|\\b(?:after|although|and|because|before|but|despite|however|if|or|"
                       "since|so|though|unless|until|when|whereas|while|yet)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList clauses = question.split(border, Qt::SkipEmptyParts);
    clauses.removeIf([](const QString &clause) { return lexicalTokens(clause).size() < fewestWords; });
    for (QString &clause : clauses)
        clause = clause.trimmed();
    return clauses.size() < 2 ? QStringList() : clauses;
}

} // namespace relaydesk
