// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/tickets/hitdelegate.h"
#include "models/items/hitlistmodel.h"
#include "ui/widgets/chippainting.h"
#include "ui/widgets/rowground.h"
#include "ui/widgets/ticketlabels.h"
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

namespace relaydesk {

namespace {

constexpr int padding = 10;
constexpr int gap = 6;
constexpr int lines = 2;

Tone toneOf(const SearchHit &hit) {
    if (hit.kind == HitKind::Note)
        return Tone::Warning;
    if (hit.kind == HitKind::Article)
        return Tone::Accent;
    return hit.author == Author::Assistant ? Tone::Assistant
           : hit.author == Author::Agent   ? Tone::People
                                           : Tone::Neutral;
}

} // namespace

HitDelegate::HitDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const int chip = chipSize(QStringLiteral("M"), option.font).height();
    return {160, 2 * padding + chip + gap + lines * QFontMetrics(option.font).lineSpacing()};
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Tokens &tokens = m_theme.tokens();
    const auto hit = index.data(HitListModel::HitRole).value<SearchHit>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, tokens);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    QRect area = option.rect.adjusted(12, padding, -12, -padding);
    const int head = chipSize(QStringLiteral("M"), option.font).height();
    paintHead(*painter, QRect(area.topLeft(), QSize(area.width(), head)), hit, option.font);
    area.setTop(area.top() + head + gap);
    paintSnippet(*painter, area, hit, option.font);
    painter->restore();
}

void HitDelegate::paintHead(QPainter &painter, const QRect &line, const SearchHit &hit, const QFont &font) const {
    const Tokens &tokens = m_theme.tokens();
    const QString kind = hitKindWords(hit.kind);
    const QSize size = chipSize(kind, font);
    painter.setFont(chipFont(font));
    paintChip(painter, QRect(line.topLeft(), size), kind, coloursOf(toneOf(hit), tokens));
    const QFont small = chipFont(font);
    const QString when = momentWords(hit.at, QDateTime::currentDateTimeUtc());
    const int width = QFontMetrics(small).horizontalAdvance(when);
    painter.setFont(small);
    painter.setPen(tokens.muted);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, when);
    const QRect room = line.adjusted(size.width() + gap, 0, -width - gap, 0);
    painter.setFont(font);
    painter.setPen(tokens.ink);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(hit.title.simplified(), Qt::ElideRight, room.width()));
}

void HitDelegate::paintSnippet(QPainter &painter, const QRect &area, const SearchHit &hit, const QFont &font) const {
    const Tokens &tokens = m_theme.tokens();
    QVector<QTextLayout::FormatRange> formats;
    for (const TextSpan &mark : hit.marks) {
        QTextCharFormat format;
        format.setBackground(tokens.warningSoft);
        format.setForeground(tokens.ink);
        format.setFontWeight(QFont::DemiBold);
        formats.append({mark.start, mark.length, format});
    }
    QTextLayout layout(hit.snippet, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    qreal y = 0;
    for (int number = 0; number < lines; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        line.setPosition({0, y});
        y += QFontMetrics(font).lineSpacing();
    }
    layout.endLayout();
    painter.setPen(tokens.muted);
    layout.draw(&painter, area.topLeft());
}

} // namespace relaydesk
