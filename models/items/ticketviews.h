// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Views: queries with a name. Some are always there, others an agent has saved.
#pragma once
#include "models/domain/search.h"
#include "models/domain/stores.h"

namespace relaydesk {

struct TicketView {
    QString key;  //!< "mine", "open" … or, of a saved one, its name
    QString name; //!< for people
    QString text; //!< as in the search field (models/items/ticketquerytext.h)
    bool isSaved = false;
    friend bool operator==(const TicketView &, const TicketView &) = default;
};

//! Mine, unassigned, all open, waiting, snoozed, resolved.
QVector<TicketView> standingViews();
//! The saved ones, in the order of their names. What stands in the setting and makes no sense is left out.
Result<QVector<TicketView>> readSavedViews(const SettingStore &settings);
//! Key and value for Desk::setSetting(): the saved views from now on.
QString savedViewsKey();
QString savedViewsValue(const QVector<TicketView> &views);
//! With one more (or one of the same name replaced). A name that is empty or that of a standing view is Invalid.
Result<QVector<TicketView>> withView(QVector<TicketView> saved, const QString &name, const QString &text);

} // namespace relaydesk
