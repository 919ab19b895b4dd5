// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The keys of the search field's language and the words their values may be: one table for reading and completing.
#pragma once
#include "models/domain/names.h"
#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace relaydesk {

enum class QueryKey { From, Agent, Is, Reason, Tag, Priority, Before, After, On, Confidence, Sort };

template <>
struct Names<QueryKey> {
    static constexpr std::array<Name<QueryKey>, 11> all{{{QueryKey::From, "from"},
                                                         {QueryKey::Is, "is"},
                                                         {QueryKey::Tag, "tag"},
                                                         {QueryKey::Priority, "priority"},
                                                         {QueryKey::Agent, "agent"},
                                                         {QueryKey::Reason, "reason"},
                                                         {QueryKey::Confidence, "conf"},
                                                         {QueryKey::After, "after"},
                                                         {QueryKey::Before, "before"},
                                                         {QueryKey::On, "on"},
                                                         {QueryKey::Sort, "sort"}}};
};

enum class QueryIs { Open, Waiting, Claimed, Resolved, Returned, Mine, Unassigned, Snoozed, Awake, Merged };

template <>
struct Names<QueryIs> {
    static constexpr std::array<Name<QueryIs>, 10> all{{{QueryIs::Open, "open"},
                                                        {QueryIs::Waiting, "waiting"},
                                                        {QueryIs::Claimed, "claimed"},
                                                        {QueryIs::Resolved, "resolved"},
                                                        {QueryIs::Returned, "returned"},
                                                        {QueryIs::Mine, "mine"},
                                                        {QueryIs::Unassigned, "unassigned"},
                                                        {QueryIs::Snoozed, "snoozed"},
                                                        {QueryIs::Awake, "awake"},
                                                        {QueryIs::Merged, "merged"}}};
};

template <typename Enum>
QStringList keysOf() {
    QStringList keys;
    for (const auto &name : Names<Enum>::all)
        keys.append(QString::fromLatin1(name.key));
    return keys;
}

//! As people write it: in any case, with blanks or hyphens instead of underscores.
template <typename Enum>
std::optional<Enum> fromTypedKey(const QString &typed) {
    QString key = typed.toLower();
    key.replace(QLatin1Char('-'), QLatin1Char('_')).replace(QLatin1Char(' '), QLatin1Char('_'));
    return fromKey<Enum>(key);
}

//! What may stand behind the key, where that does not depend on what is in the database.
QStringList fixedValues(QueryKey key);
//! "Tickets of this customer", for the list of completions.
QString keyHint(QueryKey key);

} // namespace relaydesk
