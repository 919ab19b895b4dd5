// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/limitfields.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSpinBox>

namespace relaydesk {

namespace {

constexpr double step = 0.01;

QDoubleSpinBox *money(const char *name, const QString &label, double least, const QString &atLeast, QWidget *parent) {
    auto *field = named(new QDoubleSpinBox(parent), QLatin1String(name), label);
    field->setDecimals(2);
    field->setRange(least, 100'000);
    field->setPrefix(QStringLiteral("$ "));
    field->setSpecialValueText(atLeast);
    return field;
}

//! One step under 0 stands for a price that nobody knows.
double shown(double price) { return price < 0 ? -step : price; }
double meant(double value) { return value < 0 ? -1 : value; }

} // namespace

LimitFields::LimitFields(QWidget *parent) : QObject(parent) {
    m_tokens = named(new QSpinBox(parent), QStringLiteral("modelDailyTokens"), tr("Tokens a day"));
    m_tokens->setRange(0, 100'000'000);
    m_tokens->setSingleStep(10'000);
    m_tokens->setSpecialValueText(tr("No limit"));
    m_dollars = money("modelDailyCost", tr("US dollars a day"), 0, tr("No limit"), parent);
    m_inputPrice =
        money("modelInputPrice", tr("Price of a million tokens read, in US dollars"), -step, tr("Not known"), parent);
    m_outputPrice = money("modelOutputPrice", tr("Price of a million tokens written, in US dollars"), -step,
                          tr("Not known"), parent);
    for (QDoubleSpinBox *field : {m_dollars, m_inputPrice, m_outputPrice})
        field->setSingleStep(field == m_dollars ? 0.5 : 0.05);
    for (QDoubleSpinBox *field : {m_inputPrice, m_outputPrice})
        field->setDecimals(3);
}

void LimitFields::addTo(QFormLayout *form) {
    form->addRow(tr("Tokens a day"), m_tokens);
    form->addRow(tr("Dollars a day"), m_dollars);
    form->addRow(tr("Price: read"), m_inputPrice);
    form->addRow(tr("Price: written"), m_outputPrice);
    QLabel *remark = makeLabel(tr("Prices are US dollars for a million tokens; a limit in dollars counts requests "
                                  "whose price is known. At a limit the assistant answers from the knowledge alone "
                                  "until midnight."),
                               TextKind::Muted, form->parentWidget());
    remark->setWordWrap(true);
    form->addRow(QString(), remark);
}

DailyLimits LimitFields::limits() const {
    return {.tokens = m_tokens->value(),
            .dollars = m_dollars->value(),
            .inputPrice = meant(m_inputPrice->value()),
            .outputPrice = meant(m_outputPrice->value())};
}

void LimitFields::show(const DailyLimits &limits) {
    m_tokens->setValue(int(limits.tokens));
    m_dollars->setValue(limits.dollars);
    showPrices(limits.inputPrice, limits.outputPrice);
}

void LimitFields::showPrices(double input, double output) {
    m_inputPrice->setValue(shown(input));
    m_outputPrice->setValue(shown(output));
}

} // namespace relaydesk
