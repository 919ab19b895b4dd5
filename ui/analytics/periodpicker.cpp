// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/analytics/periodpicker.h"
#include "ui/widgets/styles.h"
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

namespace relaydesk {

namespace {

constexpr int all = 0;
constexpr int custom = -1;
constexpr int roomForArrows = 16;

QDateEdit *makeDate(const QString &name, const QString &spoken, QWidget *parent) {
    auto *edit = new QDateEdit(QDate::currentDate(), parent);
    edit->setObjectName(name);
    edit->setAccessibleName(spoken);
    edit->setToolTip(spoken);
    edit->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    edit->setKeyboardTracking(false);
    return edit;
}

} // namespace

PeriodPicker::PeriodPicker(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_custom(new QWidget(this))
    , m_first(makeDate(QStringLiteral("analyticsFrom"), tr("First day"), m_custom))
    , m_last(makeDate(QStringLiteral("analyticsTo"), tr("Last day"), m_custom)) {
    m_choice->setObjectName(QStringLiteral("analyticsPeriod"));
    m_choice->setAccessibleName(tr("Days that are counted"));
    m_choice->setToolTip(tr("Days that are counted"));
    for (const int days : {7, 30, 90})
        m_choice->addItem(tr("Last %1 days").arg(days), days);
    m_choice->addItem(tr("All days"), all);
    m_choice->addItem(tr("From … to …"), custom);
    m_choice->setCurrentIndex(1);

    auto *dates = new QHBoxLayout(m_custom);
    dates->setContentsMargins(0, 0, 0, 0);
    dates->setSpacing(8);
    dates->addWidget(m_first);
    dates->addWidget(makeLabel(tr("to"), TextKind::Muted, m_custom));
    dates->addWidget(m_last);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_choice);
    row->addWidget(m_custom);
    for (QDateEdit *edit : {m_first, m_last}) {
        edit->setFixedHeight(m_choice->sizeHint().height());
        edit->setMinimumWidth(edit->sizeHint().width() + roomForArrows);
    }
    m_custom->hide();

    m_first->setDate(QDate::currentDate().addDays(-29));
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PeriodPicker::adapt);
    // Of two dates in the wrong order, the one that was not just chosen follows.
    connect(m_first, &QDateEdit::dateChanged, this, [this](const QDate &first) {
        m_last->setDate(std::max(first, m_last->date()));
        emit periodChanged();
    });
    connect(m_last, &QDateEdit::dateChanged, this, [this](const QDate &last) {
        m_first->setDate(std::min(last, m_first->date()));
        emit periodChanged();
    });
}

bool PeriodPicker::isCustom() const { return m_choice->currentData().toInt() == custom; }

Period PeriodPicker::period() const {
    if (isCustom())
        return {m_first->date(), m_last->date()};
    const int days = m_choice->currentData().toInt();
    const QDate today = QDate::currentDate();
    return {days == all ? QDate() : today.addDays(1 - days), today};
}

void PeriodPicker::choose(const QDate &first, const QDate &last) {
    {
        const QSignalBlocker silence(this);
        m_first->setDate(first);
        m_last->setDate(std::max(first, last));
        m_first->setDate(first);
        m_choice->setCurrentIndex(m_choice->findData(custom));
    }
    emit periodChanged();
}

void PeriodPicker::adapt() {
    m_custom->setVisible(isCustom());
    emit periodChanged();
}

} // namespace relaydesk
