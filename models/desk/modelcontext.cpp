// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/modelcontext.h"
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int instructions = 300; // tokens
constexpr qint64 charactersOfToken = 3;

} // namespace

Result<int> readModelContext(const SettingStore &store) {
    const auto stored = store.value(QLatin1String(modelContextSetting));
    RELAYDESK_TRY(stored);
    bool isNumber = false;
    const int context = stored->toInt(&isNumber);
    return isNumber && context >= leastModelContext && context <= mostModelContext ? context : usualModelContext;
}

int charactersFor(int context, const AssistantRules &rules) {
    const qint64 own = rules.tone.size() + rules.houseRules.join(u' ').size();
    const qint64 left = charactersOfToken * (context - rules.maxTokens - instructions) - own;
    return int(std::clamp<qint64>(left, 500, 24'000));
}

} // namespace relaydesk
