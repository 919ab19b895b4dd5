// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/bubblelayout.h"
#include "models/items/clocktime.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/safemarkdown.h"
#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QTextCursor>
#include <QtGui/QTextOption>
#include <cmath>

namespace relaydesk {

namespace {

constexpr qreal sideMargin = 14; // from the edge of the view
constexpr qreal paddingAcross = 12;
constexpr qreal paddingAlong = 8;
constexpr qreal footerGap = 4;
constexpr qreal gapBelow = 8;
constexpr qreal thumb = 24; // a square that is easily hit
constexpr qreal widestShare = 0.8;
constexpr qreal widest = 640;
constexpr qreal narrowest = 120;
constexpr int charactersSpread = 90; // share in percent of a line that words really fill

bool isNotice(const BubbleRequest &request) { return request.row.author == Author::System && !request.row.isNote; }

bool isMarkdown(const MessageRow &row) {
    return row.file.isNone() && (row.author == Author::Assistant || row.author == Author::Agent || row.isNote);
}

qreal widestBubble(const BubbleRequest &request) {
    const qreal room = request.width - 2 * sideMargin;
    return request.row.isNote ? room : qMax(narrowest, qMin(widest, room * widestShare));
}

//! How many characters of `text` are shown while it is folded; all of them when it is short.
qsizetype foldedLength(const QString &text) {
    qsizetype end = qMin<qsizetype>(text.size(), foldedCharacters);
    qsizetype at = -1;
    for (int line = 0; line < foldedLines; ++line) {
        at = text.indexOf(QLatin1Char('\n'), at + 1);
        if (at < 0 || at > end)
            break;
        if (line == foldedLines - 1)
            end = at;
    }
    const bool isLittleMore = text.size() - end < foldedCharacters / 10 && text.count(QLatin1Char('\n')) <= foldedLines;
    if (isLittleMore)
        return text.size();
    if (end > 0 && end < text.size() && text.at(end).isLowSurrogate())
        --end;
    return end;
}

QString shownText(const BubbleRequest &request) {
    const QString &text = request.row.text;
    const qsizetype length = request.isUnfolded ? text.size() : foldedLength(text);
    return length == text.size() ? text : text.left(length).trimmed() + QStringLiteral(" …");
}

std::unique_ptr<QTextDocument> plainDocument(const QString &text, const QFont &font) {
    auto document = std::make_unique<SafeDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    document->setDefaultFont(font);
    document->setPlainText(text);
    QTextCursor all(document.get());
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(bubbleLineHeight, QTextBlockFormat::ProportionalHeight);
    all.mergeBlockFormat(format);
    return document;
}

//! The whole text is the link; it has the bubble's own colour.
void linkTo(const SentFile &file, QTextDocument &document) {
    QTextCursor all(&document);
    all.select(QTextCursor::Document);
    QTextCharFormat format;
    format.setAnchor(true);
    format.setAnchorHref(fileScheme + u':' + file.upload);
    format.setFontUnderline(true);
    all.mergeCharFormat(format);
}

std::unique_ptr<QTextDocument> documentFor(const BubbleRequest &request, const Tokens &tokens) {
    const QString text = shownText(request);
    const QFont font = isNotice(request) ? footerFont(request.font) : request.font;
    auto document = isMarkdown(request.row) ? safeDocument(text, tokens, font) : plainDocument(text, font);
    if (!request.row.file.isNone())
        linkTo(request.row.file, *document);
    QTextOption option = document->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    if (isNotice(request))
        option.setAlignment(Qt::AlignHCenter);
    document->setDefaultTextOption(option);
    return document;
}

//! As narrow as the text allows, but never wider than `most`.
void fit(QTextDocument &document, qreal most) {
    document.setTextWidth(most);
    document.setTextWidth(qMin(most, std::ceil(document.idealWidth())));
}

QString footerOf(const BubbleRequest &request, BubbleSide side) {
    const MessageRow &row = request.row;
    const bool isOwn = side == BubbleSide::Customer && row.author == Author::Customer;
    QStringList parts;
    if (!row.speaker.isEmpty() && !isOwn)
        parts.append(row.speaker);
    if (row.at.isValid() && (!row.isNote || !row.speaker.isEmpty()))
        parts.append(clockTime(row.at));
    if (!row.remark.isEmpty() && side == BubbleSide::Agent)
        parts.append(row.remark);
    return parts.join(QStringLiteral(" · "));
}

void layOutNotice(BubbleLayout &layout, const BubbleRequest &request, qreal top) {
    const qreal room = qMax(narrowest, request.width - 4 * sideMargin);
    layout.document->setTextWidth(room);
    layout.text = QPointF((request.width - room) / 2, top + 4);
    layout.height = static_cast<int>(std::ceil(layout.text.y() + layout.document->size().height() + 4 + gapBelow));
}

//! At the right end of the footer.
void placeThumbs(BubbleLayout &layout) {
    QRectF &footer = layout.footerArea;
    layout.notHelped = QRectF(footer.right() - thumb, footer.top(), thumb, footer.height());
    layout.helped = layout.notHelped.translated(-thumb, 0);
    footer.setWidth(footer.width() - 2 * thumb);
}

void layOutBubble(BubbleLayout &layout, const BubbleRequest &request, qreal top, bool isRight, bool hasThumbs) {
    const QFont small = footerFont(request.font);
    const QFontMetricsF metrics(small);
    const QString showAll = showAllWords();
    const qreal most = widestBubble(request) - 2 * paddingAcross;
    const bool isFolded = !request.isUnfolded && foldedLength(request.row.text) < request.row.text.size();
    fit(*layout.document, most);
    const qreal beside = hasThumbs ? 2 * thumb : 0;
    layout.footer = metrics.elidedText(layout.footer, Qt::ElideMiddle, most - beside);
    qreal inner = qMax(layout.document->textWidth(), std::ceil(metrics.horizontalAdvance(layout.footer)) + 1 + beside);
    if (isFolded)
        inner = qMax(inner, std::ceil(metrics.horizontalAdvance(showAll)) + 1);
    if (request.row.isNote)
        inner = most;
    const qreal across = inner + 2 * paddingAcross;
    const qreal left = isRight ? request.width - sideMargin - across : sideMargin;
    qreal y = top + paddingAlong;
    layout.text = QPointF(left + paddingAcross, y);
    y += layout.document->size().height();
    if (isFolded) {
        layout.showAll = QRectF(left + paddingAcross, y + footerGap, inner, metrics.height());
        y = layout.showAll.bottom();
    }
    if (!layout.footer.isEmpty()) {
        layout.footerArea = QRectF(left + paddingAcross, y + footerGap, inner, hasThumbs ? thumb : metrics.height());
        y = layout.footerArea.bottom();
        if (hasThumbs)
            placeThumbs(layout);
    }
    layout.bubble = QRectF(left, top, across, y + paddingAlong - top);
    layout.height = static_cast<int>(std::ceil(layout.bubble.bottom() + gapBelow));
}

} // namespace

QString showAllWords() { return QCoreApplication::translate("BubbleDelegate", "Show all"); }

BubbleLook lookOf(Author author, BubbleSide side, const Tokens &tokens) {
    switch (author) {
    case Author::Customer:
        if (side == BubbleSide::Customer)
            return {tokens.accent, tokens.onAccent, tokens.onAccent, true};
        return {tokens.bubble, tokens.ink, tokens.muted, false};
    case Author::Assistant:
        return {tokens.assistantSoft, tokens.ink, tokens.muted, false};
    case Author::Agent:
        return {tokens.peopleSoft, tokens.ink, tokens.muted, side == BubbleSide::Agent};
    case Author::System:
        break;
    }
    return {tokens.warningSoft, tokens.ink, tokens.muted, false};
}

QFont footerFont(const QFont &font) { return scaled(font, 0.84); }

int daySeparatorHeight(const QFont &font) {
    return static_cast<int>(std::ceil(QFontMetricsF(footerFont(font)).height())) + 16;
}

BubbleLayout layOut(const BubbleRequest &request, BubbleSide side, const Tokens &tokens) {
    BubbleLayout layout;
    layout.day = request.day;
    layout.document = documentFor(request, tokens);
    const qreal top = request.day.isEmpty() ? 0 : daySeparatorHeight(request.font);
    if (isNotice(request)) {
        layOutNotice(layout, request, top);
        return layout;
    }
    layout.footer = footerOf(request, side);
    layOutBubble(layout, request, top, lookOf(request.row.author, side, tokens).isRight && !request.row.isNote,
                 side == BubbleSide::Customer && request.row.answer.isValid());
    return layout;
}

HeightGuess::HeightGuess(const QFont &font, int width) : m_width(width) {
    const QFontMetricsF metrics(font);
    m_line = metrics.height() * bubbleLineHeight / 100;
    m_footer = QFontMetricsF(footerFont(font)).height();
    m_character = qMax(1.0, metrics.averageCharWidth()) * 100 / charactersSpread;
}

int HeightGuess::operator()(const QString &text, Author author, bool isUnfolded) const {
    if (author == Author::System)
        return static_cast<int>(m_footer + 8 + gapBelow);
    const qreal room = qMax(narrowest, qMin(widest, (m_width - 2 * sideMargin) * widestShare)) - 2 * paddingAcross;
    const qsizetype shown = isUnfolded ? text.size() : qMin<qsizetype>(text.size(), foldedCharacters);
    const auto breaks = static_cast<qreal>(QStringView(text).left(shown).count(QLatin1Char('\n')));
    const qreal lines = qMax(1.0, std::ceil(static_cast<qreal>(shown) * m_character / room)) + breaks;
    return static_cast<int>(2 * paddingAlong + lines * m_line + footerGap + m_footer + gapBelow);
}

} // namespace relaydesk
