// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The simulated customer as somebody: a language and a mood that the agent sees, questions that sound like them, and a
//! thumb under each answer.
#include "models/desk/persona.h"
#include "tests/stories/deskstory.h"
#include "ui/widgets/bubbledelegate.h"
#include "ui/widgets/transcriptview.h"
#include <QtCore/QSettings>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>

namespace relaydesk {

namespace {

constexpr const char *customer = "customerTranscript";
const QString known = QStringLiteral("How do I close my account?");

} // namespace

class CustomersTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { m_story.reset(); }
    void shouldMakeUpSomebodyElseEachTime();
    void shouldWriteAsTheNewCustomerFromTheFirstKey_data();
    void shouldWriteAsTheNewCustomerFromTheFirstKey();
    void shouldShowTheAgentLanguageAndMood();
    void shouldSuggestQuestionsInLanguageAndMood();
    void shouldRenameACustomerEverywhere();
    void shouldTakeAThumb_data();
    void shouldTakeAThumb();
    void shouldTakeAThumbByKeysAlone();

  private:
    void newCustomer();
    void become(const QString &name, const QString &language, Mood mood);
    void ask(const QString &question);
    QStringList suggested();
    QStringList labelsIn(const char *name);
    QStringList outcomes();
    //! Where the thumb under the last answer is; an invalid point: nowhere.
    QPoint thumb(bool up);

    std::unique_ptr<DeskStory> m_story;
    std::unique_ptr<Stage> m_stage;
};

void CustomersTest::init() {
    QSettings().clear();
    m_story = std::make_unique<DeskStory>();
    QVERIFY(m_story->know({{.title = known,
                            .answer = QStringLiteral("Open Settings and choose **Close account**."),
                            .phrasings = {{.text = QStringLiteral("Wie kann ich mein Konto bei Ihnen schlie\u00dfen, "
                                                                  "wenn ich es nicht mehr brauche?")}}}}));
    MainWindow *window = m_story->open();
    QVERIFY(window);
    m_stage = std::make_unique<Stage>(window);
    newCustomer();
}

void CustomersTest::newCustomer() {
    auto *choice = m_stage->find<QComboBox>("customerChoice");
    const int before = choice->count();
    QVERIFY(m_stage->click("newCustomer"));
    QTRY_COMPARE_WITH_TIMEOUT(choice->count(), before + 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).isEmpty() && m_stage->shows("personaBar"), patience);
}

void CustomersTest::become(const QString &name, const QString &language, Mood mood) {
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("changePersona"), patience);
    QVERIFY(m_stage->click("changePersona"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("personaDialog"), patience);
    auto *field = m_stage->find<QLineEdit>("personaName");
    field->selectAll();
    QTest::keyClicks(field, name);
    auto *languages = m_stage->find<QComboBox>("personaLanguageChoice");
    languages->setCurrentIndex(languages->findData(language));
    auto *moods = m_stage->find<QComboBox>("personaMoodChoice");
    moods->setCurrentIndex(moods->findData(int(mood)));
    QVERIFY(m_stage->click("personaSave"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->label("personaMood"), moodWords(mood), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->label("personaLanguage"), languageWords(language), patience);
    m_stage->window().activateWindow();
}

void CustomersTest::ask(const QString &question) {
    m_stage->type("customerComposer", question);
    QVERIFY(m_stage->click("customerSend"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->texts(customer).size() > 1, patience);
}

QStringList CustomersTest::suggested() {
    auto *menu = m_stage->find<QMenu>("customerMenu");
    auto *questions = m_stage->find<QMenu>("suggestedQuestions");
    questions->clear();
    emit menu->aboutToShow();
    if (!QTest::qWaitFor([&] { return !questions->actions().isEmpty(); }, patience))
        return {};
    QStringList texts;
    for (const QAction *action : questions->actions())
        texts += action->text();
    return texts;
}

QStringList CustomersTest::labelsIn(const char *name) {
    QStringList texts;
    for (const QLabel *label : m_stage->find(name)->findChildren<QLabel *>())
        texts += label->text();
    return texts;
}

QStringList CustomersTest::outcomes() {
    return m_story->inFile([](const Stores &stores) {
        QStringList said;
        const auto events = stores.events.events({.kinds = {EventKind::Feedback}});
        for (const Event &event : *events)
            said += event.data.value(QLatin1String("outcome")).toString();
        return said;
    });
}

QPoint CustomersTest::thumb(bool up) {
    auto *view = m_stage->find<TranscriptView>(customer);
    auto *delegate = qobject_cast<BubbleDelegate *>(view->itemDelegate());
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        QStyleOptionViewItem option;
        option.initFrom(view);
        option.font = view->font();
        option.rect = view->visualRect(view->model()->index(row, 0));
        for (int y = option.rect.top(); y < option.rect.bottom(); y += 4) {
            for (int x = 0; x < option.rect.width(); x += 4) {
                if (delegate->thumbAt(option, view->model()->index(row, 0), {x, y}) == up)
                    return {x, y};
            }
        }
    }
    return {-1, -1};
}

void CustomersTest::shouldMakeUpSomebodyElseEachTime() {
    QSet<QString> seen;
    for (int i = 0; i < 6; ++i) {
        if (i > 0)
            newCustomer();
        const QString who = m_stage->find<QComboBox>("customerChoice")->currentText() + u' ' +
                            m_stage->label("personaLanguage") + u' ' + m_stage->label("personaMood");
        QVERIFY2(!seen.contains(who), qPrintable(who));
        seen.insert(who);
    }
    QVERIFY(std::any_of(seen.begin(), seen.end(), [](const QString &who) { return who.contains(u"German"_qs); }));
    QVERIFY(std::any_of(seen.begin(), seen.end(), [](const QString &who) { return who.contains(u"Frustrated"_qs); }));
}

void CustomersTest::shouldWriteAsTheNewCustomerFromTheFirstKey_data() {
    QTest::addColumn<int>("customers");
    QTest::newRow("one") << 1;
    QTest::newRow("two in one breath: as the second") << 2;
}

void CustomersTest::shouldWriteAsTheNewCustomerFromTheFirstKey() {
    QFETCH(int, customers);
    const int before = m_stage->find<QComboBox>("customerChoice")->count();
    // WHEN somebody presses New and writes before the desk has answered
    for (int i = 0; i < customers; ++i)
        m_stage->find<QAbstractButton>("newCustomer")->click();
    for (const char *text : {"My dishwasher sings", "at night"}) {
        m_stage->find<QPlainTextEdit>("customerComposer")->setPlainText(QLatin1String(text));
        m_stage->find<QAbstractButton>("customerSend")->click();
    }
    // THEN both lines are the new customer's, in their order, and the one before said nothing
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->find<QComboBox>("customerChoice")->count(), before + customers, patience);
    const auto written = [this](int id) {
        const auto said = m_story->inFile([id](const Stores &stores) {
            return stores.conversations.messages(ConversationId{id}, {}, 100).value_or(QVector<Message>());
        });
        QStringList texts;
        for (const Message &one : said) {
            if (one.author == Author::Customer)
                texts += one.text;
        }
        return texts;
    };
    const QStringList both{QStringLiteral("My dishwasher sings"), QStringLiteral("at night")};
    QTRY_COMPARE_WITH_TIMEOUT(written(before + customers), both, patience);
    for (int id = 1; id < before + customers; ++id)
        QCOMPARE(written(id), QStringList());
}

void CustomersTest::shouldShowTheAgentLanguageAndMood() {
    // GIVEN a customer of whom the words do not tell it
    become(u"Lena Fischer"_qs, u"de"_qs, Mood::Tense);
    ask(u"Wo?"_qs);
    QVERIFY(m_stage->click("talkToPerson"));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    QVERIFY(m_stage->clickRow("queue", 0));
    // THEN the agent sees both beside the ticket
    QTRY_VERIFY_WITH_TIMEOUT(labelsIn("customerCard").contains(u"DE"_qs), patience);
    QVERIFY(labelsIn("customerCard").contains(u"Tense"_qs));
    // AND it is still so when the program comes back
    m_stage->window().close();
    m_story->end();
    m_stage = std::make_unique<Stage>(m_story->open());
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->label("personaLanguage"), u"German"_qs, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->label("personaMood"), u"Tense"_qs, patience);
}

void CustomersTest::shouldSuggestQuestionsInLanguageAndMood() {
    become(u"Maya Chen"_qs, u"en"_qs, Mood::Calm);
    QVERIFY(suggested().contains(known));
    become(u"Lena Fischer"_qs, u"de"_qs, Mood::Frustrated);
    const QStringList german = suggested();
    QVERIFY(!german.join(u' ').contains(u"account"_qs));
    QVERIFY(german.join(u' ').contains(u"Konto"_qs));    // what the knowledge has in that language
    QVERIFY(german.join(u' ').contains(u"Passwort"_qs)); // and what customers ask anywhere
    // WHEN the frustrated customer asks one, THEN a person gets it, and why
    m_stage->find<QMenu>("suggestedQuestions")->actions().first()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    QVERIFY(m_stage->clickRow("queue", 0));
    QTRY_VERIFY_WITH_TIMEOUT(labelsIn("customerCard").contains(u"Frustrated"_qs), patience);
}

void CustomersTest::shouldRenameACustomerEverywhere() {
    ask(u"My dishwasher sings at night"_qs);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), 1, patience);
    become(u"Zora  Neal"_qs, u"fr"_qs, Mood::Calm);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->find<QComboBox>("customerChoice")->currentText(), u"Zora Neal"_qs, patience);
    const auto *queue = m_stage->find<QAbstractItemView>("queue");
    QTRY_VERIFY_WITH_TIMEOUT(
        queue->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Zora Neal"_qs), patience);
}

void CustomersTest::shouldTakeAThumb_data() {
    QTest::addColumn<bool>("up");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("up") << true << u"yes"_qs;
    QTest::newRow("down") << false << u"no"_qs;
}

void CustomersTest::shouldTakeAThumb() {
    QFETCH(bool, up);
    QFETCH(QString, outcome);
    QCOMPARE(thumb(up), QPoint(-1, -1));
    ask(known);
    QTRY_VERIFY_WITH_TIMEOUT(thumb(up).x() >= 0, patience);
    auto *view = m_stage->find<TranscriptView>(customer);
    // WHEN it is pressed
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, thumb(up));
    // THEN it is a verified outcome, shown under the answer, and a "no" brings a person
    QTRY_COMPARE_WITH_TIMEOUT(outcomes(), QStringList{outcome}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->index(1, 0).data(MessageListModel::HelpedRole), QVariant(up), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->waiting(), up ? 0 : 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->shows("solvedBar"), patience);
}

void CustomersTest::shouldTakeAThumbByKeysAlone() {
    ask(known);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->shows("solvedBar"), patience);
    m_stage->press(Qt::Key_Y, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(outcomes(), QStringList{u"yes"_qs}, patience);
    // WHEN the customer thinks again, THEN the last word stands
    m_stage->press(Qt::Key_N, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(outcomes(), (QStringList{u"yes"_qs, u"no"_qs}), patience);
    const auto *view = m_stage->find<QAbstractItemView>(customer);
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->index(1, 0).data(MessageListModel::HelpedRole), QVariant(false), patience);
    QCOMPARE(m_stage->waiting(), 0);
}

} // namespace relaydesk

int main(int argc, char *argv[]) {
    return relaydesk::tell(argc, argv, false, [](int count, char **arguments) {
        relaydesk::CustomersTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "customers_test.moc"
