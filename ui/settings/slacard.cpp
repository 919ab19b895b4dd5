// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/slacard.h"
#include "models/items/tickettablemodel.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int mostMinutes = 60 * 24 * 90;

QString clockOf(int minute) {
    return QStringLiteral("%1:%2").arg(minute / 60).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString hoursText(const OpenHours &hours) {
    return hours.isClosed() ? QString() : QStringLiteral("%1\u2013%2").arg(clockOf(hours.from), clockOf(hours.to));
}

QString dayName(int day) { return QLocale().standaloneDayName(day + 1); }

} // namespace

Result<OpenHours> openHoursFrom(const QString &text, const QString &day) {
    const QString span = text.simplified().remove(u' ');
    if (span.isEmpty())
        return OpenHours{0, 0};
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{1,2})(?:[:.](\\d{2}))?(?:-|\u2013)(\\d{1,2})(?:[:.](\\d{2}))?$"));
    const auto match = pattern.match(span);
    const int from = match.captured(1).toInt() * 60 + match.captured(2).toInt();
    const int to = match.captured(3).toInt() * 60 + match.captured(4).toInt();
    if (!match.hasMatch() || match.captured(2).toInt() > 59 || match.captured(4).toInt() > 59 || to > 1440 ||
        from >= to)
        return failure(ErrorKind::Invalid,
                       SlaCard::tr("%1: \u201c%2\u201d is not understood. Write hours as 9:00-17:30, or nothing for a "
                                   "closed day.")
                           .arg(day, text.simplified()));
    return OpenHours{from, to};
}

SlaCard::SlaCard(const Theme &theme, QWidget *parent) : Panel(theme, parent) {
    setTitle(tr("Deadlines"));
    auto *form = new QFormLayout;
    form->setContentsMargins(16, 12, 16, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    body()->addLayout(form);
    m_on = named(new QCheckBox(tr("Count down to the next answer"), this), QStringLiteral("slaOn"),
                 tr("Count down to the next answer"));
    form->addRow(QString(), m_on);
    buildTargets(form);
    for (int day = 0; day < 7; ++day) {
        m_days[size_t(day)] = line(QStringLiteral("slaDay%1").arg(day + 1), dayName(day), tr("closed"));
        form->addRow(dayName(day), m_days[size_t(day)]);
    }
    m_holidays = line(QStringLiteral("slaHolidays"), tr("Holidays"), tr("2026-12-25, 2026-12-26"));
    form->addRow(tr("Holidays"), m_holidays);
    m_zone = line(QStringLiteral("slaZone"), tr("Time zone"), tr("Europe/Berlin"));
    form->addRow(tr("Time zone"), m_zone);
    m_says = makeLabel({}, TextKind::Muted, this);
    m_says->setObjectName(QStringLiteral("slaSays"));
    m_says->setWordWrap(true);
    form->addRow(QString(), m_says);
    m_save = makeButton(tr("Save the deadlines"), QStringLiteral("saveSla"), ButtonKind::Primary, this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_save);
    row->addStretch();
    form->addRow(QString(), row);
    connect(m_on, &QCheckBox::toggled, this, &SlaCard::check);
    connect(m_save, &QPushButton::clicked, this, [this] {
        const auto policy = typed();
        if (!policy)
            return;
        m_shown = *policy;
        emit settingChosen(slaKey, toSetting(*policy));
        check();
    });
    showPolicy({});
}

void SlaCard::buildTargets(QFormLayout *form) {
    for (int priority = 3; priority >= 0; --priority) {
        const QString name = priorityWords(Priority(priority));
        const QString key = keyOf(Priority(priority));
        Target &target = m_targets[size_t(priority)];
        target = {minutes(QStringLiteral("slaFirst.") + key, tr("%1: first answer within").arg(name)),
                  minutes(QStringLiteral("slaResolution.") + key, tr("%1: resolution within").arg(name))};
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(makeLabel(tr("answer"), TextKind::Muted, this));
        row->addWidget(target.firstResponse, 1);
        row->addWidget(makeLabel(tr("resolution"), TextKind::Muted, this));
        row->addWidget(target.resolution, 1);
        form->addRow(name, row);
    }
}

QSpinBox *SlaCard::minutes(const QString &name, const QString &accessible) {
    auto *box = named(new QSpinBox(this), name, accessible);
    box->setRange(0, mostMinutes);
    box->setSuffix(tr(" min"));
    box->setSpecialValueText(tr("none"));
    box->setGroupSeparatorShown(true);
    connect(box, &QSpinBox::valueChanged, this, &SlaCard::check);
    return box;
}

QLineEdit *SlaCard::line(const QString &name, const QString &label, const QString &placeholder) {
    auto *edit = named(new QLineEdit(this), name, label);
    edit->setPlaceholderText(placeholder);
    connect(edit, &QLineEdit::textEdited, this, &SlaCard::check);
    return edit;
}

Result<SlaPolicy> SlaCard::typed() const {
    SlaPolicy policy;
    policy.isOn = m_on->isChecked();
    for (size_t priority = 0; priority < m_targets.size(); ++priority)
        policy.targets[priority] = {m_targets[priority].firstResponse->value(),
                                    m_targets[priority].resolution->value()};
    for (size_t day = 0; day < m_days.size(); ++day) {
        const auto hours = openHoursFrom(m_days[day]->text(), dayName(int(day)));
        RELAYDESK_TRY(hours);
        policy.hours.days[day] = *hours;
    }
    for (const QString &part : m_holidays->text().split(u',', Qt::SkipEmptyParts)) {
        const QDate date = QDate::fromString(part.trimmed(), Qt::ISODate);
        if (!date.isValid())
            return failure(ErrorKind::Invalid, tr("Holidays: \u201c%1\u201d is no date. Write dates as 2026-12-25, "
                                                  "separated by commas.")
                                                   .arg(part.trimmed()));
        policy.hours.holidays.insert(date);
    }
    policy.hours.zone = m_zone->text().trimmed().toLatin1();
    if (!QTimeZone::isTimeZoneIdAvailable(policy.hours.zone))
        return failure(ErrorKind::Invalid,
                       tr("Time zone: \u201c%1\u201d is not known. Write one as Europe/Berlin.").arg(m_zone->text()));
    return policy;
}

void SlaCard::check() {
    const auto policy = typed();
    m_save->setEnabled(policy && *policy != m_shown);
    if (!policy)
        m_says->setText(policy.error().sentence);
    else if (!policy->isOn)
        m_says->setText(tr("Nothing counts down; tickets show how long they have been waiting."));
    else
        m_says->setText(tr("Minutes count within these hours only, and stand still while a ticket is snoozed or it is "
                           "the customer\u2019s turn."));
}

void SlaCard::showPolicy(const SlaPolicy &policy) {
    if (m_save->isEnabled() && m_save->isVisible())
        return;
    m_shown = policy;
    m_on->setChecked(policy.isOn);
    for (size_t priority = 0; priority < m_targets.size(); ++priority) {
        m_targets[priority].firstResponse->setValue(policy.targets[priority].firstResponse);
        m_targets[priority].resolution->setValue(policy.targets[priority].resolution);
    }
    for (size_t day = 0; day < m_days.size(); ++day)
        m_days[day]->setText(hoursText(policy.hours.days[day]));
    QStringList holidays;
    for (const QDate &date : policy.hours.holidays)
        holidays += date.toString(Qt::ISODate);
    holidays.sort();
    m_holidays->setText(holidays.join(QStringLiteral(", ")));
    m_zone->setText(QString::fromLatin1(policy.hours.zone));
    check();
}

} // namespace relaydesk
