// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/apiplace.h"
#include "app/api/apijson.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {
QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }
} // namespace

ApiAnswer jsonAnswer(const QJsonObject &object, int status, const ApiHeaders &headers) {
    return {{status, "application/json", compact(object), headers}};
}

ApiAnswer aside(const ApiPlace &place, const std::function<ApiResponse(const Stores &stores)> &read) {
    return place.aside ? ApiAnswer{.response = {}, .aside = read} : ApiAnswer{read(place.stores())};
}

Handled<Conversation> conversationOf(const Stores &stores, const QString &session, const QString &field) {
    if (!session.isEmpty()) {
        const auto found =
            stores.conversations.conversations({.owner = {}, .answering = {}, .session = session, .most = 1});
        RELAYDESK_CALL(found);
        if (!found->isEmpty())
            return found->first();
    }
    return refuse(404, tr("There is no such session. Get one with GET /api/session."), field);
}

Handled<PageWanted> pageWanted(const ApiRequest &request, int most) {
    PageWanted wanted;
    wanted.limit = std::min(wanted.limit, most);
    bool isNumber = true;
    if (const QString limit = request.query(QStringLiteral("limit")); !limit.isNull())
        wanted.limit = limit.toInt(&isNumber);
    if (!isNumber || wanted.limit < 1 || wanted.limit > most)
        return refuse(400, tr("limit must be a number from 1 to %1.").arg(most), QStringLiteral("limit"));
    if (const QString after = request.query(QStringLiteral("after")); !after.isNull())
        wanted.after = after.toLongLong(&isNumber);
    if (!isNumber || wanted.after < 0)
        return refuse(400, tr("after must be the number that \"next\" named."), QStringLiteral("after"));
    return wanted;
}

Handled<qint64> lastSeen(const ApiRequest &request, qint64 otherwise) {
    const QByteArray header = request.header("Last-Event-ID");
    const QString text = header.isEmpty() ? request.query(QStringLiteral("after")) : QString::fromLatin1(header);
    bool isNumber = true;
    const qint64 number = text.isEmpty() ? otherwise : text.toLongLong(&isNumber);
    if (!isNumber || (number < 0 && !text.isEmpty()))
        return refuse(400, tr("Last-Event-ID and after must be the number of an event."),
                      header.isEmpty() ? QStringLiteral("after") : QStringLiteral("Last-Event-ID"));
    return number;
}

} // namespace relaydesk
