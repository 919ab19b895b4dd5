// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A reply that was sent and can still be taken back.
#pragma once
#include "models/domain/proposal.h"
#include "models/domain/sentfile.h"
#include "models/domain/stores.h"
#include <QtCore/QJsonObject>

namespace relaydesk {

struct HeldReply {
    qint64 number = 0; //!< given when it is held; never used again
    TicketId ticket;
    ConversationId conversation;
    AgentId agent;
    QString text;  //!< may be empty where it only resolves
    QString draft; //!< the setting that keeps what is typed for this ticket
    bool resolves = false;
    bool teaches = true;            //!< with `resolves`: what was answered is learned
    std::optional<Proposal> edited; //!< the lesson as the agent changed it
    QVector<SentFile> files = {};   //!< that go with the text
    QDateTime due;                  //!< then the customer gets it
    friend bool operator==(const HeldReply &, const HeldReply &) = default;
};

//! The setting that keeps what is attached to the draft in the setting `draft`.
QString filesKey(const QString &draft);
QString filesToSetting(const QVector<SentFile> &files); //!< empty without any
QVector<SentFile> filesFromSetting(const QString &setting);

QJsonObject heldToJson(const HeldReply &reply);
HeldReply heldFromJson(const QJsonObject &json);

//! Those that wait, the oldest first.
Result<QVector<HeldReply>> readHeld(const SettingStore &settings);
Result<void> writeHeld(SettingStore &settings, const QVector<HeldReply> &replies);

} // namespace relaydesk
