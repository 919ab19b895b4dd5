// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The real pane of a ticket on a real desk, for tests of what stands in it.
#pragma once
#include "models/domain/reader.h"
#include "tests/support/deskroom.h"
#include "tests/support/nosearch.h"
#include "ui/care/ticketactions.h"
#include "ui/desk/ticketpane.h"
#include "ui/theme/theme.h"
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>

namespace relaydesk {

//! Anna's, on the ticket of a customer who said `question` and then asked for a person.
struct PaneStage {
    explicit PaneStage(QStringView question, bool hasModel) : room(hasModel) {
        static_cast<void>(room.say(question));
        static_cast<void>(room.desk->askForPerson(room.conversation));
        actions.setAgent(*room.stores().people.agent(room.anna));
        pane.setAgent(actions.agent());
        pane.resize(900, 700);
        pane.QWidget::show();
        pane.activateWindow();
    }

    template <typename Widget>
    Widget *find(const char *name) const {
        return pane.findChild<Widget *>(QLatin1String(name));
    }
    bool click(const char *name) const {
        auto *button = find<QAbstractButton>(name);
        if (!button || !button->isEnabled() || !button->isVisible())
            return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }

    DeskRoom room;
    NoSearch search;
    Reader reader{room.stores(), search};
    Theme theme{*qApp};
    TicketActions actions{theme, Remote<Desk>(*room.desk), {Remote<Reader>(reader), Remote<Reader>(reader)}};
    TicketPane pane{theme, Remote<Desk>(*room.desk), Remote<Reader>(reader), actions};
};

} // namespace relaydesk
