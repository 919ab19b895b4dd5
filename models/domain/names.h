// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Enumerations as the words that stand in the database, in JSON and in the API: one table for each.
#pragma once
#include <QtCore/QString>
#include <array>
#include <optional>
#include <utility>

namespace relaydesk {

template <typename Enum>
struct Name {
    Enum value;
    const char *key;
};

//! Specialised beside each enumeration with a constexpr array `all` of Name<Enum>.
template <typename Enum>
struct Names;

template <typename Enum>
QString keyOf(Enum value) {
    for (const auto &name : Names<Enum>::all) {
        if (name.value == value)
            return QString::fromLatin1(name.key);
    }
    return {};
}

template <typename Enum>
std::optional<Enum> fromKey(QStringView key) {
    for (const auto &name : Names<Enum>::all) {
        if (key == QLatin1String(name.key))
            return name.value;
    }
    return std::nullopt;
}

} // namespace relaydesk
