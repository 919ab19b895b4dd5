// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/querykeys.h"
#include "models/domain/search.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

QStringList fixedValues(QueryKey key) {
    switch (key) {
    case QueryKey::Is:
        return keysOf<QueryIs>();
    case QueryKey::Reason:
        return keysOf<HandoffCategory>();
    case QueryKey::Priority:
        return keysOf<Priority>();
    case QueryKey::Sort:
        return keysOf<TicketSort>();
    case QueryKey::Agent:
        return {QStringLiteral("me"), QStringLiteral("none")};
    case QueryKey::Before:
    case QueryKey::After:
    case QueryKey::On:
        return {QStringLiteral("today"), QStringLiteral("yesterday"), QStringLiteral("7d"), QStringLiteral("4w")};
    case QueryKey::Confidence:
        return {QStringLiteral("<0.5"), QStringLiteral(">0.8"), QStringLiteral("0.3..0.6")};
    case QueryKey::From:
    case QueryKey::Tag:
        return {};
    }
    return {};
}

QString keyHint(QueryKey key) {
    const auto words = [](const char *text) { return QCoreApplication::translate("TicketQuery", text); };
    switch (key) {
    case QueryKey::From:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "Name or e-mail address of the customer"));
    case QueryKey::Agent:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "Who has it"));
    case QueryKey::Is:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "How it stands"));
    case QueryKey::Reason:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "Why it was handed over"));
    case QueryKey::Tag:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "Tagged so"));
    case QueryKey::Priority:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "How urgent it is"));
    case QueryKey::Before:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "Opened before that day"));
    case QueryKey::After:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "Opened on that day or later"));
    case QueryKey::On:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "Opened on that day"));
    case QueryKey::Confidence:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "How sure the assistant was"));
    case QueryKey::Sort:
        return words(QT_TRANSLATE_NOOP("TicketQuery", "What stands first"));
    }
    return {};
}

} // namespace relaydesk
