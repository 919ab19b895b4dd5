// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/errorbanner.h"
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr qreal radius = 8;
constexpr int iconSize = 18;
constexpr int readingTime = 60; // milliseconds a character

QString iconOf(Tone tone) {
    if (tone == Tone::Bad)
        return QStringLiteral("error");
    if (tone == Tone::Good)
        return QStringLiteral("check");
    return tone == Tone::Warning ? QStringLiteral("warning") : QStringLiteral("info");
}

} // namespace

ErrorBanner::ErrorBanner(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_label(new QLabel(this))
    , m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("errorBanner"));
    m_label->setObjectName(QStringLiteral("errorSentence"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setAccessibleName(tr("Message"));
    m_label->setWordWrap(true);
    m_close->setObjectName(QStringLiteral("closeErrorBanner"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12 + iconSize + 8, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_label, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ErrorBanner::dismiss);
    connect(m_close, &QToolButton::clicked, this, &ErrorBanner::dismiss);
    connect(&theme, &Theme::changed, this, &ErrorBanner::recolour);
    hide();
}

void ErrorBanner::tell(const QString &sentence, Tone tone) {
    const bool isKnown = std::any_of(m_sentences.begin(), m_sentences.end(),
                                     [&sentence](const Sentence &known) { return known.text == sentence; });
    if (sentence.isEmpty() || isKnown)
        return;
    m_sentences.append({sentence, tone});
    if (m_sentences.size() == 1)
        present();
}

void ErrorBanner::setPatience(int milliseconds) {
    m_patience = milliseconds;
    if (m_timer.isActive())
        m_timer.start(m_patience);
}

QString ErrorBanner::sentence() const { return m_sentences.isEmpty() ? QString() : m_sentences.first().text; }

void ErrorBanner::dismiss() {
    if (m_sentences.isEmpty())
        return;
    const QString gone = m_sentences.takeFirst().text;
    if (m_sentences.isEmpty()) {
        m_timer.stop();
        hide();
    } else {
        present();
    }
    emit dismissed(gone);
}

void ErrorBanner::paintEvent(QPaintEvent *) {
    if (m_sentences.isEmpty())
        return;
    const Tone tone = m_sentences.first().tone;
    const ToneColours colours = coloursOf(tone, m_theme.tokens());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.ink);
    painter.setBrush(colours.soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QRect icon(12, qMin(12, (height() - iconSize) / 2), iconSize, iconSize);
    m_theme.icon(iconOf(tone), colours.ink).paint(&painter, icon);
}

//! Whoever is reading it should not lose it.
void ErrorBanner::enterEvent(QEnterEvent *event) {
    m_timer.stop();
    QFrame::enterEvent(event);
}

void ErrorBanner::leaveEvent(QEvent *event) {
    if (!m_sentences.isEmpty())
        m_timer.start(m_patience);
    QFrame::leaveEvent(event);
}

void ErrorBanner::present() {
    const QString text = m_sentences.first().text;
    m_label->setText(text);
    m_label->setAccessibleName(text);
    setAccessibleName(text);
    recolour();
    m_timer.start(qMax(m_patience, qMin(4 * m_patience, static_cast<int>(text.size()) * readingTime)));
    QFrame::show();
    update();
}

void ErrorBanner::recolour() {
    if (m_sentences.isEmpty())
        return;
    const QColor ink = coloursOf(m_sentences.first().tone, m_theme.tokens()).ink;
    QPalette colours = m_label->palette();
    colours.setColor(QPalette::WindowText, m_theme.tokens().ink);
    m_label->setPalette(colours);
    m_close->setIcon(m_theme.icon(QStringLiteral("close"), ink));
    update();
}

} // namespace relaydesk
