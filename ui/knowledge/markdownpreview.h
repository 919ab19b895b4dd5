// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Markdown as the customer sees it: nothing loaded, links open only after asking.
#pragma once
#include "ui/theme/theme.h"
#include <QtWidgets/QTextBrowser>

namespace relaydesk {

class MarkdownPreview : public QTextBrowser {
    Q_OBJECT

  public:
    explicit MarkdownPreview(const Theme &theme, QWidget *parent = nullptr);
    void show(const QString &markdown);
    QVariant loadResource(int type, const QUrl &name) override;

  private:
    const Theme &m_theme;
    QString m_markdown;
    QTextDocument *m_shown = nullptr; //!< a child
};

} // namespace relaydesk
