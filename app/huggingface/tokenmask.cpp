// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/tokenmask.h"
#include <QtCore/QRegularExpression>
#include <utility>

namespace relaydesk {

namespace {

constexpr qsizetype shortestSecret = 8;
const QLatin1String mark("[token]");

} // namespace

TokenMask::TokenMask(const QString &token) : m_token(token.size() < shortestSecret ? QString() : token) {}

QString TokenMask::masked(QString text) const {
    static const QRegularExpression looksLikeToken(QStringLiteral("\\bhf_[A-Za-z0-9]{8,}"));
    if (!m_token.isEmpty())
        text.replace(m_token, mark, Qt::CaseInsensitive);
    return text.replace(looksLikeToken, mark);
}

QString TokenMask::shown(const QString &piece) {
    if (m_token.isEmpty())
        return piece;
    QString text = m_held + piece;
    text.replace(m_token, mark, Qt::CaseInsensitive);
    qsizetype kept = qMin(text.size(), m_token.size() - 1);
    while (kept > 0 && !m_token.startsWith(QStringView(text).right(kept), Qt::CaseInsensitive))
        --kept;
    m_held = text.right(kept);
    return text.chopped(kept);
}

QString TokenMask::rest() { return std::exchange(m_held, {}); }

} // namespace relaydesk
