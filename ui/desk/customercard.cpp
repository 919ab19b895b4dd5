// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/customercard.h"
#include "models/items/tickettablemodel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/styles.h"
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int mostShown = 4;
constexpr int longestQuestion = 34; // letters on a button

void clear(QLayout *layout) {
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString onOneLine(const QString &question) {
    const QString words = question.simplified();
    return words.size() <= longestQuestion ? words : words.left(longestQuestion - 1).trimmed() + QChar(0x2026);
}

} // namespace

CustomerCard::CustomerCard(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("customerCard"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_words = makeLabel({}, TextKind::Muted, this);
    m_words->setWordWrap(true);
    layout->addWidget(m_words);
    m_marks = new QHBoxLayout;
    m_marks->setSpacing(6);
    layout->addLayout(m_marks);
    m_earlier = new QVBoxLayout;
    m_earlier->setSpacing(0);
    layout->addLayout(m_earlier);
}

void CustomerCard::show(const TicketDetails &details) {
    QStringList lines{details.customer.name.isEmpty() ? tr("No name given") : details.customer.name};
    if (!details.customer.email.isEmpty())
        lines += details.customer.email;
    const QDateTime since = details.facts.since.isValid() ? details.facts.since : details.customer.since;
    lines += tr("Customer since %1").arg(QLocale().toString(since.toLocalTime().date(), QLocale::ShortFormat));
    if (details.facts.tickets > 0)
        lines += tr("Earlier tickets: %1").arg(details.facts.tickets);
    m_words->setText(lines.join(u'\n'));
    showMarks(details.facts);
    if (details.facts.earlier != m_shown.earlier || m_earlier->isEmpty())
        showEarlier(details.facts); // a button that has the focus keeps it
    m_shown = details.facts;
}

void CustomerCard::showMarks(const CustomerFacts &facts) {
    clear(m_marks);
    if (facts.mood != Mood::Calm)
        m_marks->addWidget(
            new Chip(m_theme, moodWords(facts.mood), facts.mood == Mood::Frustrated ? Tone::Bad : Tone::Warning, this));
    if (!facts.language.isEmpty())
        m_marks->addWidget(new Chip(m_theme, facts.language.toUpper(), Tone::Neutral, this));
    m_marks->addStretch();
}

void CustomerCard::showEarlier(const CustomerFacts &facts) {
    clear(m_earlier);
    for (const Ticket &ticket : facts.earlier.mid(0, mostShown)) {
        QPushButton *button = makeButton(
            tr("#%1 %2").arg(ticket.id.value).arg(onOneLine(ticket.question).replace(u'&', QStringLiteral("&&"))),
            QStringLiteral("earlierTicket%1").arg(m_earlier->count() + 1), ButtonKind::Quiet, this);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setStyleSheet(QStringLiteral("text-align: left; padding-left: 0px;"));
        button->setToolTip(tr("%1, %2: %3")
                               .arg(ticketStatusWords(ticket.status),
                                    QLocale().toString(ticket.openedAt.toLocalTime().date(), QLocale::ShortFormat),
                                    ticket.question.simplified())
                               .toHtmlEscaped());
        connect(button, &QPushButton::clicked, this, [this, id = ticket.id] { emit ticketWanted(id); });
        m_earlier->addWidget(button);
    }
}

} // namespace relaydesk
