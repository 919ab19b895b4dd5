// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/macrotext.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

MacroText filledIn(const QString &text, const MacroFacts &facts, const QHash<QString, QString> &answers) {
    static const QRegularExpression variable(QStringLiteral("\\{\\{\\s*([^{}]+?)\\s*\\}\\}"));
    MacroText filled;
    qsizetype done = 0;
    for (auto variables = variable.globalMatch(text); variables.hasNext();) {
        const auto match = variables.next();
        const QString name = match.captured(1);
        const bool isAsked = name.startsWith(QLatin1String("ask:"), Qt::CaseInsensitive);
        const QString question = isAsked ? name.mid(4).trimmed() : name;
        const QString known = isAsked ? QString() : facts.value(name.toLower());
        const QString value = known.isEmpty() ? answers.value(question).trimmed() : known;
        filled.text += QStringView(text).mid(done, match.capturedStart() - done);
        filled.text += value.isEmpty() ? match.captured() : value;
        if (value.isEmpty() && !filled.missing.contains(question))
            filled.missing += question;
        done = match.capturedEnd();
    }
    filled.text += QStringView(text).mid(done);
    return filled;
}

} // namespace relaydesk
