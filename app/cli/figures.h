// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk's figures for commands, from the events of a store.
#pragma once
#include "models/analytics/figuresbetween.h"
#include <QtCore/QTextStream>

namespace relaydesk {

void printFigures(QTextStream &out, const Figures &figures);

} // namespace relaydesk
