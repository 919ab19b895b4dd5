// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/api/apimessage.h"
#include <QtCore/QUrlQuery>
#include <array>

namespace relaydesk {

namespace {

QByteArray first(const ApiHeaders &headers, const char *name) {
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

struct Phrase {
    int status;
    const char *words;
};

constexpr std::array phrases{
    Phrase{200, "OK"},
    Phrase{201, "Created"},
    Phrase{202, "Accepted"},
    Phrase{204, "No Content"},
    Phrase{304, "Not Modified"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{406, "Not Acceptable"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{412, "Precondition Failed"},
    Phrase{413, "Content Too Large"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{422, "Unprocessable Content"},
    Phrase{428, "Precondition Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{502, "Bad Gateway"},
    Phrase{503, "Service Unavailable"},
    Phrase{507, "Insufficient Storage"},
};

QUrlQuery queryOf(const QByteArray &target) {
    const qsizetype mark = target.indexOf('?');
    QByteArray text = mark < 0 ? QByteArray() : target.mid(mark + 1);
    text.replace('+', "%20");
    return QUrlQuery(QString::fromUtf8(text));
}

} // namespace

QByteArray ApiRequest::header(const char *name) const { return first(headers, name); }

QByteArray ApiResponse::header(const char *name) const { return first(headers, name); }

QString ApiRequest::query(const QString &name) const {
    const QUrlQuery query = queryOf(target);
    return query.hasQueryItem(name) ? query.queryItemValue(name, QUrl::FullyDecoded) : QString();
}

QStringList ApiRequest::queryNames() const {
    QStringList names;
    for (const auto &item : queryOf(target).queryItems(QUrl::FullyDecoded))
        names.append(item.first);
    return names;
}

QByteArray phraseOf(int status) {
    for (const Phrase &phrase : phrases) {
        if (phrase.status == status)
            return phrase.words;
    }
    return "Status";
}

} // namespace relaydesk
