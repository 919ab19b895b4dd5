// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! In which language an agent's words are checked where the customer's cannot be told.
#include "tests/ui/desk/panestage.h"
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QLabel>

namespace relaydesk {

class TicketLanguageTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldNameALanguageWhereTheSystemHasNone() {
        const QTemporaryDir none;
        qputenv("RELAYDESK_DICTIONARIES", QFile::encodeName(none.path()));
        QCOMPARE(QLocale::system().language(), QLocale::C);
        PaneStage stage(u"2", false);
        stage.pane.open(stage.room.ticket().id);
        const auto *remark = stage.find<QLabel>("spellingRemark");
        QTRY_VERIFY(!remark->text().isEmpty());
        QVERIFY2(remark->text().contains(u"for English"_qs), qPrintable(remark->text()));
    }
};

} // namespace relaydesk

int main(int argc, char *argv[]) {
    qputenv("LC_ALL", "C");
    const QApplication application(argc, argv);
    relaydesk::TicketLanguageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ticketlanguage_test.moc"
