// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/exchange/references.h"

namespace relaydesk {

namespace {

struct Reference {
    char32_t character = 0; //!< 0: there is none
    qsizetype length = 0;
};

//! The reference "&#digits;" that begins at `from`, if there is one and it names a character.
Reference referenceAt(const QString &text, qsizetype from) {
    if (!QStringView(text).sliced(from).startsWith(QLatin1String("&#")))
        return {};
    const auto end = text.indexOf(u';', from);
    if (end < from + 3 || end > from + 9)
        return {};
    quint32 code = 0;
    for (const QChar digit : QStringView(text).sliced(from + 2, end - from - 2)) {
        if (digit < u'0' || digit > u'9')
            return {};
        code = code * 10 + quint32(digit.unicode() - u'0');
    }
    if (code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
        return {};
    return {code, end + 1 - from};
}

bool breaksLine(QChar c) {
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
           c.category() == QChar::Separator_Paragraph;
}

} // namespace

QString withReferences(const QString &text, QStringView special) {
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const bool atEnd = at == 0 || at + 1 == text.size();
        const bool looksLikeOne = c == u'&' && at + 1 < text.size() && text[at + 1] == u'#';
        if (breaksLine(c) || looksLikeOne || (atEnd && c.isSpace()) || special.contains(c))
            out += QStringLiteral("&#%1;").arg(c.unicode());
        else
            out += c;
    }
    return out;
}

QString withoutReferences(const QString &text) {
    QString out;
    for (qsizetype at = 0; at < text.size();) {
        if (const auto reference = referenceAt(text, at); reference.character != 0) {
            out += QString::fromUcs4(&reference.character, 1);
            at += reference.length;
        } else {
            out += text[at++];
        }
    }
    return out;
}

QString joinedTags(const QStringList &tags, QChar separator, QStringView between) {
    QStringList parts;
    for (const QString &tag : tags) {
        if (!tag.trimmed().isEmpty())
            parts += withReferences(tag, QStringView(&separator, 1));
    }
    return parts.join(between);
}

//! A reference ends in ';', which therefore separates nothing where it closes one.
QStringList splitTags(const QString &text, QChar separator) {
    QStringList tags;
    QString part;
    const auto take = [&] {
        if (const QString tag = withoutReferences(part.trimmed()); !tag.trimmed().isEmpty())
            tags += tag;
        part.clear();
    };
    for (qsizetype at = 0; at < text.size();) {
        const auto reference = referenceAt(text, at);
        const auto length = reference.character != 0 ? reference.length : 1;
        if (text[at] == separator)
            take();
        else
            part += QStringView(text).sliced(at, length);
        at += length;
    }
    take();
    return tags;
}

} // namespace relaydesk
