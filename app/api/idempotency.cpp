// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/idempotency.h"
#include "app/api/turnanswer.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

constexpr int longestKey = 200;

//! Whose key it is: two customers may choose the same.
QString scopeOf(const ApiCall &call) {
    if (call.key)
        return QStringLiteral("key %1").arg(call.key->id.value);
    if (call.conversation)
        return call.conversation->session;
    return call.body.value(QStringLiteral("sessionId")).toString();
}

QByteArray digestOf(const ApiRequest &request) {
    return QCryptographicHash::hash(request.method + ' ' + request.target + '\n' + request.body,
                                    QCryptographicHash::Sha256);
}

ApiHeaders headersFrom(const QByteArray &lines) {
    ApiHeaders headers;
    for (const QByteArray &line : lines.split('\n')) {
        if (const qsizetype colon = line.indexOf(": "); colon > 0)
            headers.emplaceBack(line.left(colon), line.mid(colon + 2));
    }
    return headers;
}

QByteArray linesOf(const ApiHeaders &headers) {
    QByteArray lines;
    for (const auto &[name, value] : headers)
        lines += name + ": " + value + '\n';
    return lines;
}

//! The turn was under way when the call was made before; it may be over now.
Handled<std::optional<ApiAnswer>> turnBefore(ApiPlace &place, const ApiCall &call, const KeptAnswer &kept) {
    const auto found = conversationOf(place.stores(), kept.scope, QStringLiteral("sessionId"));
    if (!found)
        return tl::unexpected<Problem>(found.error());
    const bool explain = call.request.query(QStringLiteral("explain")) == QLatin1String("1");
    const TurnWait wait{found->id, MessageId{kept.message}, explain, kept.scope, kept.key};
    if (found->answering)
        return std::optional<ApiAnswer>(ApiAnswer{{}, wait});
    const auto answer = turnAnswer(place.stores(), found->id, wait.message, explain);
    RELAYDESK_CALL(answer);
    return std::optional<ApiAnswer>(jsonAnswer(*answer));
}

} // namespace

Handled<std::optional<ApiAnswer>> keptAnswer(ApiPlace &place, ApiCall &call) {
    const QString key = QString::fromUtf8(call.request.header("Idempotency-Key")).trimmed();
    if (key.isEmpty())
        return std::optional<ApiAnswer>{};
    if (key.size() > longestKey)
        return refuse(400, tr("An Idempotency-Key has at most %1 characters.").arg(longestKey),
                      QStringLiteral("Idempotency-Key"));
    const auto kept = place.access.kept(scopeOf(call), key);
    RELAYDESK_CALL(kept);
    if (!*kept) {
        call.keptAs = key;
        return std::optional<ApiAnswer>{};
    }
    if ((*kept)->digest != digestOf(call.request))
        return refuse(422, tr("This Idempotency-Key was used for another call. Nothing was changed."),
                      QStringLiteral("Idempotency-Key"));
    if ((*kept)->status == 0)
        return turnBefore(place, call, **kept);
    ApiHeaders headers = headersFrom((*kept)->headers);
    ApiResponse response{(*kept)->status, "application/json", (*kept)->body, headers};
    response.headers.emplaceBack("Idempotency-Replayed", "true");
    return std::optional<ApiAnswer>(ApiAnswer{response});
}

Result<void> keepAnswer(ApiPlace &place, const ApiCall &call, const ApiAnswer &answer) {
    return place.access.keep({.scope = scopeOf(call),
                              .key = call.keptAs,
                              .digest = digestOf(call.request),
                              .status = answer.wait ? 0 : answer.response.status,
                              .message = answer.wait ? answer.wait->message.value : 0,
                              .headers = linesOf(answer.response.headers),
                              .body = answer.response.body,
                              .at = place.desk.now()});
}

Result<void> keepTurn(ApiPlace &place, const TurnWait &wait, const ApiResponse &response) {
    auto kept = place.access.kept(wait.keptScope, wait.keptKey);
    RELAYDESK_TRY(kept);
    if (!*kept)
        return {};
    (*kept)->status = response.status;
    (*kept)->body = response.body;
    return place.access.keep(**kept);
}

} // namespace relaydesk
