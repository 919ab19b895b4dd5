// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That each check of a written answer fails for what it is there for, alone, and passes a good answer.
#include "models/desk/answerchecks.h"
#include "models/desk/answerlanguage.h"
#include "models/desk/rulecheck.h"
#include <QtTest/QtTest>

namespace relaydesk {

class AnswerChecksTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldNameTheCheckThatFails_data();
    void shouldNameTheCheckThatFails();
    void shouldPutPrivateDataBack();
    void shouldReadHouseRules_data();
    void shouldReadHouseRules();
    void shouldTellLanguages_data();
    void shouldTellLanguages();
    void shouldHearDoubtInManyLanguages_data();
    void shouldHearDoubtInManyLanguages();
};

namespace {

AskedFor asked() {
    AskedFor made{
        .question = u"How can I get my money back to [EMAIL_1] and how long does it take?"_qs,
        .articles = {{.title = u"How do I get my money back?"_qs,
                      .answer = u"Open **Billing**, press **Return** and wait 3 to 5 days. See "
                                "https://help.example.com/return for the form where you enter the card number."_qs},
                     {.title = u"Where is my invoice?"_qs, .answer = u"Every invoice is under **Billing**."_qs}},
        .closeness = {0.7, 0.35},
        .rules = {.houseRules = {u"never promise a voucher"_qs}},
        .redaction = {}};
    made.redaction.redacted(u"I am maya@example.org"_qs);
    return made;
}

} // namespace

void AnswerChecksTest::shouldNameTheCheckThatFails_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("failed");
    const auto row = [](const char *name, const char *written, const char *failed) {
        QTest::newRow(name) << QString::fromUtf8(written) << QString::fromLatin1(failed);
    };
    row("good", "Open Billing, press Return and wait 3 to 5 days [1].", "");
    row("good, with steps", "1. Open Billing [1]\n2. Press Return [1]\n3. Wait 5 days [1]", "");
    row("good, with private data", "Open Billing, press Return [1]. The form goes to [EMAIL_1] [1].", "");
    row("a foreign number", "Open Billing, press Return and wait 9 days [1].", "grounding");
    row("a spelled number", "Open Billing, press Return and wait nine days [1].", "grounding");
    row("no citation", "Open Billing, press Return and wait 5 days.", "grounding");
    row("a foreign link", "Open Billing, press Return, see https://evil.example/x [1].", "grounding");
    row("a far article", "Every invoice is under Billing [2].", "closeness");
    row("a foreign name", "Open Billing, press Return and wait for Gregor [1].", "names");
    row("made-up private data", "Open Billing, press Return, we write to [EMAIL_7] [1].", "placeholders");
    row("a wish for a secret", "Press Return in Billing and send the card number [1].", "secrets");
    row("doubt", "Maybe open Billing, press Return and wait 3 to 5 days [1].", "doubt");
    row("too short", "Billing [1].", "length");
    row("a sentence twice", "Open Billing and press Return [1]. Open Billing and press Return [1].", "repetition");
    row("another language",
        "Vous ouvrez Billing et Return dans la form, que vous return avec le card pour les days [1].",
        "grounding language");
    row("marks of the prompt", "QUESTION Open Billing, press Return and wait 5 days [1].", "leak");
    row("a house rule", "Open Billing, press Return, we give a voucher for the invoice days [1].", "rules");
}

void AnswerChecksTest::shouldNameTheCheckThatFails() {
    QFETCH(QString, written);
    const CheckedAnswer checked = checkedAnswer(written, asked());
    QStringList failed;
    for (const AnswerCheck &check : checked.checks) {
        if (!check.passed)
            failed += check.name;
        QCOMPARE(check.finding.isEmpty(), check.passed);
    }
    QTEST(failed.join(u' '), "failed");
    QCOMPARE(checked.passed(), failed.isEmpty());
    QCOMPARE(checked.breaksRule(), failed.contains(u"rules"_qs));
}

void AnswerChecksTest::shouldPutPrivateDataBack() {
    QCOMPARE(checkedAnswer(u"Press Return, the form goes to [EMAIL_1] [1]."_qs, asked()).answer,
             u"Press Return, the form goes to maya@example.org."_qs);
}

void AnswerChecksTest::shouldReadHouseRules_data() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("broken");
    const auto row = [](const char *rule, const char *answer, bool broken) {
        QTest::newRow(answer) << QString::fromUtf8(rule) << QString::fromUtf8(answer) << broken;
    };
    row("never promise a refund", "You will get a refund.", true);
    row("never promise a refund", "We can refund the amount.", true);
    row("Never promise a refund.", "Your refunds are approved.", true);
    row("never promise a refund", "I cannot promise a refund.", false);
    row("never promise a refund", "Ask for it under Billing.", false);
    row("do not offer discounts or vouchers", "We offer a discount of five.", true);
    row("do not offer discounts or vouchers", "Here is what you get: a voucher.", true);
    row("do not mention competitors", "Our competitors are slower.", true);
    row("don't recommend Acme Phones", "Take Acme Phones for it.", true);
    row("don't recommend Acme Phones", "Take a phone.", false);
    row("never say \"no problem\"", "No problem, that is done.", true);
    row("never say \u201cto be honest\u201d", "To be honest, it is late.", true);
    row("be kind", "You will get a refund.", false);
}

void AnswerChecksTest::shouldReadHouseRules() {
    QFETCH(QString, rule);
    QFETCH(QString, answer);
    QTEST(brokenRule(answer, {u"be polite"_qs, rule}).has_value(), "broken");
}

void AnswerChecksTest::shouldTellLanguages_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *code, const char *text) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(code);
    };
    row("en", "How do I get my money back to the card?");
    row("de", "Wie kann ich mein Passwort zur\u00fccksetzen und wo ist die Mail?");
    row("fr", "Comment puis-je r\u00e9initialiser mon mot de passe et o\u00f9 est le lien pour la suite ?");
    row("es", "\u00bfC\u00f3mo puedo cambiar la contrase\u00f1a de mi cuenta y d\u00f3nde est\u00e1 el enlace?");
    row("it", "Come posso cambiare la password e dove sono le mie fatture?");
    row("nl", "Hoe kan ik mijn wachtwoord wijzigen en waar is de link?");
    row("pt", "Como posso mudar a senha e onde est\u00e3o as minhas faturas? N\u00e3o tenho o link.");
    row("ru",
        "\u041a\u0430\u043a \u0441\u0431\u0440\u043e\u0441\u0438\u0442\u044c \u043f\u0430\u0440\u043e\u043b\u044c?");
    row("ja", "\u30d1\u30b9\u30ef\u30fc\u30c9\u3092\u5fd8\u308c\u307e\u3057\u305f");
    row("", "password reset");
    row("", "");
}

void AnswerChecksTest::shouldTellLanguages() {
    QFETCH(QString, text);
    QTEST(languageOf(text), "code");
}

void AnswerChecksTest::shouldHearDoubtInManyLanguages_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("unsure");
    const auto row = [](const char *text, bool unsure) { QTest::newRow(text) << QString::fromUtf8(text) << unsure; };
    row("Open Billing and press Return.", false);
    row("I'm not sure about that.", true);
    row("Vielleicht steht es auf der Rechnung.", true);
    row("Es steht auf der Rechnung.", false);
    row("Je crois que c'est sur la facture.", true);
    row("Quiz\u00e1 est\u00e1 en la factura.", true);
    row("Forse \u00e8 sulla fattura.", true);
    row("Misschien staat het op de factuur.", true);
    row("Talvez esteja na fatura.", true);
}

void AnswerChecksTest::shouldHearDoubtInManyLanguages() {
    QFETCH(QString, text);
    QTEST(soundsUnsure(text), "unsure");
}

} // namespace relaydesk

QTEST_GUILESS_MAIN(relaydesk::AnswerChecksTest)
#include "answerchecks_test.moc"
