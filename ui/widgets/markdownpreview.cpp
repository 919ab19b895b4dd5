// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/markdownpreview.h"
#include "ui/widgets/links.h"
#include "ui/widgets/safemarkdown.h"
#include <QtGui/QDesktopServices>
#include <cmath>

namespace relaydesk {

MarkdownPreview::MarkdownPreview(const Theme &theme, QWidget *parent) : QTextBrowser(parent), m_theme(theme) {
    setOpenLinks(false);
    setOpenExternalLinks(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        askBeforeOpening(url, this, [](const QUrl &agreed) { QDesktopServices::openUrl(agreed); });
    });
    connect(&theme, &Theme::changed, this, [this] { show(m_markdown); });
}

void MarkdownPreview::show(const QString &markdown) {
    m_markdown = markdown;
    QTextDocument *document = safeDocument(markdown, m_theme.tokens(), font()).release();
    document->setParent(this);
    setDocument(document); // deletes the one it came with, but not those put in here
    delete m_shown;
    m_shown = document;
    fit();
}

void MarkdownPreview::fitTo(int mostPixels) {
    m_most = mostPixels;
    setProperty("kind", QStringLiteral("bare"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fit();
}

void MarkdownPreview::resizeEvent(QResizeEvent *event) {
    QTextBrowser::resizeEvent(event);
    fit();
}

void MarkdownPreview::fit() {
    if (m_most == 0)
        return;
    const int needed = static_cast<int>(std::ceil(document()->size().height())) + height() - viewport()->height();
    setVerticalScrollBarPolicy(needed > m_most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(qMin(needed, m_most));
}

QVariant MarkdownPreview::loadResource(int, const QUrl &) { return {}; }

} // namespace relaydesk
