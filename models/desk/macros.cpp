// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/macros.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Macros", text); }

QJsonObject contentOf(const Macro &macro) {
    QJsonArray actions;
    for (const MacroAction &action : macro.actions)
        actions.append(
            QJsonObject{{QStringLiteral("deed"), keyOf(action.deed)}, {QStringLiteral("value"), action.value}});
    return {{QStringLiteral("name"), macro.name},
            {QStringLiteral("shortcut"), macro.shortcut},
            {QStringLiteral("text"), macro.text},
            {QStringLiteral("actions"), actions}};
}

//! Nothing where an action is none that is known.
std::optional<Macro> macroIn(const QJsonObject &object) {
    Macro macro{.name = object.value(QLatin1String("name")).toString(),
                .shortcut = object.value(QLatin1String("shortcut")).toString(),
                .text = object.value(QLatin1String("text")).toString()};
    for (const QJsonValue &value : object.value(QLatin1String("actions")).toArray()) {
        const auto deed = fromKey<MacroDeed>(value[QLatin1String("deed")].toString());
        if (!deed)
            return std::nullopt;
        macro.actions.append({*deed, value[QLatin1String("value")].toString()});
    }
    return macro;
}

} // namespace

QString macroKey(int id) { return QStringLiteral("macro.%1").arg(id); }

QString toSetting(const Macro &macro) {
    QJsonObject object = contentOf(macro);
    object.insert(QStringLiteral("version"), macro.version);
    object.insert(QStringLiteral("deleted"), macro.isDeleted);
    object.insert(QStringLiteral("updatedAt"), macro.updatedAt.toUTC().toString(Qt::ISODateWithMs));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Macro> macroFromSetting(int id, const QString &setting) {
    const QJsonObject object = QJsonDocument::fromJson(setting.toUtf8()).object();
    auto macro = macroIn(object);
    if (!macro || macro->name.isEmpty())
        return std::nullopt;
    macro->id = id;
    macro->version = object.value(QLatin1String("version")).toInt();
    macro->isDeleted = object.value(QLatin1String("deleted")).toBool();
    macro->updatedAt = QDateTime::fromString(object.value(QLatin1String("updatedAt")).toString(), Qt::ISODateWithMs);
    return macro;
}

Result<int> newestMacro(const SettingStore &store) {
    return store.value(macrosKey).map([](const QString &number) { return number.toInt(); });
}

Result<QVector<Macro>> readMacros(const SettingStore &store) {
    const auto newest = newestMacro(store);
    RELAYDESK_TRY(newest);
    QVector<Macro> macros;
    for (int id = 1; id <= *newest; ++id) {
        const auto setting = store.value(macroKey(id));
        RELAYDESK_TRY(setting);
        const auto macro = macroFromSetting(id, *setting);
        if (macro && !macro->isDeleted)
            macros.append(*macro);
    }
    std::sort(macros.begin(), macros.end(), [](const Macro &one, const Macro &other) {
        return one.name.compare(other.name, Qt::CaseInsensitive) < 0;
    });
    return macros;
}

Result<QVector<Macro>> macroVersions(const EventStore &events, int id) {
    const auto settings = events.events({.kinds = {EventKind::Setting}});
    RELAYDESK_TRY(settings);
    QVector<Macro> versions;
    for (auto event = settings->crbegin(); event != settings->crend(); ++event) {
        if (event->data.value(QLatin1String("key")).toString() != macroKey(id))
            continue;
        if (const auto macro = macroFromSetting(id, event->data.value(QLatin1String("value")).toString()))
            versions.append(*macro);
    }
    return versions;
}

QByteArray toJson(const QVector<Macro> &macros) {
    QJsonArray array;
    for (const Macro &macro : macros)
        array.append(contentOf(macro));
    return QJsonDocument(QJsonObject{{QStringLiteral("macros"), array}}).toJson();
}

Result<QVector<Macro>> macrosFromJson(const QByteArray &json) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.object().value(QLatin1String("macros")).isArray())
        return failure(ErrorKind::Invalid, tr("This is no file of macros (%1). Nothing was imported.")
                                               .arg(error.error == QJsonParseError::NoError ? tr("no list \"macros\"")
                                                                                            : error.errorString()));
    QVector<Macro> macros;
    for (const QJsonValue &value : document.object().value(QLatin1String("macros")).toArray()) {
        const auto macro = macroIn(value.toObject());
        if (!macro || macro->name.isEmpty())
            return failure(ErrorKind::Invalid,
                           tr("Macro %1 of the file has no name, or does something unknown. Nothing "
                              "was imported.")
                               .arg(macros.size() + 1));
        macros.append(*macro);
    }
    return macros;
}

} // namespace relaydesk
