// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketmarks.h"
#include "ui/widgets/chippainting.h"
#include <QtGui/QPainter>

namespace relaydesk {

namespace {

constexpr int margin = 12;
constexpr int gap = 6;

} // namespace

TicketMarks::TicketMarks(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("ticketMarks"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QVector<TicketLabel> TicketMarks::labels() const {
    QVector<TicketLabel> labels;
    for (const Present &other : m_others)
        labels.append(other.isWriting ? TicketLabel{tr("%1 is writing").arg(other.name), Tone::Warning}
                                      : TicketLabel{tr("%1 is looking at this").arg(other.name), Tone::People});
    const TicketLabel due = dueLabel(m_row, QDateTime::currentDateTimeUtc());
    if (!due.text.isEmpty()) {
        const QString what = deadlineWords(m_row.deadline);
        const bool isSnoozed = m_row.snoozedUntil.isValid();
        labels.append({isSnoozed        ? tr("Snoozed, %1").arg(due.text)
                       : what.isEmpty() ? tr("Waiting for %1").arg(due.text)
                                        : what,
                       due.tone});
    }
    if (const TicketLabel priority = priorityLabel(m_row.priority); !priority.text.isEmpty())
        labels.append(priority);
    if (m_ticket.mergedInto.isValid())
        labels.append({tr("Merged into #%1").arg(m_ticket.mergedInto.value), Tone::Accent});
    if (m_ticket.splitFrom.isValid())
        labels.append({tr("Split from #%1").arg(m_ticket.splitFrom.value), Tone::Accent});
    if (m_row.merged > 0)
        labels.append({tr("Stands for %1 more").arg(m_row.merged), Tone::Accent});
    if (m_ticket.isOpen()) // a person has the conversation, or one is awaited
        labels.append({tr("Assistant silent"), Tone::Assistant});
    if (m_row.isCustomersTurn && m_ticket.isOpen())
        labels.append({tr("Customer\u2019s turn"), Tone::Neutral});
    for (const QString &tag : m_row.tags)
        labels.append({tag, Tone::Neutral});
    return labels;
}

void TicketMarks::show(const TicketRow &row, const Ticket &ticket) {
    m_row = row;
    m_ticket = ticket;
    tell();
}

void TicketMarks::showOthers(const QVector<Present> &others) {
    m_others = others;
    tell();
}

void TicketMarks::tell() {
    QStringList words;
    for (const TicketLabel &label : labels())
        words += label.text;
    const QString all = words.join(QStringLiteral(" \u00b7 "));
    setVisible(!words.isEmpty());
    setAccessibleName(all);
    setToolTip(all.toHtmlEscaped());
    update();
}

QSize TicketMarks::sizeHint() const { return {200, chipSize(QStringLiteral("M"), font()).height() + 16}; }

void TicketMarks::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.tokens().line);
    painter.setFont(chipFont(font()));
    int x = margin;
    for (const TicketLabel &label : labels()) {
        QSize size = chipSize(label.text, font());
        if (x > margin && x + size.width() > width() - margin)
            break;
        size.setWidth(std::min(size.width(), width() - 2 * margin));
        paintChip(painter, QRect(QPoint(x, (height() - 1 - size.height()) / 2), size), label.text,
                  coloursOf(label.tone, m_theme.tokens()));
        x += size.width() + gap;
    }
}

} // namespace relaydesk
