// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! How the language model is doing, and what left the machine today: for a status bar.
#pragma once
#include "models/domain/names.h"
#include "models/domain/requestlog.h"

namespace relaydesk {

enum class ModelState { Ready, Slow, Resting, Offline };

template <>
struct Names<ModelState> {
    static constexpr std::array<Name<ModelState>, 4> all{{{ModelState::Ready, "ready"},
                                                          {ModelState::Slow, "slow"},
                                                          {ModelState::Resting, "resting"},
                                                          {ModelState::Offline, "offline"}}};
};

struct ModelStatus {
    ModelState state = ModelState::Ready;
    QString sentence;    //!< why it is not ready; empty when it is
    RequestTotals today; //!< since midnight, local time
    int underWay = 0;    //!< questions asked or waiting at this moment
    friend bool operator==(const ModelStatus &, const ModelStatus &) = default;
};

} // namespace relaydesk
