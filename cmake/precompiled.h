// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What nearly every source file reads anyway, compiled once.
#pragma once
#include <QtCore/QDateTime>
#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QVector>
#include <functional>
#include <memory>
#include <optional>
#include <tl/expected.hpp>
