// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! That every text can be read: contrast of the tokens, in both themes, on everything they are written on.
#include "ui/theme/avatarcolours.h"
#include "ui/theme/tokens.h"
#include <QtTest/QtTest>
#include <cmath>

namespace relaydesk {

class ContrastTest : public QObject {
    Q_OBJECT

  private slots:
    void shouldBeReadable_data();
    void shouldBeReadable();
    void shouldWriteInitialsReadably();
    void shouldGiveANameTheSameColourAlways();
};

namespace {

constexpr double least = 4.5; // WCAG 2.1, 1.4.3, level AA

//! WCAG 2.1: relative luminance of an sRGB colour.
double luminance(const QColor &colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct Pair {
    const char *name;
    QColor Tokens::*text;
    QColor Tokens::*ground;
};

using T = Tokens;
const Pair pairs[] = {
    {"white on accent", &T::onAccent, &T::accent},
    {"accent soft", &T::accent, &T::accentSoft},
    {"assistant soft", &T::assistant, &T::assistantSoft},
    {"people soft", &T::people, &T::peopleSoft},
    {"good soft", &T::good, &T::goodSoft},
    {"warning soft", &T::warning, &T::warningSoft},
    {"bad soft", &T::bad, &T::badSoft},
    {"ink on accent soft", &T::ink, &T::accentSoft},
    {"ink on assistant", &T::ink, &T::assistantSoft},
    {"ink on people", &T::ink, &T::peopleSoft},
    {"ink on warning", &T::ink, &T::warningSoft},
    {"ink on bad", &T::ink, &T::badSoft},
    {"footer on assistant", &T::muted, &T::assistantSoft},
    {"footer on people", &T::muted, &T::peopleSoft},
    {"footer on note", &T::muted, &T::warningSoft},
    {"link on assistant", &T::accent, &T::assistantSoft},
    {"link on people", &T::accent, &T::peopleSoft},
    {"link on note", &T::accent, &T::warningSoft},
    {"badge", &T::panel, &T::bad},
    {"tool tip", &T::panel, &T::ink},
};

const std::pair<const char *, QColor Tokens::*> texts[] = {
    {"ink", &T::ink},       {"muted", &T::muted},         {"faint", &T::faint},
    {"accent", &T::accent}, {"assistant", &T::assistant}, {"people", &T::people},
    {"good", &T::good},     {"warning", &T::warning},     {"bad", &T::bad}};
const std::pair<const char *, QColor Tokens::*> grounds[] = {
    {"background", &T::background}, {"panel", &T::panel}, {"bubble", &T::bubble}};

void addRow(const QString &name, const QColor &text, const QColor &ground) {
    QTest::newRow(qPrintable(name)) << text << ground;
}

} // namespace

void ContrastTest::shouldBeReadable_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Tokens *tokens : {&lightTokens(), &darkTokens()}) {
        const QString theme = tokens->isDark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const auto &[text, colour] : texts) {
            for (const auto &[ground, below] : grounds) {
                addRow(QStringLiteral("%1: %2 on %3").arg(theme, QLatin1String(text), QLatin1String(ground)),
                       tokens->*colour, tokens->*below);
            }
        }
        for (const Pair &pair : pairs)
            addRow(QStringLiteral("%1: %2").arg(theme, QLatin1String(pair.name)), tokens->*pair.text,
                   tokens->*pair.ground);
    }
}

void ContrastTest::shouldBeReadable() {
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double found = contrast(text, ground);
    QVERIFY2(found >= least, qPrintable(QStringLiteral("only %1 : 1").arg(found, 0, 'f', 2)));
}

void ContrastTest::shouldWriteInitialsReadably() {
    for (const QColor &colour : avatarColours())
        QVERIFY2(contrast(onAvatarColour(), colour) >= least, qPrintable(colour.name()));
}

void ContrastTest::shouldGiveANameTheSameColourAlways() {
    QCOMPARE(avatarColour(QStringLiteral("Maya Chen")), avatarColour(QStringLiteral(" maya chen ")));
    QSet<QString> colours;
    for (int number = 0; number < 200; ++number)
        colours.insert(avatarColour(QStringLiteral("Customer %1").arg(number)).name());
    QCOMPARE(colours.size(), avatarColours().size());
}

} // namespace relaydesk

QTEST_APPLESS_MAIN(relaydesk::ContrastTest)
#include "contrast_test.moc"
