// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/retrypolicy.h"
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int firstWaitMs = 400;

} // namespace

bool wasNotProcessed(const ModelTrouble &trouble) {
    switch (trouble.what) {
    case Trouble::Refused:
    case Trouble::HostNotFound:
    case Trouble::ConnectDeadline:
        return true;
    case Trouble::Status:
        return trouble.status == 429 || trouble.status == 503;
    default:
        return false;
    }
}

bool isServerTrouble(const ModelTrouble &trouble) {
    switch (trouble.what) {
    case Trouble::ConnectDeadline:
    case Trouble::FirstTokenDeadline:
    case Trouble::WholeDeadline:
    case Trouble::UnfinishedAtDeadline:
    case Trouble::Refused:
    case Trouble::HostNotFound:
    case Trouble::NotSecure:
    case Trouble::Proxy:
    case Trouble::Unreachable:
    case Trouble::ClosedEarly:
    case Trouble::Cut:
    case Trouble::StreamError:
    case Trouble::WebPage:
        return true;
    case Trouble::Status:
        return trouble.status >= 500 || trouble.status == 429;
    default:
        return false;
    }
}

std::optional<int> waitBeforeRetry(const ModelTrouble &trouble, const ModelSettings &settings, int tries,
                                   qint64 elapsedMs, double chance) {
    if (!wasNotProcessed(trouble) || tries < 1 || tries >= settings.mostTries)
        return std::nullopt;
    const double spread = 0.5 + std::clamp(chance, 0.0, 1.0);
    const qint64 wait = trouble.waitSeconds > 0 ? trouble.waitSeconds * 1000LL
                                                : qint64(firstWaitMs * (1 << std::min(tries - 1, 10)) * spread);
    // An answer must have the time it may take to begin.
    if (elapsedMs + wait + std::min(settings.firstTokenMs, settings.wholeMs / 2) > settings.wholeMs)
        return std::nullopt;
    return int(wait);
}

} // namespace relaydesk
