// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That tone, house rules, languages and topics are kept as the desk reads them, and the list of requests shows texts.
#include "models/desk/sensitivetopics.h"
#include "ui/settings/assistantcard.h"
#include "ui/settings/requestlist.h"
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableWidget>

namespace relaydesk {

class AssistantCardTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldShowWhatIsInForceWithoutSettingAnything();
    void shouldPassOnWhatIsWritten();
    void shouldSwitchOffTheHelpWithTickets();
    void shouldKeepShippedTopicsAsNone();
    void shouldShowTheTextOfARequest();
};

void AssistantCardTest::shouldShowWhatIsInForceWithoutSettingAnything() {
    Theme theme(*qApp);
    AssistantCard card(theme);
    card.show();
    QSignalSpy chosen(&card, &AssistantCard::settingChosen);
    card.showRules({.tone = u"warm"_qs,
                    .houseRules = {u"never promise a refund"_qs, u"be brief"_qs},
                    .languages = {u"de"_qs, u"en"_qs},
                    .maxTokens = 250});
    QCOMPARE(card.findChild<QLineEdit *>(u"assistantTone"_qs)->text(), u"warm"_qs);
    QCOMPARE(card.findChild<QLineEdit *>(u"assistantLanguages"_qs)->text(), u"de, en"_qs);
    QCOMPARE(card.findChild<QPlainTextEdit *>(u"assistantRules"_qs)->toPlainText(),
             u"never promise a refund\nbe brief"_qs);
    QCOMPARE(card.findChild<QPlainTextEdit *>(u"assistantTopics"_qs)->toPlainText(), defaultSensitiveTopics());
    QCOMPARE(card.findChild<QSpinBox *>(u"assistantTokens"_qs)->value(), 250);
    card.showTurns(4);
    card.showContext(32'768);
    QCOMPARE(card.findChild<QSpinBox *>(u"assistantTurns"_qs)->value(), 4);
    QCOMPARE(card.findChild<QSpinBox *>(u"assistantContext"_qs)->value(), 32'768);
    QVERIFY(chosen.isEmpty());
}

void AssistantCardTest::shouldPassOnWhatIsWritten() {
    Theme theme(*qApp);
    AssistantCard card(theme);
    card.show();
    card.showRules({});
    QSignalSpy chosen(&card, &AssistantCard::settingChosen);
    auto *tone = card.findChild<QLineEdit *>(u"assistantTone"_qs);
    tone->setText(u"  short  and kind "_qs);
    QTest::keyClick(tone, Qt::Key_Return);
    QCOMPARE(chosen.last(), (QVariantList{u"assistant.tone"_qs, u"short and kind"_qs}));
    QTest::keyClick(tone, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1); // the same is not set again
    auto *rules = card.findChild<QPlainTextEdit *>(u"assistantRules"_qs);
    rules->setPlainText(u"never promise a refund\n"_qs);
    QFocusEvent left(QEvent::FocusOut);
    QApplication::sendEvent(rules, &left);
    QCOMPARE(chosen.last(), (QVariantList{u"assistant.rules"_qs, u"never promise a refund"_qs}));
    card.findChild<QSpinBox *>(u"assistantTokens"_qs)->setValue(123);
    QCOMPARE(chosen.last(), (QVariantList{u"assistant.tokens"_qs, u"123"_qs}));
    card.showTurns(6);
    card.findChild<QSpinBox *>(u"assistantTurns"_qs)->setValue(3);
    QCOMPARE(chosen.last(), (QVariantList{u"turns.most"_qs, u"3"_qs}));
    card.findChild<QSpinBox *>(u"assistantContext"_qs)->setValue(8192);
    QCOMPARE(chosen.last(), (QVariantList{u"assistant.context"_qs, u"8192"_qs}));
}

void AssistantCardTest::shouldSwitchOffTheHelpWithTickets() {
    Theme theme(*qApp);
    AssistantCard card(theme);
    QSignalSpy chosen(&card, &AssistantCard::settingChosen);
    card.showHelp(true);
    QVERIFY(chosen.isEmpty());
    auto *help = card.findChild<QCheckBox *>(u"assistantHelp"_qs);
    help->click();
    QCOMPARE(chosen.last(), (QVariantList{u"assistant.help"_qs, u"off"_qs}));
    help->click();
    QCOMPARE(chosen.last(), (QVariantList{u"assistant.help"_qs, QString()}));
}

void AssistantCardTest::shouldKeepShippedTopicsAsNone() {
    Theme theme(*qApp);
    AssistantCard card(theme);
    card.show();
    card.showRules({.sensitiveTopics = u"wholesale: bulk"_qs});
    QSignalSpy chosen(&card, &AssistantCard::settingChosen);
    auto *topics = card.findChild<QPlainTextEdit *>(u"assistantTopics"_qs);
    topics->setPlainText(defaultSensitiveTopics());
    QFocusEvent left(QEvent::FocusOut);
    QApplication::sendEvent(topics, &left);
    QCOMPARE(chosen.last(), (QVariantList{u"assistant.sensitive"_qs, QString()}));
}

void AssistantCardTest::shouldShowTheTextOfARequest() {
    RequestList list({{.at = QDateTime::currentDateTimeUtc(),
                       .host = u"127.0.0.1:8080"_qs,
                       .model = u"small"_qs,
                       .sent = u"user:\nI am [EMAIL_1]"_qs,
                       .cost = 0.002,
                       .maybeSentTwice = true,
                       .result = u"answered"_qs},
                      {.at = QDateTime::currentDateTimeUtc(), .host = u"model.example"_qs, .result = u"No."_qs}});
    list.show();
    auto *table = list.findChild<QTableWidget *>(u"requests"_qs);
    QCOMPARE(table->rowCount(), 2);
    QVERIFY(table->item(0, 8)->text().contains(u"twice"_qs));
    table->setCurrentCell(0, 0);
    QCOMPARE(list.findChild<QPlainTextEdit *>(u"sentText"_qs)->toPlainText(), u"user:\nI am [EMAIL_1]"_qs);
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::AssistantCardTest)
#include "assistantcard_test.moc"
