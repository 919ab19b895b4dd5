// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! "Did you mean …?" in the terminal: picked by number or declined in `chat`, and never asked by `ask`, which nobody
//! stays for.
#include "tests/support/program.h"
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace relaydesk;

class ChatChoicesTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        m_program = std::make_unique<Program>();
        m_program->write(u"k.csv"_qs, "title,question,answer,tags\n"
                                      "Where is my parcel?,where is it,Open **Orders** and choose *Track*.,delivery\n"
                                      "Where is my invoice?,where is it,Open **Billing** and choose *PDF*.,billing\n");
        QCOMPARE(m_program->run({u"import"_qs, m_program->path(u"k.csv"_qs)}).exitCode, 0);
    }

    void shouldGiveTheAnswerThatIsPicked_data() {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("asksWhetherSolved");
        QTest::newRow("by number") << QByteArray("2") << u"Open **Billing**"_qs << true;
        QTest::newRow("by title") << QByteArray("Where is my parcel?") << u"Open **Orders**"_qs << true;
        QTest::newRow("none") << QByteArray("none") << u"a person answers here"_qs << false;
        QTest::newRow("no such number") << QByteArray("7") << u"a person answers here"_qs << false;
    }
    void shouldGiveTheAnswerThatIsPicked() {
        QFETCH(QByteArray, reply);
        QFETCH(QString, answer);
        QFETCH(bool, asksWhetherSolved);
        const Ran chat = m_program->run({u"chat"_qs}, "where is it\n" + reply + "\n");
        QCOMPARE(chat.exitCode, 0);
        const QString asked = chat.out.section(u"Which one?"_qs, 0, 0);
        QVERIFY2(asked.contains(u"1. Where is my"_qs) && asked.contains(u"2. Where is my invoice?"_qs),
                 qPrintable(chat.out));
        const QString after = chat.out.section(u"Which one?"_qs, 1);
        QVERIFY2(after.simplified().contains(answer), qPrintable(chat.out));
        QCOMPARE(after.contains(u"Did that solve it?"_qs), asksWhetherSolved);
    }

    void shouldNotAskBackWhereNobodyStays() {
        const QJsonObject asked = m_program->run({u"ask"_qs, u"where is it"_qs, u"--json"_qs}).json();
        QVERIFY(asked.contains(u"choices"_qs));
        QCOMPARE(asked.value(u"choices"_qs).toArray(), QJsonArray());
        QCOMPARE(asked.value(u"decision"_qs).toString(), u"handed_over"_qs);
        QCOMPARE(asked.value(u"reason"_qs).toString(), u"ambiguous"_qs);
    }

  private:
    std::unique_ptr<Program> m_program;
};

QTEST_GUILESS_MAIN(ChatChoicesTest)
#include "chatchoices_test.moc"
