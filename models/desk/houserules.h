// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How the assistant is to write, as the desk has set it: tone, house rules, languages, length.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

struct AssistantRules {
    QString tone;             //!< as "friendly and brief"; empty: the model's own
    QStringList houseRules;   //!< as "never promise a refund"
    QStringList languages;    //!< codes as "en"; empty: whatever the customer writes in; else the first is the fallback
    QString sensitiveTopics;  //!< rules as sensitivetopics.h reads them; empty: those shipped
    int maxTokens = 400;      //!< of an answer, 16 to 4000
    double temperature = 0.2; //!< 0 to 2
    int mostCharacters = 6000; //!< of articles and question in a prompt
    friend bool operator==(const AssistantRules &, const AssistantRules &) = default;
};

//! Kept in the database under assistant.tone, assistant.rules (one a line), assistant.languages (with commas),
//! assistant.sensitive, assistant.tokens, assistant.temperature and assistant.context. What cannot be read is the
//! default.
Result<AssistantRules> readAssistantRules(const SettingStore &store);

} // namespace relaydesk
