// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/bubbledelegate.h"
#include "ui/widgets/bubblepainting.h"
#include "ui/widgets/dayseparator.h"
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QToolTip>

namespace relaydesk {

namespace {

constexpr int keptLayouts = 240;

MessageRow rowOf(const QModelIndex &index) {
    const QVariant helped = index.data(MessageListModel::HelpedRole);
    return {.id = {index.data(MessageListModel::IdRole).toLongLong()},
            .author = index.data(MessageListModel::AuthorRole).value<Author>(),
            .speaker = index.data(MessageListModel::SpeakerRole).toString(),
            .text = index.data(MessageListModel::TextRole).toString(),
            .at = index.data(MessageListModel::AtRole).toDateTime(),
            .remark = index.data(MessageListModel::RemarkRole).toString(),
            .isNote = index.data(MessageListModel::NoteRole).toBool(),
            .file = index.data(MessageListModel::FileRole).value<SentFile>(),
            .answer = {index.data(MessageListModel::AnswerRole).toLongLong()},
            .helped = helped.isValid() ? std::optional(helped.toBool()) : std::nullopt};
}

bool isTyping(const QModelIndex &index) { return index.data(MessageListModel::TypingRole).toBool(); }

bool isSame(const BubbleRequest &one, const BubbleRequest &other) {
    return one.row == other.row && one.day == other.day && one.width == other.width &&
           one.isUnfolded == other.isUnfolded && one.font == other.font;
}

} // namespace

BubbleDelegate::BubbleDelegate(const Theme &theme, Side side, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_side(side)
    , m_layouts(keptLayouts) {}

QSize BubbleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    if (isHidden(index))
        return {option.rect.width(), 0};
    if (isTyping(index))
        return {option.rect.width(), typingHeight(option.font)};
    return {option.rect.width(), layoutOf(option, index).height};
}

void BubbleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    if (isHidden(index))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(option.rect.topLeft());
    if (isTyping(index)) {
        paintTyping(*painter, option, index);
    } else {
        const BubbleLayout &layout = layoutOf(option, index);
        const MessageRow row = rowOf(index);
        const bool isCurrent = option.state & (QStyle::State_HasFocus | QStyle::State_Selected);
        paintDay(*painter, option, layout.day);
        paintFrame(*painter, layout, row, isCurrent && (option.state & QStyle::State_Active));
        paintText(*painter, option, layout, row);
    }
    painter->restore();
}

std::vector<int> BubbleDelegate::estimates(const QStyleOptionViewItem &option, const QAbstractItemModel &model,
                                           int first, int last) const {
    const HeightGuess guess(option.font, option.rect.width());
    std::vector<int> heights;
    heights.reserve(static_cast<size_t>(qMax(0, last - first + 1)));
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model.index(row, 0);
        const bool isUnfolded =
            !m_unfolded.isEmpty() && m_unfolded.contains(index.data(MessageListModel::IdRole).toLongLong());
        const auto author = index.data(MessageListModel::AuthorRole).value<Author>();
        const bool isNothing = isHidden(index);
        heights.push_back(isNothing ? 0 : guess(index.data(MessageListModel::TextRole).toString(), author, isUnfolded));
    }
    return heights;
}

QUrl BubbleDelegate::linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const {
    if (isHidden(index) || isTyping(index))
        return {};
    const QTextDocument &document = *layoutOf(option, index).document;
    return QUrl(document.documentLayout()->anchorAt(inDocument(option, index, point)));
}

QVector<QUrl> BubbleDelegate::linksIn(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QVector<QUrl> links;
    if (isHidden(index) || isTyping(index))
        return links;
    const QTextDocument &document = *layoutOf(option, index).document;
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QUrl url(at.fragment().charFormat().anchorHref());
            if (!url.isEmpty() && !links.contains(url))
                links.append(url);
        }
    }
    return links;
}

std::optional<bool> BubbleDelegate::thumbAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                            const QPoint &point) const {
    if (isHidden(index) || isTyping(index))
        return std::nullopt;
    const BubbleLayout &layout = layoutOf(option, index);
    const QPointF inside = point - option.rect.topLeft();
    if (layout.helped.contains(inside))
        return true;
    return layout.notHelped.contains(inside) ? std::optional(false) : std::nullopt;
}

bool BubbleDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index) {
    if (const auto thumb = thumbAt(option, index, event->pos())) {
        QToolTip::showText(event->globalPos(), *thumb ? tr("This helped") : tr("This did not help"), view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

bool BubbleDelegate::isShowAllAt(const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const QPoint &point) const {
    return isFolded(option, index) && layoutOf(option, index).showAll.contains(point - option.rect.topLeft());
}

bool BubbleDelegate::isFolded(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    return !isHidden(index) && !isTyping(index) && !layoutOf(option, index).showAll.isEmpty();
}

void BubbleDelegate::unfold(const QModelIndex &index) {
    m_unfolded.insert(index.data(MessageListModel::IdRole).toLongLong());
}

void BubbleDelegate::forget() { m_layouts.clear(); }

//! Valid until the next call: the cache may drop it then.
const BubbleLayout &BubbleDelegate::layoutOf(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    BubbleRequest request = requestFor(option, index);
    const qint64 id = request.row.id.value;
    if (const Kept *kept = m_layouts.object(id); kept && isSame(kept->request, request))
        return kept->layout;
    BubbleLayout layout = layOut(request, m_side, m_theme.tokens());
    auto *kept = new Kept{std::move(request), std::move(layout)};
    m_layouts.insert(id, kept);
    return kept->layout;
}

BubbleRequest BubbleDelegate::requestFor(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    MessageRow row = rowOf(index);
    const QDateTime before = index.siblingAtRow(index.row() - 1).data(MessageListModel::AtRole).toDateTime();
    const QString day = daySeparator(before, row.at);
    const bool isUnfolded = m_unfolded.contains(row.id.value);
    return {std::move(row), day, option.font, option.rect.width(), isUnfolded};
}

//! Notes are for agents; the customer's pane shows nothing in their place.
bool BubbleDelegate::isHidden(const QModelIndex &index) const {
    return m_side == Side::Customer && index.data(MessageListModel::NoteRole).toBool();
}

QPointF BubbleDelegate::inDocument(const QStyleOptionViewItem &option, const QModelIndex &index,
                                   const QPoint &point) const {
    return QPointF(point - option.rect.topLeft()) - layoutOf(option, index).text;
}

void BubbleDelegate::paintTyping(QPainter &painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const {
    painter.setFont(option.font);
    paintTypingBubble(painter, index.data(Qt::DisplayRole).toString(), option.rect.width(), m_step, m_theme.tokens());
}

void BubbleDelegate::paintDay(QPainter &painter, const QStyleOptionViewItem &option, const QString &day) const {
    if (day.isEmpty())
        return;
    painter.setFont(footerFont(option.font));
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(QRect(0, 0, option.rect.width(), daySeparatorHeight(option.font)), Qt::AlignCenter, day);
}

void BubbleDelegate::paintFrame(QPainter &painter, const BubbleLayout &layout, const MessageRow &row,
                                bool isCurrent) const {
    const Tokens &tokens = m_theme.tokens();
    const BubbleLook look = lookOf(row.isNote ? Author::System : row.author, m_side, tokens);
    if (row.isNote)
        paintNoteFrame(painter, layout.bubble, look.fill, tokens.warning);
    else if (!layout.bubble.isEmpty())
        paintBubbleFrame(painter, layout.bubble, look.fill, look.isRight);
    if (!isCurrent)
        return;
    const QRectF around = layout.bubble.isEmpty() ? QRectF(layout.text, layout.document->size()) : layout.bubble;
    painter.setPen(QPen(tokens.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(bubblePath(around.adjusted(-3, -3, 3, 3), look.isRight));
}

void BubbleDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const BubbleLayout &layout,
                               const MessageRow &row) const {
    const Tokens &tokens = m_theme.tokens();
    const bool isNotice = layout.bubble.isEmpty();
    const BubbleLook look = lookOf(row.isNote ? Author::System : row.author, m_side, tokens);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, isNotice ? tokens.muted : look.ink);
    const QRectF seen = painter.clipBoundingRect(); // of a very long text only the lines in sight
    if (!seen.isEmpty())
        context.clip = seen.translated(-layout.text);
    painter.save();
    painter.translate(layout.text);
    layout.document->documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(footerFont(option.font));
    painter.setPen(look.footerInk);
    if (!layout.showAll.isEmpty()) {
        QFont font = painter.font();
        font.setUnderline(true);
        painter.setFont(font);
        painter.setPen(look.isRight && m_side == Side::Customer ? look.ink : tokens.accent);
        painter.drawText(layout.showAll, Qt::AlignLeft | Qt::AlignVCenter, showAllWords());
        painter.setFont(footerFont(option.font));
        painter.setPen(look.footerInk);
    }
    painter.drawText(layout.footerArea, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, layout.footer);
    if (layout.helped.isEmpty())
        return;
    paintThumb(painter, layout.helped, true, row.helped == true, m_theme);
    paintThumb(painter, layout.notHelped, false, row.helped == false, m_theme);
}

} // namespace relaydesk
