// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/houserules.h"
#include "models/desk/modelcontext.h"
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {

QStringList listed(const QString &text, const QString &separators) {
    QStringList items;
    if (text.isEmpty())
        return items; // as a rule, and an expression takes its time
    for (const QString &item : text.split(QRegularExpression(separators), Qt::SkipEmptyParts)) {
        if (!item.trimmed().isEmpty())
            items += item.trimmed();
    }
    return items;
}

void take(int &value, const QString &text, int least, int most) {
    bool isNumber = false;
    if (const int read = text.toInt(&isNumber); isNumber && read >= least && read <= most)
        value = read;
}

} // namespace

Result<AssistantRules> readAssistantRules(const SettingStore &store) {
    QHash<QString, QString> values;
    for (const char *name : {"tone", "rules", "languages", "sensitive", "tokens", "temperature"}) {
        const auto value = store.value(QStringLiteral("assistant.") + QLatin1String(name));
        RELAYDESK_TRY(value);
        values.insert(QLatin1String(name), *value);
    }
    AssistantRules rules;
    rules.tone = values[QStringLiteral("tone")].simplified();
    rules.houseRules = listed(values[QStringLiteral("rules")], QStringLiteral("\\n"));
    rules.languages = listed(values[QStringLiteral("languages")].toLower(), QStringLiteral("[,\\s]"));
    rules.sensitiveTopics = values[QStringLiteral("sensitive")];
    take(rules.maxTokens, values[QStringLiteral("tokens")], 16, 4000);
    bool isNumber = false;
    if (const double read = values[QStringLiteral("temperature")].toDouble(&isNumber);
        isNumber && read >= 0 && read <= 2)
        rules.temperature = read;
    const auto context = readModelContext(store);
    RELAYDESK_TRY(context);
    rules.mostCharacters = charactersFor(*context, rules);
    return rules;
}

} // namespace relaydesk
