// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Choosing from "Did you mean …?", judging a drawn answer and taking over a closest answer, on the desk page itself.
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/care/ticketactions.h"
#include "ui/desk/deskpage.h"
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

class DeskCardsTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void shouldOfferChoicesAsButtons();
    void shouldTakeNoneOfThese();
    void shouldGiveDrawnAnswersToTheAgent();
    void shouldTakeOverAClosestAnswer();

  private:
    //! The named control once it can be seen.
    template <typename Control>
    Control *visible(const char *name) const {
        auto *control = m_page->findChild<Control *>(QLatin1String(name));
        return control && control->isVisible() ? control : nullptr;
    }
    ConversationId ask(const QString &question);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KnowledgeDesk> m_desk;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TicketActions> m_actions;
    std::unique_ptr<DeskPage> m_page;
    Agent m_agent;
};

namespace {

const QString inPdf = u"Open Reports, choose Export and then PDF."_qs;

Article article(const QString &title, const QString &answer) { return {.title = title, .answer = answer}; }

} // namespace

void DeskCardsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<KnowledgeDesk>(m_folder->filePath(u"desk.db"_qs));
    m_desk->save(article(u"How do I export reports as CSV?"_qs, u"Open Reports, choose Export and then CSV."_qs));
    m_desk->save(article(u"How do I export reports as PDF?"_qs, inPdf));
    m_desk->save(article(u"Where is my box?"_qs, u"Look at the tracking page of your order."_qs));
    m_agent = m_desk->inDesk([](Desk &desk) { return desk.agentNamed(u"Anna"_qs).value_or(Agent{}); });
    m_theme = std::make_unique<Theme>(*qApp);
    m_actions = std::make_unique<TicketActions>(*m_theme, m_desk->desk(), Readers{m_desk->reader(), m_desk->reader()});
    m_page = std::make_unique<DeskPage>(*m_theme, m_desk->desk(), m_desk->reader(), *m_actions);
    m_page->setAgent(m_agent);
    m_page->resize(1400, 900);
    m_page->show();
}

void DeskCardsTest::cleanup() {
    m_page.reset();
    m_actions.reset();
    m_theme.reset();
    m_desk.reset();
}

ConversationId DeskCardsTest::ask(const QString &question) {
    const auto id = m_desk->inDesk([&](Desk &desk) {
        const auto conversation = desk.open({.name = u"Maya"_qs});
        static_cast<void>(desk.receive(conversation->id, question));
        return conversation->id;
    });
    m_page->showConversation(id);
    return id;
}

void DeskCardsTest::shouldOfferChoicesAsButtons() {
    ask(u"How do I export reports?"_qs);
    QTRY_VERIFY(visible<QPushButton>("choice2"));
    auto *second = visible<QPushButton>("choice2");
    QVERIFY(second->accessibleName().startsWith(u"How do I export reports as "_qs));
    QTest::mouseClick(second, Qt::LeftButton);
    QTRY_VERIFY(visible<QPushButton>("solvedYes"));
    QVERIFY(!visible<QWidget>("choiceBar"));
}

void DeskCardsTest::shouldTakeNoneOfThese() {
    ask(u"How do I export reports?"_qs);
    QTRY_VERIFY(visible<QPushButton>("choiceNone"));
    QTest::mouseClick(visible<QPushButton>("choiceNone"), Qt::LeftButton);
    QTRY_VERIFY(!visible<QWidget>("choiceBar"));
    QVERIFY(m_desk->inDesk([](Desk &desk) { return desk.claim(TicketId{1}, AgentId{1}).has_value(); }));
}

void DeskCardsTest::shouldGiveDrawnAnswersToTheAgent() {
    QVERIFY(m_desk->inDesk([](Desk &desk) { return desk.setSetting(u"audit.share"_qs, u"1"_qs).has_value(); }));
    ask(u"Where is my box?"_qs);
    QTRY_VERIFY(visible<QPushButton>("auditRight"));
    QCOMPARE(visible<QLabel>("auditQuestion")->text(), u"Where is my box?"_qs);
    QTest::mouseClick(visible<QPushButton>("auditRight"), Qt::LeftButton);
    QTRY_VERIFY(!visible<QWidget>("auditCard"));
    QCOMPARE(m_desk->stored().last().record, (TrackRecord{1, 1}));
}

void DeskCardsTest::shouldTakeOverAClosestAnswer() {
    const ConversationId id = ask(u"How do I export reports?"_qs);
    QVERIFY(m_desk->inDesk([&](Desk &desk) { return desk.choose(id, {}).has_value(); }));
    m_page->showTicket(TicketId{1});
    QTRY_VERIFY(visible<QPushButton>("useArticle1"));
    visible<QPushButton>("useArticle1")->click();
    const auto edits = m_page->findChildren<QPlainTextEdit *>();
    QVERIFY(std::any_of(edits.begin(), edits.end(), [](const QPlainTextEdit *edit) {
        return edit->objectName() != u"lessonAnswer" &&
               edit->toPlainText().startsWith(u"Open Reports, choose Export"_qs);
    }));
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::DeskCardsTest)
#include "deskcards_test.moc"
