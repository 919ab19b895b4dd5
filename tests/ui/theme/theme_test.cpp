// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That choosing a theme changes tokens, palette and style sheet together, and that icons take the colour asked for.
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"
#include <QtCore/QDir>
#include <QtGui/QPalette>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSpinBox>

namespace relaydesk {

class ThemeTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void shouldChangeEverythingTogether_data();
    void shouldChangeEverythingTogether();
    void shouldTellOnlyAboutRealChanges();
    void shouldFollowTheSystemWhenAsked();
    void shouldLeaveNoPlaceholderInTheStyleSheet();
    void shouldDrawEveryIconInTheColourAskedFor();
    void shouldHaveNoIconForAnUnknownName();
    void shouldDrawControlsInItsOwnColours();

  private:
    std::unique_ptr<Theme> m_theme;
};

void ThemeTest::shouldChangeEverythingTogether_data() {
    QTest::addColumn<ThemeChoice>("choice");
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << ThemeChoice::Dark << true;
    QTest::newRow("light") << ThemeChoice::Light << false;
    QTest::newRow("dark again") << ThemeChoice::Dark << true;
}

void ThemeTest::shouldChangeEverythingTogether() {
    QFETCH(ThemeChoice, choice);
    QFETCH(bool, dark);
    m_theme->choose(choice);
    const Tokens &tokens = dark ? darkTokens() : lightTokens();
    QCOMPARE(m_theme->tokens().isDark, dark);
    QCOMPARE(m_theme->choice(), choice);
    QCOMPARE(QApplication::palette().color(QPalette::Window), tokens.background);
    QCOMPARE(QApplication::palette().color(QPalette::Text), tokens.ink);
    QVERIFY(qApp->styleSheet().contains(tokens.accent.name()));
    QVERIFY(!qApp->styleSheet().contains((dark ? lightTokens() : darkTokens()).accent.name()));
}

void ThemeTest::shouldTellOnlyAboutRealChanges() {
    m_theme->choose(ThemeChoice::Light);
    const QSignalSpy changes(m_theme.get(), &Theme::changed);
    m_theme->choose(ThemeChoice::Light);
    QCOMPARE(changes.count(), 0);
    m_theme->choose(ThemeChoice::Dark);
    QCOMPARE(changes.count(), 1);
}

void ThemeTest::shouldFollowTheSystemWhenAsked() {
    // GIVEN a theme that follows the system, which is light here
    m_theme->choose(ThemeChoice::Dark);
    m_theme->choose(ThemeChoice::System);
    QVERIFY(!m_theme->tokens().isDark);
    // WHEN the system says that something changed THEN it looks again, and comes to rest
    const QSignalSpy changes(m_theme.get(), &Theme::changed);
    QEvent news(QEvent::ThemeChange);
    QCoreApplication::sendEvent(qApp, &news);
    QTRY_COMPARE(changes.count(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().background);
}

void ThemeTest::shouldLeaveNoPlaceholderInTheStyleSheet() {
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        const QString sheet = styleSheetOf(*tokens, QApplication::font());
        static const QRegularExpression name(QStringLiteral("\\{[A-Za-z]+\\}"));
        QVERIFY2(!name.match(sheet).hasMatch(), qPrintable(name.match(sheet).captured()));
    }
}

void ThemeTest::shouldDrawEveryIconInTheColourAskedFor() {
    m_theme->choose(ThemeChoice::Light);
    const QColor colour(200, 30, 120);
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList();
    QVERIFY(names.size() >= 40);
    for (const QString &name : names) {
        const QImage image = m_theme->icon(name.chopped(4), colour).pixmap(96, 96).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 255)
                    continue;
                ++drawn;
                QVERIFY2(pixel.rgb() == colour.rgb(), qPrintable(name));
            }
        }
        QVERIFY2(drawn > 100, qPrintable(name + QStringLiteral(" shows nothing")));
    }
}

void ThemeTest::shouldHaveNoIconForAnUnknownName() {
    QVERIFY(m_theme->icon(QStringLiteral("no-such-drawing"), Qt::black).isNull());
}

void ThemeTest::shouldDrawControlsInItsOwnColours() {
    m_theme->choose(ThemeChoice::Dark);
    QCheckBox box;
    box.setChecked(true);
    box.resize(box.sizeHint());
    const QImage image = box.grab().toImage();
    bool hasAccent = false;
    for (int x = 0; x < image.width(); ++x)
        hasAccent = hasAccent || image.pixelColor(x, image.height() / 2) == darkTokens().accent;
    QVERIFY(hasAccent);
    const QComboBox combo;
    const QSpinBox spin;
    QVERIFY(combo.sizeHint().height() >= 32);
    QVERIFY(spin.sizeHint().height() >= 32);
}

} // namespace relaydesk

QTEST_MAIN(relaydesk::ThemeTest)
#include "theme_test.moc"
