// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Topics that a person answers, whatever the assistant knows: rules of words the desk can change.
#pragma once
#include <QtCore/QStringList>
#include <optional>

namespace relaydesk {

//! One line of the rules: "legal: lawyer, sue you, court order". A `*` at the end of a word stands for any ending.
struct SensitiveTopic {
    QString name;
    QStringList words;
    friend bool operator==(const SensitiveTopic &, const SensitiveTopic &) = default;
};

//! The rules shipped: legal, privacy, payment dispute, self-harm, threat, health, bereavement, press. As text, for the
//! settings.
QString defaultSensitiveTopics();
//! Lines that are empty, begin with # or have no colon say nothing.
QVector<SensitiveTopic> sensitiveTopics(const QString &rules);
//! The name of the first topic that `message` touches; `rules` empty: those shipped.
std::optional<QString> sensitiveTopicOf(const QString &message, const QString &rules = {});

} // namespace relaydesk
