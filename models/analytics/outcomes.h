// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which outcomes speak for an answer and which against it.
#pragma once
#include <QtCore/QStringView>
#include <optional>

namespace relaydesk {

//! For: yes, rated_well, audit_good. Against: no, person, repeated, audit_bad. Nothing for one that is not known.
std::optional<bool> speaksFor(QStringView outcome);

} // namespace relaydesk
