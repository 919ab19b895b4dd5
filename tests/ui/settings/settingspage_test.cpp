// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That the settings page shows what is in force, passes on what a person chooses, and goes back where it was refused.
#include "models/desk/desksettings.h"
#include "tests/ui/knowledge/knowledgedesk.h"
#include "ui/settings/settingspage.h"
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace relaydesk {

class SettingsPageTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void shouldStoreWhetherAnswersAreLearnedDirectly();
    void shouldShowWhatAnotherProgramSet();
    void shouldGoBackWhereTheDeskRefuses();
    void shouldPassOnTheAgentsNameOnlyWhenThereIsOne();
    void shouldShowTheAgentWithoutAskingForAnything();
    void shouldPassOnTheModelAndKeepTheTokenOffTheScreen();
    void shouldSayWhereTheTokenComesFrom();
    void shouldPassOnWhatADayMayCost();
    void shouldOfferTheModelsWithWhatIsKnownOfThem();
    void shouldLeaveWhatIsBeingTypedWhenOnlyTheStateChanges();
    void shouldPassOnTheTheme();

  private:
    template <typename Widget>
    Widget *find(const char *name) {
        auto *widget = m_page->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    QString stored(const QString &key) {
        const auto value = SqliteStores::open(m_path, OpenMode::ReadOnly);
        return (*value)->stores().settings.value(key).value_or(QString());
    }
    void open(OpenMode mode = OpenMode::ReadWrite);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<KnowledgeDesk> m_desk;
    std::unique_ptr<SettingsPage> m_page;
};

void SettingsPageTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("desk.db"));
    m_theme = std::make_unique<Theme>(*qApp);
    open();
}

void SettingsPageTest::open(OpenMode mode) {
    m_page.reset();
    m_desk.reset();
    m_desk = std::make_unique<KnowledgeDesk>(m_path, mode);
    m_page = std::make_unique<SettingsPage>(*m_theme, m_desk->desk(), m_desk->reader());
    m_page->show();
}

void SettingsPageTest::cleanup() {
    m_desk.reset();
    m_page.reset();
    m_theme.reset();
}

void SettingsPageTest::shouldStoreWhetherAnswersAreLearnedDirectly() {
    m_page->refresh();
    auto *box = find<QCheckBox>("learnDirectly");
    QTRY_VERIFY(box->isChecked());
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QTRY_COMPARE(stored(QStringLiteral("learning.mode")), QStringLiteral("review"));
    QTest::keyClick(box, Qt::Key_Space);
    QTRY_COMPARE(stored(QStringLiteral("learning.mode")), QStringLiteral("direct"));
}

void SettingsPageTest::shouldShowWhatAnotherProgramSet() {
    QVERIFY(m_desk->inDesk([](Desk &desk) {
        return desk.setSetting(QStringLiteral("learning.mode"), QStringLiteral("review")).has_value();
    }));
    m_page->refresh();
    QTRY_VERIFY(!find<QCheckBox>("learnDirectly")->isChecked());
}

void SettingsPageTest::shouldGoBackWhereTheDeskRefuses() {
    // GIVEN a database that can only be read
    open(OpenMode::ReadOnly);
    m_page->refresh();
    auto *box = find<QCheckBox>("learnDirectly");
    QTRY_VERIFY(box->isChecked());
    QSignalSpy failed(m_page.get(), &SettingsPage::failed);
    // WHEN something is changed THEN it is told, and what is in force stands there again
    QTest::keyClick(box, Qt::Key_Space);
    QTRY_COMPARE(failed.size(), 1);
    QTRY_VERIFY(box->isChecked());
}

void SettingsPageTest::shouldPassOnTheAgentsNameOnlyWhenThereIsOne() {
    m_page->showAgent({.name = QStringLiteral("Dana")});
    QSignalSpy chosen(m_page.get(), &SettingsPage::agentNameChosen);
    auto *name = find<QLineEdit>("agentName");
    name->setText(QStringLiteral("  "));
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(chosen.isEmpty());
    name->setText(QStringLiteral(" Ben Ode "));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("Ben Ode"));
}

void SettingsPageTest::shouldShowTheAgentWithoutAskingForAnything() {
    QSignalSpy chosen(m_page.get(), &SettingsPage::availabilityChosen);
    m_page->showAgent({.name = QStringLiteral("Dana"), .available = false});
    QVERIFY(!find<QCheckBox>("available")->isChecked());
    m_page->showAgent({.name = QStringLiteral("Dana"), .available = true});
    QVERIFY(find<QCheckBox>("available")->isChecked());
    QVERIFY(chosen.isEmpty());
}

void SettingsPageTest::shouldPassOnTheModelAndKeepTheTokenOffTheScreen() {
    QSignalSpy chosen(m_page.get(), &SettingsPage::modelChosen);
    find<QLineEdit>("modelUrl")->setText(QStringLiteral(" http://127.0.0.1:8080/v1 "));
    find<QLineEdit>("modelName")->setText(QStringLiteral("small"));
    auto *token = find<QLineEdit>("modelToken");
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    QTest::keyClicks(token, QStringLiteral("hf_secret"));
    QVERIFY(!token->displayText().contains(QStringLiteral("hf")));
    QTest::mouseClick(find<QPushButton>("saveModel"), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    const auto choice = chosen.first().first().value<ModelChoice>();
    QCOMPARE(choice.baseUrl, QStringLiteral("http://127.0.0.1:8080/v1"));
    QCOMPARE(choice.model, QStringLiteral("small"));
    QCOMPARE(choice.token, QStringLiteral("hf_secret"));
    QVERIFY(!choice.forgetToken);
    QVERIFY(token->text().isEmpty());
    QTest::mouseClick(find<QPushButton>("forgetToken"), Qt::LeftButton);
    QVERIFY(chosen.last().first().value<ModelChoice>().forgetToken);
}

void SettingsPageTest::shouldSayWhereTheTokenComesFrom() {
    m_page->showModel(
        {.tokenPlace = QStringLiteral("In /somewhere/.env."), .limitation = QStringLiteral("Not reachable.")});
    auto *state = find<QLabel>("modelState");
    QVERIFY(state->text().contains(QStringLiteral("no token")));
    QVERIFY(state->text().contains(QStringLiteral("/somewhere/.env")));
    QVERIFY(state->text().contains(QStringLiteral("Not reachable.")));
    m_page->showModel({.tokenOrigin = QStringLiteral("the environment variable HF_TOKEN")});
    QVERIFY(state->text().contains(QStringLiteral("the environment variable HF_TOKEN")));
}

void SettingsPageTest::shouldPassOnWhatADayMayCost() {
    // GIVEN prices nobody knows, and no limit
    const DailyLimits unknown;
    m_page->showModel({.model = QStringLiteral("small"), .limits = unknown});
    QSignalSpy chosen(m_page.get(), &SettingsPage::modelChosen);
    const auto limits = [&] {
        QTest::mouseClick(find<QPushButton>("saveModel"), Qt::LeftButton);
        return chosen.last().first().value<ModelChoice>().limits;
    };
    QCOMPARE(limits(), unknown);
    // WHEN they are given THEN they are passed on
    find<QDoubleSpinBox>("modelDailyCost")->setValue(1.5);
    find<QDoubleSpinBox>("modelInputPrice")->setValue(0.1);
    find<QDoubleSpinBox>("modelOutputPrice")->setValue(0);
    const DailyLimits given{.tokens = 0, .dollars = 1.5, .inputPrice = 0.1, .outputPrice = 0};
    QCOMPARE(limits(), given);
}

void SettingsPageTest::shouldOfferTheModelsWithWhatIsKnownOfThem() {
    m_page->showModels({{QStringLiteral("owner/large-one"), QStringLiteral("32000 tokens of context"), 0.125, 2.5},
                        {QStringLiteral("owner/small-one"), QString()}});
    QCompleter *completer = find<QLineEdit>("modelName")->completer();
    QVERIFY(completer);
    // WHEN a part of a name is written THEN the row says more than the name, and choosing it writes the name alone
    completer->setCompletionPrefix(QStringLiteral("LARGE"));
    QCOMPARE(completer->completionCount(), 1);
    QVERIFY(completer->completionModel()->index(0, 0).data().toString().contains(QStringLiteral("32000 tokens")));
    QCOMPARE(completer->currentCompletion(), QStringLiteral("owner/large-one"));
    // and its prices, or that they are not known
    emit completer->activated(QStringLiteral("owner/large-one"));
    QCOMPARE(find<QDoubleSpinBox>("modelInputPrice")->value(), 0.125);
    QCOMPARE(find<QDoubleSpinBox>("modelOutputPrice")->value(), 2.5);
    emit completer->activated(QStringLiteral("owner/small-one"));
    QCOMPARE(find<QDoubleSpinBox>("modelInputPrice")->text(), QStringLiteral("Not known"));
}

void SettingsPageTest::shouldLeaveWhatIsBeingTypedWhenOnlyTheStateChanges() {
    m_page->showModel({.model = QStringLiteral("small")});
    auto *name = find<QLineEdit>("modelName");
    name->setText(QStringLiteral("half of a na"));
    m_page->showModel({.model = QStringLiteral("small"), .limitation = QStringLiteral("Switched off.")});
    QCOMPARE(name->text(), QStringLiteral("half of a na"));
    m_page->showModel({.model = QStringLiteral("large")});
    QCOMPARE(name->text(), QStringLiteral("large"));
}

void SettingsPageTest::shouldPassOnTheTheme() {
    QSignalSpy chosen(m_page.get(), &SettingsPage::themeChosen);
    auto *looks = find<QComboBox>("themeChoice");
    looks->setFocus();
    const int before = looks->currentIndex();
    QTest::keyClick(looks, before == 2 ? Qt::Key_Up : Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(int(chosen.first().first().value<ThemeChoice>()), looks->currentData().toInt());
}

} // namespace relaydesk

Q_DECLARE_METATYPE(relaydesk::ModelChoice)

QTEST_MAIN(relaydesk::SettingsPageTest)
#include "settingspage_test.moc"
