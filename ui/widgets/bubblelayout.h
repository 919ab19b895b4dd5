// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One message laid out for a width: where its bubble, text, footer and what belongs to it stand.
#pragma once
#include "models/items/messagelistmodel.h"
#include "ui/theme/tokens.h"
#include <QtCore/QRectF>
#include <QtGui/QFont>
#include <QtGui/QTextDocument>
#include <memory>

namespace relaydesk {

enum class BubbleSide { Customer, Agent };

struct BubbleLook {
    QColor fill;
    QColor ink;
    QColor footerInk;
    bool isRight = false;
};

//! How the bubbles of `author` look to the person on `side`.
BubbleLook lookOf(Author author, BubbleSide side, const Tokens &tokens);

inline const QString fileScheme = QStringLiteral("relaydesk-file"); //!< of the link in a row that is a file

struct BubbleLayout {
    QString day;   //!< text of the separator above; empty when the day is the same as before
    QRectF bubble; //!< empty for notices, which have only text
    QPointF text;  //!< top left of the document
    std::unique_ptr<QTextDocument> document;
    QString footer; //!< elided to fit
    QRectF footerArea;
    QRectF helped;    //!< where a click says that the answer helped; empty for all but answers, as customers see them
    QRectF notHelped; //!< … that it did not
    QRectF showAll;   //!< where a click unfolds; empty when all is shown
    int height = 0;   //!< with the gap below
};

struct BubbleRequest {
    MessageRow row;
    QString day;
    QFont font;
    int width = 0;
    bool isUnfolded = false;
};

//! Texts longer than this are folded until the reader wants all of them.
constexpr int foldedCharacters = 1500;
constexpr int foldedLines = 24;

QString showAllWords(); //!< of the link that unfolds
int daySeparatorHeight(const QFont &font);
QFont footerFont(const QFont &font);
BubbleLayout layOut(const BubbleRequest &request, BubbleSide side, const Tokens &tokens);

//! What layOut() will roughly find, without laying out: so cheap that thousands of messages can be guessed at once.
class HeightGuess {
  public:
    HeightGuess(const QFont &font, int width);
    int operator()(const QString &text, Author author, bool isUnfolded) const;

  private:
    int m_width;
    qreal m_line = 0;
    qreal m_footer = 0;
    qreal m_character = 0;
};

} // namespace relaydesk
