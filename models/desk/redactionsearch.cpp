// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/redactionsearch.h"
#include "models/desk/redactionnumbers.h"
#include "models/desk/redactionpatterns.h"
#include <QtCore/QBitArray>
#include <algorithm>

namespace relaydesk {

namespace {

constexpr qsizetype leadLength = 48;
constexpr qsizetype nearby = 60; //!< characters between a strange word and the word for secrets, at most

class Search {
  public:
    explicit Search(const QString &text) : m_text(text), m_taken(text.size()) {}
    QVector<Secret> found();

  private:
    using Accepts = bool (Search::*)(const QRegularExpressionMatch &) const;

    void add(const QString &kind, qsizetype start, qsizetype length);
    void addAll(RedactionGroup group, const QString &kind, Accepts accepts = nullptr);
    void addIbans();
    QString before(qsizetype position) const {
        return m_text.mid(std::max<qsizetype>(0, position - leadLength), std::min(position, leadLength));
    }
    bool isCard(const QRegularExpressionMatch &match) const {
        return isCardNumber(match.capturedView()) &&
               !redactionLabel(RedactionLabel::Device).match(before(match.capturedStart())).hasMatch();
    }
    bool isIp(const QRegularExpressionMatch &match) const;
    bool isPhone(const QRegularExpressionMatch &match) const;
    bool isWordAlone(const QRegularExpressionMatch &match) const;
    bool isSecretValue(const QRegularExpressionMatch &match) const;
    bool isComplex(const QRegularExpressionMatch &match) const;
    bool isStrangeNearby(const QRegularExpressionMatch &match) const;

    const QString &m_text;
    QBitArray m_taken;
    QVector<Secret> m_found;
};

void Search::add(const QString &kind, qsizetype start, qsizetype length) {
    for (qsizetype i = start; i < start + length; ++i) {
        if (m_taken.testBit(i))
            return;
    }
    if (length <= 0)
        return;
    m_taken.fill(true, start, start + length);
    m_found.append({kind, start, length});
}

//! Where the start of a match is taken already, looks again behind that.
void Search::addAll(RedactionGroup group, const QString &kind, Accepts accepts) {
    for (const QRegularExpression &expression : redactionPatterns(group)) {
        const int part = expression.captureCount() > 0 ? 1 : 0;
        for (qsizetype from = 0; from < m_text.size();) {
            const auto match = expression.match(m_text, from);
            if (!match.hasMatch())
                break;
            qsizetype free = match.capturedStart(part);
            while (free < match.capturedEnd() && m_taken.testBit(free))
                ++free;
            const bool isTaken = free > match.capturedStart(part);
            from = std::max(isTaken ? free : match.capturedEnd(), from + 1);
            if (!isTaken && (!accepts || (this->*accepts)(match)))
                add(kind, match.capturedStart(part), match.capturedLength(part));
        }
    }
}

//! The country says how long one is: what follows it may look the same.
void Search::addIbans() {
    for (auto matches = redactionPatterns(RedactionGroup::Iban).front().globalMatch(m_text); matches.hasNext();) {
        const auto match = matches.next();
        const int wanted = ibanLength(match.capturedView().left(2));
        qsizetype end = match.capturedStart();
        for (int count = 0; count < wanted && end < match.capturedEnd(); ++end)
            count += m_text.at(end).isLetterOrNumber() ? 1 : 0;
        const bool isWhole = end >= m_text.size() || !m_text.at(end).isLetterOrNumber();
        if (isWhole && isIban(QStringView(m_text).mid(match.capturedStart(), end - match.capturedStart())))
            add(QStringLiteral("IBAN"), match.capturedStart(), end - match.capturedStart());
    }
}

bool Search::isIp(const QRegularExpressionMatch &match) const {
    const QString found = match.captured();
    return isIpv6(found) ||
           (isIpv4(found) && !redactionLabel(RedactionLabel::Version).match(before(match.capturedStart())).hasMatch());
}

bool Search::isPhone(const QRegularExpressionMatch &match) const {
    const QString found = match.captured();
    const auto digits = std::count_if(found.begin(), found.end(), [](QChar unit) { return unit.isDigit(); });
    if (digits < 6 || digits > 15)
        return false;
    const QString lead = before(match.capturedStart());
    if (redactionLabel(RedactionLabel::Phone).match(lead).hasMatch())
        return true;
    if (redactionLabel(RedactionLabel::Date).match(found).hasMatch())
        return false;
    if (redactionLabel(RedactionLabel::OtherNumber).match(lead).hasMatch() || digits < 8)
        return false;
    const bool isDoubleZero = found.startsWith(QLatin1String("00"));
    const bool isAbroad =
        found.startsWith(u'+') || found.startsWith(QLatin1String("(+")) || (isDoubleZero && digits >= 11);
    const bool isNational =
        !isDoubleZero && digits >= 9 && (found.startsWith(u'0') || found.startsWith(QLatin1String("(0")));
    return isAbroad || isNational || redactionLabel(RedactionLabel::AmericanPhone).match(found).hasMatch();
}

//! "password: sunshine" is one, "password: what now" is none.
bool Search::isWordAlone(const QRegularExpressionMatch &match) const {
    const QString rest = m_text.mid(match.capturedEnd(1), 2);
    const QString after = rest.trimmed();
    const bool isEnd = after.isEmpty() || rest.startsWith(u'\n') || QStringLiteral(".,;!)").contains(rest.at(0));
    return isEnd && !redactionLabel(RedactionLabel::NoSecret).match(match.captured(1)).hasMatch();
}

//! Letters with digits or signs among them.
bool Search::isComplex(const QRegularExpressionMatch &match) const {
    static const QRegularExpression complex(
        QStringLiteral("\\d|\\p{L}[^\\p{L}\\s'\u2019-]+\\p{L}|[^\\p{L}\\s]{2,}|\\p{Ll}\\p{Lu}"),
        QRegularExpression::UseUnicodePropertiesOption);
    return complex.match(match.captured(1)).hasMatch() &&
           !redactionLabel(RedactionLabel::NoSecret).match(match.captured(1)).hasMatch();
}

bool Search::isSecretValue(const QRegularExpressionMatch &match) const {
    const QString value = match.captured(1);
    const QString lead = match.captured().left(match.capturedStart(1) - match.capturedStart()).trimmed();
    const QChar last = lead.isEmpty() ? QChar() : lead.back();
    if (last == u'"' || last == u'\'' || last == u'\u201c' || last == u'\u201e' || last == u'\u00ab' || last == u'`')
        return true;
    if (isComplex(match))
        return true;
    return (last == u':' || last == u'=') && isWordAlone(match);
}

//! Three of small letters, capitals, digits and signs, or letters and digits by turns; and a word for secrets near it.
bool Search::isStrangeNearby(const QRegularExpressionMatch &match) const {
    const QString value = match.captured(1);
    int kinds[4] = {};
    int turns = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar unit = value.at(i);
        ++kinds[unit.isDigit() ? 0 : unit.isUpper() ? 1 : unit.isLetter() ? 2 : 3];
        turns += i > 0 && unit.isDigit() != value.at(i - 1).isDigit() ? 1 : 0;
    }
    const auto used = std::count_if(std::begin(kinds), std::end(kinds), [](int count) { return count > 0; });
    if (used < 3 && turns < 3)
        return false;
    const qsizetype start = std::max<qsizetype>(0, match.capturedStart(1) - nearby);
    const QString around = m_text.mid(start, match.capturedEnd(1) + nearby - start);
    const auto &reference = redactionLabel(RedactionLabel::Reference);
    return !reference.match(value).hasMatch() && !reference.match(before(match.capturedStart(1))).hasMatch() &&
           redactionLabel(RedactionLabel::SecretWord).match(around).hasMatch();
}

QVector<Secret> Search::found() {
    addAll(RedactionGroup::SecretShape, QStringLiteral("SECRET"));
    addAll(RedactionGroup::Email, QStringLiteral("EMAIL"));
    addIbans();
    addAll(RedactionGroup::Card, QStringLiteral("CARD"), &Search::isCard);
    addAll(RedactionGroup::Ip, QStringLiteral("IP"), &Search::isIp);
    addAll(RedactionGroup::SecretPair, QStringLiteral("SECRET"), &Search::isComplex);
    addAll(RedactionGroup::LabelledSecret, QStringLiteral("SECRET"), &Search::isSecretValue);
    // Most texts speak of no secret at all: what needs the word is not looked for in those.
    const bool speaksOfSecrets = redactionLabel(RedactionLabel::SecretWord).match(m_text).hasMatch();
    if (speaksOfSecrets)
        addAll(RedactionGroup::SecretPhrase, QStringLiteral("SECRET"), &Search::isComplex);
    addAll(RedactionGroup::LabelledCode, QStringLiteral("SECRET"));
    addAll(RedactionGroup::Address, QStringLiteral("ADDRESS"));
    if (speaksOfSecrets)
        addAll(RedactionGroup::StrangeWord, QStringLiteral("SECRET"), &Search::isStrangeNearby);
    addAll(RedactionGroup::Phone, QStringLiteral("PHONE"), &Search::isPhone);
    std::sort(m_found.begin(), m_found.end(), [](const Secret &a, const Secret &b) { return a.start < b.start; });
    return m_found;
}

} // namespace

QVector<Secret> secretsIn(const QString &text) { return Search(text).found(); }

} // namespace relaydesk
