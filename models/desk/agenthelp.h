// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a model is given to help the agent who takes over, and what of its help may be shown.
#pragma once
#include "models/desk/answerchecks.h"
#include "models/domain/conversation.h"

namespace relaydesk {

//! As a model may read it: redacted, without orders to a machine, without what the desk said after the last question.
struct HelpMaterial {
    QString conversation; //!< lines as "Customer: …"
    AskedFor asked;       //!< its question: all that the customer said; its articles: those given to write from
};

//! `messages`: the episode's, oldest first. `asked` brings articles, closeness and rules.
HelpMaterial helpMaterial(const QVector<Message> &messages, AskedFor asked);

//! A written summary, its lines as they are and private data put back; `findings` say why it may not be shown.
struct CheckedSummary {
    QString summary;
    QStringList findings;
};
CheckedSummary checkedSummary(const QString &written, const HelpMaterial &material);

} // namespace relaydesk
