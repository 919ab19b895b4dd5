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
    //! As high as its text from now on, up to so many pixels; what is longer scrolls.
    void fitTo(int mostPixels);
    QString markdown() const { return m_markdown; }
    QVariant loadResource(int type, const QUrl &name) override;

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    void fit();

    const Theme &m_theme;
    QString m_markdown;
    int m_most = 0;                   //!< 0: as high as the layout makes it
    QTextDocument *m_shown = nullptr; //!< a child
};

} // namespace relaydesk
