// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Files that a customer sends, and their way back.
#include "app/api/apijson.h"
#include "app/api/apiplace.h"
#include "app/api/multipart.h"
#include "app/api/picture.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QUrl>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

constexpr int mostFiles = 100; // of one conversation

struct Received {
    QString name;
    QByteArray bytes;
};

Handled<Received> received(const ApiRequest &request) {
    const QByteArray type = request.header("Content-Type");
    if (type.left(19).compare("multipart/form-data", Qt::CaseInsensitive) != 0)
        return Received{QString::fromUtf8(QByteArray::fromPercentEncoding(request.header("X-File-Name"))),
                        request.body};
    const auto parts = readMultipart(type, request.body);
    if (!parts)
        return refuse(400, parts.error().sentence);
    const auto file =
        std::find_if(parts->begin(), parts->end(), [](const FormPart &part) { return !part.fileName.isNull(); });
    if (file == parts->end())
        return refuse(422, tr("The form holds no file. Nothing was sent."), QStringLiteral("file"));
    return Received{file->fileName, file->content};
}

//! What was sent, and the message that told of it: named in the event, in older ones the next that was said.
struct Sent {
    QJsonObject data;
    qint64 message = 0;
};

Result<QVector<Sent>> filesOf(const ApiPlace &place, ConversationId conversation) {
    const auto events = place.stores().events.events(
        {.kinds = {EventKind::Uploaded, EventKind::Message}, .conversation = conversation, .from = {}, .to = {}});
    RELAYDESK_TRY(events);
    QVector<Sent> files;
    for (const Event &event : *events) {
        if (event.kind == EventKind::Uploaded)
            files.append({event.data, event.data.value(QStringLiteral("message")).toInteger()});
        else if (!files.isEmpty() && files.last().message == 0)
            files.last().message = event.data.value(QStringLiteral("message")).toInteger();
    }
    return files;
}

QJsonObject uploadJson(const Conversation &conversation, const Sent &sent) {
    const QString digest = sent.data.value(QStringLiteral("upload")).toString();
    return {{QStringLiteral("id"), digest},
            {QStringLiteral("message"), sent.message},
            {QStringLiteral("name"), sent.data.value(QStringLiteral("name"))},
            {QStringLiteral("type"), sent.data.value(QStringLiteral("type"))},
            {QStringLiteral("size"), sent.data.value(QStringLiteral("size"))},
            {QStringLiteral("url"),
             QStringLiteral("/api/v1/conversations/%1/uploads/%2").arg(conversation.session, digest)}};
}

Handled<ApiAnswer> upload(ApiPlace &place, ApiCall &call) {
    const auto file = received(call.request);
    RELAYDESK_CALL(file);
    const auto before = filesOf(place, call.conversation->id);
    RELAYDESK_CALL(before);
    if (before->size() >= mostFiles)
        return refuse(409, tr("This conversation has %1 files already. Nothing was sent.").arg(mostFiles));
    const auto sent = place.uploads.keep(file->name, file->bytes);
    if (!sent && sent.error().kind == ErrorKind::Invalid)
        return refuse(file->bytes.isEmpty() ? 422 : 415, sent.error().sentence, QStringLiteral("file"));
    RELAYDESK_CALL(sent);
    RELAYDESK_CALL(place.desk.attach(call.conversation->id, *sent));
    const auto after = filesOf(place, call.conversation->id);
    RELAYDESK_CALL(after);
    return jsonAnswer(uploadJson(*call.conversation, after->last()), 201);
}

Handled<ApiAnswer> list(ApiPlace &place, ApiCall &call) {
    const auto files = filesOf(place, call.conversation->id);
    RELAYDESK_CALL(files);
    QJsonArray array;
    for (const Sent &sent : *files)
        array.append(uploadJson(*call.conversation, sent));
    return jsonAnswer({{QStringLiteral("uploads"), array}});
}

//! Pictures are drawn anew where they are to be seen (?view=1); everything else, and the original, is a download.
Handled<ApiAnswer> download(ApiPlace &place, ApiCall &call) {
    const auto files = filesOf(place, call.conversation->id);
    RELAYDESK_CALL(files);
    const QString digest = call.path.value(QStringLiteral("upload"));
    const auto sent = std::find_if(files->begin(), files->end(), [&](const Sent &one) {
        return one.data.value(QStringLiteral("upload")).toString() == digest;
    });
    if (sent == files->end())
        return refuse(404, tr("There is no such file in this conversation."), QStringLiteral("upload"));
    const auto bytes = place.uploads.get(digest);
    RELAYDESK_CALL(bytes);
    const QString type = sent->data.value(QStringLiteral("type")).toString();
    if (call.request.query(QStringLiteral("view")) == QLatin1String("1") && type.startsWith(QLatin1String("image/"))) {
        const QByteArray drawn = drawnAnew(*bytes);
        if (drawn.isEmpty())
            return refuse(422, tr("This picture cannot be shown. It can be downloaded."), QStringLiteral("view"));
        return ApiAnswer{{200, "image/png", drawn, {}}};
    }
    const QByteArray name = QUrl::toPercentEncoding(sent->data.value(QStringLiteral("name")).toString());
    return ApiAnswer{
        {200, "application/octet-stream", *bytes, {{"Content-Disposition", "attachment; filename*=UTF-8''" + name}}}};
}

} // namespace

QVector<Route> uploadRoutes(ApiPlace &place) {
    const QString all = QStringLiteral("/api/v1/conversations/{sessionId}/uploads");
    return {
        {.method = "POST",
         .path = all,
         .summary = tr("A file of at most 10 MB: form field \"file\", or the bytes alone with X-File-Name."),
         .access = Access::Customer,
         .contentTypes = {"multipart/form-data", "*/*"},
         .success = 201,
         .gives = QStringLiteral("Upload"),
         .creates = true,
         .writes = true,
         .handler = [&place](ApiCall &call) { return upload(place, call); }},
        {.method = "GET",
         .path = all,
         .summary = tr("The files of the conversation."),
         .access = Access::Customer,
         .gives = QStringLiteral("Uploads"),
         .handler = [&place](ApiCall &call) { return list(place, call); }},
        {.method = "GET",
         .path = all + QStringLiteral("/{upload}"),
         .summary = tr("Downloads a file."),
         .access = Access::Customer,
         .query = {{QStringLiteral("view"), QStringLiteral("string"), tr("1: a picture, drawn anew.")}},
         .type = "application/octet-stream",
         .handler = [&place](ApiCall &call) { return download(place, call); }},
    };
}

} // namespace relaydesk
