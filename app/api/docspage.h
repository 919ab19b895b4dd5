// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The API described for people: a plain page with every call, and every field that is sent or answered.
#pragma once
#include "app/api/route.h"

namespace relaydesk {

//! A whole HTML page.
QByteArray docsPage(const QVector<Route> &routes);

} // namespace relaydesk
