// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/heldreply.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace relaydesk {

namespace {

const QString setting = QStringLiteral("held_replies");

QJsonObject lessonToJson(const Proposal &lesson) {
    QJsonArray removals;
    for (const Removal &removal : lesson.removals)
        removals.append(QJsonArray{removal.start, removal.length, removal.kind, removal.replacement});
    return {{QStringLiteral("id"), lesson.id.value},
            {QStringLiteral("kind"), keyOf(lesson.kind)},
            {QStringLiteral("article"), lesson.article.value},
            {QStringLiteral("version_before"), lesson.versionBefore},
            {QStringLiteral("title"), lesson.title},
            {QStringLiteral("question"), lesson.question},
            {QStringLiteral("answer"), lesson.answer},
            {QStringLiteral("original"), lesson.original},
            {QStringLiteral("removals"), removals},
            {QStringLiteral("objection"), lesson.objection},
            {QStringLiteral("agent"), lesson.agent.value},
            {QStringLiteral("at"), lesson.at.toString(Qt::ISODateWithMs)}};
}

Proposal lessonFromJson(const QJsonObject &json, TicketId ticket) {
    Proposal lesson{.id = {json[QLatin1String("id")].toInteger()},
                    .ticket = ticket,
                    .kind = fromKey<LessonKind>(json[QLatin1String("kind")].toString()).value_or(LessonKind()),
                    .article = {json[QLatin1String("article")].toInteger()},
                    .versionBefore = json[QLatin1String("version_before")].toInt(),
                    .title = json[QLatin1String("title")].toString(),
                    .question = json[QLatin1String("question")].toString(),
                    .answer = json[QLatin1String("answer")].toString(),
                    .original = json[QLatin1String("original")].toString(),
                    .objection = json[QLatin1String("objection")].toString(),
                    .agent = {json[QLatin1String("agent")].toInteger()},
                    .at = QDateTime::fromString(json[QLatin1String("at")].toString(), Qt::ISODateWithMs)};
    for (const QJsonValue &value : json[QLatin1String("removals")].toArray()) {
        const QJsonArray part = value.toArray();
        lesson.removals.append({part[0].toInt(), part[1].toInt(), part[2].toString(), part[3].toString()});
    }
    return lesson;
}

QJsonArray filesToJson(const QVector<SentFile> &files) {
    QJsonArray array;
    for (const SentFile &file : files) {
        QJsonObject json = sentFileToJson(file);
        json.insert(QStringLiteral("agent"), file.agent.value);
        array.append(json);
    }
    return array;
}

QVector<SentFile> filesFromJson(const QJsonArray &array) {
    QVector<SentFile> files;
    for (const QJsonValue &file : array)
        files.append(sentFileFromJson(file.toObject(), {file[QLatin1String("agent")].toInteger()}));
    return files;
}

} // namespace

QString filesKey(const QString &draft) { return draft + QStringLiteral(".files"); }

QString filesToSetting(const QVector<SentFile> &files) {
    return files.isEmpty() ? QString()
                           : QString::fromUtf8(QJsonDocument(filesToJson(files)).toJson(QJsonDocument::Compact));
}

QVector<SentFile> filesFromSetting(const QString &setting) {
    return filesFromJson(QJsonDocument::fromJson(setting.toUtf8()).array());
}

QJsonObject heldToJson(const HeldReply &reply) {
    QJsonObject json{{QStringLiteral("number"), reply.number},
                     {QStringLiteral("ticket"), reply.ticket.value},
                     {QStringLiteral("conversation"), reply.conversation.value},
                     {QStringLiteral("agent"), reply.agent.value},
                     {QStringLiteral("text"), reply.text},
                     {QStringLiteral("draft"), reply.draft},
                     {QStringLiteral("resolves"), reply.resolves},
                     {QStringLiteral("teaches"), reply.teaches},
                     {QStringLiteral("files"), filesToJson(reply.files)},
                     {QStringLiteral("due"), reply.due.toString(Qt::ISODateWithMs)}};
    if (reply.edited)
        json.insert(QStringLiteral("edited"), lessonToJson(*reply.edited));
    return json;
}

HeldReply heldFromJson(const QJsonObject &json) {
    HeldReply reply{.number = json[QLatin1String("number")].toInteger(),
                    .ticket = {json[QLatin1String("ticket")].toInteger()},
                    .conversation = {json[QLatin1String("conversation")].toInteger()},
                    .agent = {json[QLatin1String("agent")].toInteger()},
                    .text = json[QLatin1String("text")].toString(),
                    .draft = json[QLatin1String("draft")].toString(),
                    .resolves = json[QLatin1String("resolves")].toBool(),
                    .teaches = json[QLatin1String("teaches")].toBool(true),
                    .files = filesFromJson(json[QLatin1String("files")].toArray()),
                    .due = QDateTime::fromString(json[QLatin1String("due")].toString(), Qt::ISODateWithMs)};
    if (const QJsonValue edited = json[QLatin1String("edited")]; edited.isObject())
        reply.edited = lessonFromJson(edited.toObject(), reply.ticket);
    return reply;
}

Result<QVector<HeldReply>> readHeld(const SettingStore &settings) {
    const auto kept = settings.value(setting);
    RELAYDESK_TRY(kept);
    QVector<HeldReply> replies;
    for (const QJsonValue &value : QJsonDocument::fromJson(kept->toUtf8()).array())
        replies.append(heldFromJson(value.toObject()));
    return replies;
}

Result<void> writeHeld(SettingStore &settings, const QVector<HeldReply> &replies) {
    QJsonArray array;
    for (const HeldReply &reply : replies)
        array.append(heldToJson(reply));
    return settings.setValue(setting, QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

} // namespace relaydesk
