// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/factorbar.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int barHeight = 6;
constexpr int gap = 4;
constexpr double negligible = 0.05;

struct FactorName {
    const char *key;
    const char *words;
};

constexpr FactorName factorNames[] = {
    {"similarity", QT_TRANSLATE_NOOP("FactorBar", "Match with known questions")},
    {"specificity", QT_TRANSLATE_NOOP("FactorBar", "Answer length and detail")},
    {"certainty", QT_TRANSLATE_NOOP("FactorBar", "No hedging words")},
    {"history", QT_TRANSLATE_NOOP("FactorBar", "Past success on this topic")},
    {"grounding", QT_TRANSLATE_NOOP("FactorBar", "Backed by the articles")},
    {"closeness", QT_TRANSLATE_NOOP("FactorBar", "Rests on the closest articles")},
    {"names", QT_TRANSLATE_NOOP("FactorBar", "Names stand in the articles")},
    {"placeholders", QT_TRANSLATE_NOOP("FactorBar", "No made-up private data")},
    {"secrets", QT_TRANSLATE_NOOP("FactorBar", "Asks for no secrets")},
    {"doubt", QT_TRANSLATE_NOOP("FactorBar", "No word of doubt")},
    {"length", QT_TRANSLATE_NOOP("FactorBar", "Length of an answer")},
    {"repetition", QT_TRANSLATE_NOOP("FactorBar", "Does not repeat itself")},
    {"language", QT_TRANSLATE_NOOP("FactorBar", "The customer's language")},
    {"leak", QT_TRANSLATE_NOOP("FactorBar", "Repeats no instructions")},
    {"rules", QT_TRANSLATE_NOOP("FactorBar", "House rules")},
};

} // namespace

QString factorWords(const QString &name) {
    const auto *found = std::find_if(std::begin(factorNames), std::end(factorNames),
                                     [&name](const FactorName &known) { return name == QLatin1String(known.key); });
    return found == std::end(factorNames) ? name : QCoreApplication::translate("FactorBar", found->words);
}

FactorBar::FactorBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

FactorBar::FactorBar(const Theme &theme, const Factor &factor, QWidget *parent) : FactorBar(theme, parent) {
    setFactor(factor);
}

void FactorBar::setFactor(const Factor &factor) {
    setValue(factorWords(factor.name), factor.value);
    const QString number = QLocale().toString(std::abs(factor.logOdds), 'f', 2);
    QString sentence = tr("Changed the confidence hardly at all (%1 log-odds).").arg(number);
    if (factor.logOdds > negligible)
        sentence = tr("Raised the confidence by %1 log-odds.").arg(number);
    else if (factor.logOdds < -negligible)
        sentence = tr("Lowered the confidence by %1 log-odds.").arg(number);
    setToolTip(sentence);
    setAccessibleDescription(sentence);
}

void FactorBar::setValue(const QString &label, double value) {
    m_label = label;
    m_value = std::clamp(value, 0.0, 1.0);
    setToolTip({});
    setAccessibleName(tr("%1: %2").arg(label, QLocale().toString(m_value, 'f', 2)));
    setAccessibleDescription({});
    updateGeometry();
    update();
}

QSize FactorBar::sizeHint() const {
    return {qMax(180, fontMetrics().horizontalAdvance(m_label) + 48), fontMetrics().height() + gap + barHeight};
}

QSize FactorBar::minimumSizeHint() const { return {96, sizeHint().height()}; }

void FactorBar::paintEvent(QPaintEvent *) {
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString number = QLocale().toString(m_value, 'f', 2);
    const int numberWidth = fontMetrics().horizontalAdvance(number) + 8;
    const QRect text(0, 0, width(), fontMetrics().height());
    painter.setPen(tokens.muted);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, number);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_label, Qt::ElideRight, width() - numberWidth));
    const QRectF groove(0, text.bottom() + 1 + gap, width(), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.bubble);
    painter.drawRoundedRect(groove, barHeight / 2.0, barHeight / 2.0);
    if (m_value > 0) {
        painter.setBrush(tokens.accent);
        const qreal length = qMax<qreal>(barHeight, groove.width() * m_value);
        painter.drawRoundedRect(QRectF(groove.topLeft(), QSizeF(length, barHeight)), barHeight / 2.0, barHeight / 2.0);
    }
}

} // namespace relaydesk
