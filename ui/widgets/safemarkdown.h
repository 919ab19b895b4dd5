// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Markdown as a document that loads nothing and swallows nothing.
#pragma once
#include "ui/theme/tokens.h"
#include <QtGui/QFont>
#include <QtGui/QTextDocument>
#include <memory>

namespace relaydesk {

//! A document that refuses every resource: no picture, no style sheet, no file is ever read for it.
class SafeDocument : public QTextDocument {
    Q_OBJECT

  protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

constexpr int bubbleLineHeight = 116; //!< percent of the font's own

//! HTML in `markdown` is shown as the text it is; links are drawn in `tokens.accent` and do nothing by themselves.
//! Pictures become their description. `width` in pixels, negative for none.
std::unique_ptr<QTextDocument> safeDocument(const QString &markdown, const Tokens &tokens, const QFont &font,
                                            qreal width = -1);

} // namespace relaydesk
