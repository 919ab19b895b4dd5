// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The API described for programs (OpenAPI 3.1), made from the route table, and as a plain page for people.
#pragma once
#include "app/api/route.h"

namespace relaydesk {

QJsonObject openApi(const QVector<Route> &routes);

//! GET /openapi.json and GET /docs, which describe `others` and themselves.
QVector<Route> descriptionRoutes(const QVector<Route> &others);

} // namespace relaydesk
