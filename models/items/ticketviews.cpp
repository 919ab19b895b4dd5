// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/ticketviews.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <algorithm>

namespace relaydesk {

namespace {

const auto nameKey = QStringLiteral("name");
const auto textKey = QStringLiteral("text");

QString tr(const char *text) { return QCoreApplication::translate("TicketViews", text); }

bool isNamed(const TicketView &view, const QString &name) {
    return view.name.compare(name, Qt::CaseInsensitive) == 0 || view.key.compare(name, Qt::CaseInsensitive) == 0;
}

void sortByName(QVector<TicketView> &views) {
    std::sort(views.begin(), views.end(), [](const TicketView &one, const TicketView &other) {
        return one.name.compare(other.name, Qt::CaseInsensitive) < 0;
    });
}

} // namespace

QVector<TicketView> standingViews() {
    const auto view = [](const char *key, const QString &name, const char *text) {
        return TicketView{QString::fromLatin1(key), name, QString::fromLatin1(text), false};
    };
    return {view("mine", tr("Mine"), "is:open is:mine is:awake"),
            view("unassigned", tr("Unassigned"), "is:open is:unassigned is:awake"),
            view("open", tr("All open"), "is:open"),
            view("waiting", tr("Waiting"), "is:waiting is:awake sort:waiting"),
            view("snoozed", tr("Snoozed"), "is:open is:snoozed"),
            view("resolved", tr("Resolved"), "is:resolved sort:newest")};
}

Result<QVector<TicketView>> readSavedViews(const SettingStore &settings) {
    const auto stored = settings.value(savedViewsKey());
    RELAYDESK_TRY(stored);
    QVector<TicketView> views;
    for (const QJsonValue &value : QJsonDocument::fromJson(stored->toUtf8()).array()) {
        const QString name = value[nameKey].toString().trimmed();
        const bool isKnown =
            std::any_of(views.cbegin(), views.cend(), [&](const auto &view) { return isNamed(view, name); });
        if (!name.isEmpty() && !isKnown)
            views.append({name, name, value[textKey].toString(), true});
    }
    sortByName(views);
    return views;
}

QString savedViewsKey() { return QStringLiteral("views.saved"); }

QString savedViewsValue(const QVector<TicketView> &views) {
    QJsonArray array;
    for (const TicketView &view : views)
        array.append(QJsonObject{{nameKey, view.name}, {textKey, view.text}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<QVector<TicketView>> withView(QVector<TicketView> saved, const QString &name, const QString &text) {
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return failure(ErrorKind::Invalid, tr("A view needs a name. Nothing was saved. Type one and save again."));
    for (const TicketView &view : standingViews()) {
        if (isNamed(view, clean))
            return failure(ErrorKind::Invalid, tr("There is always a view \u201c%1\u201d. Nothing was saved. Choose "
                                                  "another name.")
                                                   .arg(view.name));
    }
    saved.removeIf([&](const TicketView &view) { return isNamed(view, clean); });
    saved.append({clean, clean, text, true});
    sortByName(saved);
    return saved;
}

} // namespace relaydesk
