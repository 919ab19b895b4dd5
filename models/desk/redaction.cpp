// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/redaction.h"
#include "models/desk/redactionsearch.h"
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace relaydesk {

namespace {

//! [EMAIL_1], and as models misspell it: [email 1], [EMAIL\_1], EMAIL_1.
const QRegularExpression &placeholder() {
    static const QRegularExpression expression(
        QStringLiteral("\\[(EMAIL|PHONE|CARD|IBAN|SECRET|ADDRESS|IP)\\\\?[_ ](\\d{1,4})\\]|\\b(EMAIL|PHONE|CARD|IBAN|"
                       "SECRET|ADDRESS|IP)\\\\?_(\\d{1,4})\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

QString nameOf(const QRegularExpressionMatch &match) {
    const bool isBracketed = match.capturedLength(1) > 0;
    return u'[' + match.captured(isBracketed ? 1 : 3).toUpper() + u'_' + match.captured(isBracketed ? 2 : 4) + u']';
}

//! What makes two spellings of a value the same.
QString keyOf(const QString &value) {
    QString key;
    for (const QChar unit : value) {
        if (!unit.isSpace() && unit != u'-')
            key += unit.toLower();
    }
    return key;
}

} // namespace

QString Redaction::placeholderFor(const QString &kind, const QString &value, const QString &text) {
    const QString start = u'[' + kind + u'_';
    int number = 1;
    for (const Hidden &each : std::as_const(m_hidden)) {
        if (!each.placeholder.startsWith(start))
            continue;
        if (keyOf(each.value) == keyOf(value))
            return each.placeholder;
        number = std::max(number, each.placeholder.mid(start.size()).chopped(1).toInt() + 1);
    }
    while (text.contains(start + QString::number(number) + u']', Qt::CaseInsensitive))
        ++number;
    m_hidden.append({start + QString::number(number) + u']', value});
    return m_hidden.last().placeholder;
}

QString Redaction::redacted(const QString &text) {
    QString result;
    qsizetype done = 0;
    for (const Secret &secret : secretsIn(text)) {
        result += QStringView(text).mid(done, secret.start - done);
        result += placeholderFor(secret.kind, text.mid(secret.start, secret.length), text);
        done = secret.start + secret.length;
    }
    return result + text.mid(done);
}

QString Redaction::restored(const QString &text) const {
    QString result;
    qsizetype done = 0;
    for (auto matches = placeholder().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString name = nameOf(match);
        const auto found = std::find_if(m_hidden.begin(), m_hidden.end(),
                                        [&](const Hidden &each) { return each.placeholder == name; });
        if (found == m_hidden.end())
            continue;
        result += QStringView(text).mid(done, match.capturedStart() - done);
        result += found->value;
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

QString Redaction::withoutPlaceholders(const QString &text) { return QString(text).remove(placeholder()); }

QVector<QString> Redaction::unknownPlaceholders(const QString &text) const {
    QVector<QString> unknown;
    for (auto matches = placeholder().globalMatch(text); matches.hasNext();) {
        const QString name = nameOf(matches.next());
        if (std::none_of(m_hidden.begin(), m_hidden.end(),
                         [&](const Hidden &each) { return each.placeholder == name; }))
            unknown.append(name);
    }
    return unknown;
}

} // namespace relaydesk
