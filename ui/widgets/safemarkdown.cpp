// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/safemarkdown.h"
#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextImageFormat>
#include <QtGui/QTextList>

namespace relaydesk {

namespace {

constexpr qreal paragraphGap = 6;
constexpr QChar lineBreak(QChar::LineSeparator);

bool beginsABlock(const QString &line) {
    static const QRegularExpression marker(
        QStringLiteral("^\\s*([-+*]\\s|\\d{1,9}[.)]\\s|#{1,6}\\s|>|```|~~~|={2,}\\s*$|-{2,}\\s*$|[*_]{3,}\\s*$)"));
    return line.startsWith(QLatin1String("    ")) || line.startsWith(QLatin1Char('\t')) ||
           line.contains(QLatin1Char('|')) || marker.match(line).hasMatch();
}

bool isFence(const QString &line) {
    const QString text = line.trimmed();
    return text.startsWith(QLatin1String("```")) || text.startsWith(QLatin1String("~~~"));
}

//! In a chat a new line is meant as one; Markdown alone would join the two.
QString withLineBreaksKept(const QString &markdown) {
    const QStringList lines = markdown.split(QLatin1Char('\n'));
    QString text;
    bool isCode = false;
    for (qsizetype number = 0; number < lines.size(); ++number) {
        const QString &line = lines[number];
        isCode = isCode != isFence(line);
        text += line;
        if (number + 1 == lines.size())
            break;
        const QString &next = lines[number + 1];
        const bool joins = !isCode && !isFence(line) && !line.trimmed().isEmpty() && !next.trimmed().isEmpty() &&
                           !line.contains(QLatin1Char('|')) && !line.trimmed().startsWith(QLatin1Char('#')) &&
                           !beginsABlock(next);
        text += joins ? lineBreak : QChar(QLatin1Char('\n'));
    }
    return text;
}

struct Piece {
    int from = 0;
    int to = 0;
    QTextCharFormat format;
};

QVector<Piece> piecesOf(const QTextDocument &document) {
    QVector<Piece> pieces;
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment fragment = at.fragment();
            pieces.append({fragment.position(), fragment.position() + fragment.length(), fragment.charFormat()});
        }
    }
    return pieces;
}

QString descriptionOf(const QTextImageFormat &image) {
    const QString words = image.property(QTextFormat::ImageAltText).toString();
    return QStringLiteral("[%1]").arg(words.isEmpty() ? image.name() : words);
}

QTextCharFormat lookOf(const QTextCharFormat &found, const Tokens &tokens) {
    QTextCharFormat format = found;
    format.setProperty(QTextFormat::FontSizeAdjustment, qMin(1, found.intProperty(QTextFormat::FontSizeAdjustment)));
    if (found.isAnchor()) {
        format.setForeground(tokens.accent);
        format.setFontUnderline(true);
    } else {
        format.clearForeground();
    }
    return format;
}

void dress(QTextDocument &document, const Tokens &tokens) {
    const QVector<Piece> pieces = piecesOf(document);
    QTextCursor cursor(&document);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) { // backwards: positions before stay right
        cursor.setPosition(piece->from);
        cursor.setPosition(piece->to, QTextCursor::KeepAnchor);
        if (piece->format.isImageFormat())
            cursor.insertText(descriptionOf(piece->format.toImageFormat()), QTextCharFormat());
        else
            cursor.setCharFormat(lookOf(piece->format, tokens));
    }
}

void space(QTextDocument &document) {
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool isItem = block.textList() != nullptr;
        format.setTopMargin(0);
        format.setLineHeight(bubbleLineHeight, QTextBlockFormat::ProportionalHeight);
        format.setBottomMargin(block.next().isValid() ? (isItem ? paragraphGap / 3 : paragraphGap) : 0);
        QTextCursor(block).setBlockFormat(format);
    }
}

} // namespace

QVariant SafeDocument::loadResource(int, const QUrl &) { return {}; }

std::unique_ptr<QTextDocument> safeDocument(const QString &markdown, const Tokens &tokens, const QFont &font,
                                            qreal width) {
    auto document = std::make_unique<SafeDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    document->setIndentWidth(20);
    document->setDefaultFont(font);
    document->setMarkdown(withLineBreaksKept(markdown),
                          QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                              QTextDocument::MarkdownNoHTML);
    dress(*document, tokens);
    space(*document);
    if (width >= 0)
        document->setTextWidth(width);
    return document;
}

} // namespace relaydesk
