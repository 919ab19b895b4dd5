// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/matching/unigramcharsmap.h"
#include <QtCore/QString>
#include <QtCore/QTextBoundaryFinder>
#include <QtCore/QtEndian>

namespace relaydesk {

namespace {

constexpr qsizetype wholeBelow = 6; // bytes of a grapheme

QByteArray utf8(std::u32string_view text) { return unigramUnits(text).toUtf8(); }

// A node of darts-clone's double array.
bool hasLeaf(quint32 unit) { return (unit >> 8 & 1U) != 0; }
quint32 label(quint32 unit) { return unit & (1U << 31 | 0xFFU); }
size_t offset(quint32 unit) { return size_t(unit >> 10) << ((unit & 1U << 9) >> 6); }
qsizetype value(quint32 unit) { return qsizetype(unit & ~(1U << 31)); }

} // namespace

QString unigramUnits(std::u32string_view text) {
    QString units;
    units.reserve(qsizetype(text.size()));
    for (const char32_t symbol : text)
        units.append(QChar::fromUcs4(symbol));
    return units;
}

std::optional<UnigramCharsmap> UnigramCharsmap::read(const QByteArray &bytes) {
    if (bytes.size() < 8)
        return std::nullopt;
    const quint32 length = qFromLittleEndian<quint32>(bytes.constData());
    if (length < 4 || length % 4 != 0 || qint64(length) > bytes.size() - 4)
        return std::nullopt;
    UnigramCharsmap map;
    map.m_trie.resize(length / 4);
    qFromLittleEndian<quint32>(bytes.constData() + 4, qsizetype(map.m_trie.size()), map.m_trie.data());
    map.m_replacements = bytes.mid(4 + qsizetype(length));
    return map;
}

std::u32string UnigramCharsmap::applied(const std::u32string &text) const {
    const QString units = unigramUnits(text);
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, units);
    std::u32string result;
    result.reserve(text.size());
    qsizetype from = 0;
    for (qsizetype to = graphemes.toNextBoundary(); to > from; to = graphemes.toNextBoundary()) {
        if (to < units.size() && units[to].isLowSurrogate())
            continue; // Qt 6.4 parts the halves of some characters
        appendReplaced(units.mid(from, to - from).toStdU32String(), result);
        from = to;
    }
    return result;
}

void UnigramCharsmap::appendReplaced(std::u32string_view grapheme, std::u32string &result) const {
    const QByteArray whole = utf8(grapheme);
    if (whole.size() < wholeBelow) {
        if (const auto replaced = replacement(whole)) {
            result += *replaced;
            return;
        }
    }
    for (const char32_t symbol : grapheme) {
        if (const auto replaced = replacement(utf8({&symbol, 1})))
            result += *replaced;
        else
            result += symbol;
    }
}

//! For the shortest beginning that is in the table.
std::optional<std::u32string> UnigramCharsmap::replacement(const QByteArray &utf8) const {
    size_t node = offset(m_trie[0]);
    for (const char byte : utf8) {
        const auto wanted = quint32(uchar(byte));
        node ^= wanted;
        if (wanted == 0 || node >= m_trie.size() || label(m_trie[node]) != wanted)
            return std::nullopt;
        const quint32 unit = m_trie[node];
        node ^= offset(unit);
        if (!hasLeaf(unit))
            continue;
        const qsizetype from = node < m_trie.size() ? value(m_trie[node]) : m_replacements.size();
        if (from >= m_replacements.size())
            return std::nullopt;
        const qsizetype end = m_replacements.indexOf('\0', from);
        return QString::fromUtf8(m_replacements.mid(from, end < 0 ? -1 : end - from)).toStdU32String();
    }
    return std::nullopt;
}

} // namespace relaydesk
