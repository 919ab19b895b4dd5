// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A conversation of more messages than are read at once: both panes read on towards its beginning.
#include "models/domain/reader.h"
#include "models/items/deskreading.h"
#include "tests/support/deskroom.h"
#include "tests/support/nosearch.h"
#include "ui/desk/customerpane.h"
#include "ui/desk/ticketwords.h"
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

namespace relaydesk {

class LongTalkTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void shouldReadOnWhereTheCustomerScrollsTo();
    void shouldShowTheSummaryAlsoWhereTheHandOffIsFarBack();

  private:
    std::unique_ptr<DeskRoom> m_room;
};

void LongTalkTest::init() {
    m_room = std::make_unique<DeskRoom>(false);
    QVERIFY(m_room->say(DeskRoom::unknown));
    QVERIFY(m_room->desk->askForPerson(m_room->conversation));
    for (int i = 0; i < 250; ++i)
        QVERIFY(m_room->say(u"And one more thing, number %1"_qs.arg(i)));
}

void LongTalkTest::shouldReadOnWhereTheCustomerScrollsTo() {
    const NoSearch search;
    Reader reader(m_room->stores(), search);
    Theme theme(*qApp);
    CustomerPane pane(theme, Remote<Desk>(*m_room->desk), Remote<Reader>(reader));
    pane.resize(360, 600);
    pane.QWidget::show();
    pane.show(m_room->conversation);
    auto *view = pane.findChild<QAbstractItemView *>(u"customerTranscript"_qs);
    QTRY_COMPARE(view->model()->rowCount(), 200);
    QScrollBar *bar = view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    bar->setValue(bar->minimum());
    QTRY_VERIFY(view->model()->rowCount() > 250);
    QCOMPARE(view->model()->index(0, 0).data().toString(), DeskRoom::unknown);
}

void LongTalkTest::shouldShowTheSummaryAlsoWhereTheHandOffIsFarBack() {
    const auto details = readTicket(m_room->stores(), m_room->ticket().id);
    QVERIFY(details && details->hasEarlier && !details->ticket.summary.isEmpty());
    const QVector<MessageRow> rows = withSummary(*details);
    QCOMPARE(rows.size(), details->messages.size() + 1);
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const MessageRow &row) { return row.isNote; }));
    QVERIFY(rows.first().id.isValid()); // from it on the earlier ones are read
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::LongTalkTest)
#include "longtalk_test.moc"
