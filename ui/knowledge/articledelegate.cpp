// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/knowledge/articledelegate.h"
#include "models/items/articlewords.h"
#include "ui/widgets/chippainting.h"
#include "ui/widgets/rowground.h"
#include <QtGui/QPainter>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr int inset = 8; // as the header's
constexpr int barHeight = 6;

QString elided(const QFont &font, const QString &text, int width) {
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
}

} // namespace

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Tokens &tokens = m_theme.tokens();
    const auto row = index.data(ArticleListModel::RowRole).value<ArticleRow>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, tokens);
    switch (index.column()) {
    case ArticleListModel::ArticleColumn:
        paintTitle(*painter, option, row);
        break;
    case ArticleListModel::WorkedColumn:
        paintSuccess(*painter, option.rect, row.article.record);
        break;
    case ArticleListModel::SourceColumn:
        paintSource(*painter, option, row);
        break;
    default:
        painter->setPen(row.used > 0 ? tokens.ink : tokens.muted);
        painter->setFont(option.font);
        painter->drawText(option.rect.adjusted(inset, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          option.locale.toString(row.used));
    }
    painter->restore();
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const int lines = QFontMetrics(option.font).height() + QFontMetrics(chipFont(option.font)).height();
    return {80, std::max(52, lines + 20)};
}

void ArticleDelegate::paintTitle(QPainter &painter, const QStyleOptionViewItem &option, const ArticleRow &row) const {
    const Tokens &tokens = m_theme.tokens();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isArchived = row.article.status == ArticleStatus::Archived;
    if (isSelected)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), tokens.accent);
    QFont font = option.font, small = chipFont(option.font);
    font.setBold(isSelected);
    const QFontMetrics upper(font), lower(small);
    const int top = option.rect.top() + (option.rect.height() - upper.height() - lower.height() - 4) / 2;
    QRect line(option.rect.left() + inset, top, option.rect.width() - inset - 4, upper.height());
    const QString title =
        row.article.title.isEmpty() ? ArticleListModel::tr("New article") : row.article.title.simplified();
    painter.setFont(font);
    painter.setPen(isArchived ? tokens.muted : tokens.ink);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, elided(font, title, line.width()));
    line.translate(0, upper.height() + 4);
    line.setHeight(lower.height());
    painter.setFont(small);
    if (row.unsaved) {
        const QString mark = tr("unsaved");
        painter.setPen(tokens.warning);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, mark);
        line.setLeft(line.left() + lower.horizontalAdvance(mark + QStringLiteral("  ")));
    }
    painter.setPen(tokens.muted);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, elided(small, articleSummary(row.article), line.width()));
}

void ArticleDelegate::paintSuccess(QPainter &painter, const QRect &cell, const TrackRecord &record) const {
    if (record.outcomes <= 0)
        return;
    const Tokens &tokens = m_theme.tokens();
    const double share = std::clamp(double(record.successes) / record.outcomes, 0.0, 1.0);
    QRectF bar(cell.left() + inset, cell.center().y() - barHeight / 2, std::min(72, cell.width() - 20), barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(bar, barHeight / 2, barHeight / 2);
    bar.setWidth(std::max<double>(barHeight, bar.width() * share));
    painter.setBrush(share >= 0.75 ? tokens.good : share >= 0.5 ? tokens.warning : tokens.bad);
    painter.drawRoundedRect(bar, barHeight / 2, barHeight / 2);
}

void ArticleDelegate::paintSource(QPainter &painter, const QStyleOptionViewItem &option, const ArticleRow &row) const {
    if (!row.article.id.isValid())
        return;
    const bool isArchived = row.article.status == ArticleStatus::Archived;
    const bool isLearned = row.article.origin == Origin::Agent || row.article.origin == Origin::Customer;
    const ToneColours colours =
        coloursOf(isArchived ? Tone::Warning : (isLearned ? Tone::People : Tone::Neutral), m_theme.tokens());
    const QString text = isArchived ? tr("Archived") : sourceWords(row.article.origin);
    const QSize size = chipSize(text, option.font);
    const int width = std::min(size.width(), option.rect.width() - inset - 4);
    const QRect chip(option.rect.left() + inset, option.rect.center().y() - size.height() / 2, width, size.height());
    painter.setFont(chipFont(option.font));
    paintChip(painter, chip, text, colours);
}

} // namespace relaydesk
