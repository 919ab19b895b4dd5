// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/items/ticketquerytext.h"
#include "models/items/querykeys.h"
#include "models/items/querymoment.h"
#include "models/items/querytokens.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TicketQuery", text); }

//! Reads one part after the other into a query; what cannot be understood becomes a trouble.
class QueryReading {
  public:
    explicit QueryReading(QDateTime now) : m_now(std::move(now)) {}

    void take(const QueryToken &token) {
        if (!token.isClosed)
            trouble(token, tr("The quotation mark is not closed: %1 is read to the end.").arg(shown(token.value)));
        if (token.key.isEmpty())
            takeWords(token);
        else
            takeKey(token);
    }
    ReadQuery read;

  private:
    static QString shown(const QString &text) { return tr("\u201c%1\u201d").arg(text.left(40)); }
    void trouble(const QueryToken &token, const QString &sentence) { read.troubles.append({token.where, sentence}); }

    void takeWords(const QueryToken &token) {
        static const QRegularExpression ticket(QStringLiteral("^#(\\d{1,18})$"));
        const auto match = ticket.match(token.value);
        if (token.value.trimmed().isEmpty())
            return;
        if (token.isQuoted)
            read.query.text.phrases.append(token.value);
        else if (match.hasMatch())
            read.query.ticket = TicketId{match.captured(1).toLongLong()};
        else
            read.query.text.words.append(token.value);
    }

    void takeKey(const QueryToken &token) {
        const QString name = token.key == QLatin1String("customer") ? keyOf(QueryKey::From) : token.key;
        const auto key = fromKey<QueryKey>(name);
        if (!key)
            return trouble(token, tr("There is no key %1. Known are: %2. To look for the words, put them in quotation "
                                     "marks.")
                                      .arg(shown(token.key + QLatin1Char(':')), keysOf<QueryKey>().join(tr(", "))));
        if (token.value.trimmed().isEmpty())
            return trouble(token, tr("%1 needs a value.").arg(shown(token.key + QLatin1Char(':'))));
        if (!takeValue(*key, token.value.trimmed()))
            trouble(token, notUnderstood(*key, token));
    }

    static QString notUnderstood(QueryKey key, const QueryToken &token) {
        const QString values = fixedValues(key).join(tr(", "));
        const bool isOpenEnded = key == QueryKey::Before || key == QueryKey::After || key == QueryKey::On;
        const QString sentence = isOpenEnded ? tr("%1 is no date. Write it as 2026-05-01 or as one of: %2.")
                                             : tr("%1 is not understood. It may be: %2.");
        return sentence.arg(shown(token.key + QLatin1Char(':') + token.value), values);
    }

    bool takeValue(QueryKey key, const QString &value) {
        TicketQuery &query = read.query;
        switch (key) {
        case QueryKey::From:
            query.customer = value;
            return true;
        case QueryKey::Tag:
            query.tags.append(value.toLower());
            return true;
        case QueryKey::Agent:
            return takeAgent(value);
        case QueryKey::Is:
            return takeState(value);
        case QueryKey::Reason:
            return takeOneOf(query.reasons, value);
        case QueryKey::Priority:
            return takeOneOf(query.priorities, value);
        case QueryKey::Before:
        case QueryKey::After:
        case QueryKey::On:
            return takeTime(key, value);
        case QueryKey::Confidence:
            return takeConfidence(value);
        case QueryKey::Sort:
            query.sort = fromTypedKey<TicketSort>(value).value_or(query.sort);
            return fromTypedKey<TicketSort>(value).has_value();
        }
        return false;
    }

    template <typename Enum>
    static bool takeOneOf(QVector<Enum> &list, const QString &value) {
        const auto known = fromTypedKey<Enum>(value);
        if (known && !list.contains(*known))
            list.append(*known);
        return known.has_value();
    }

    bool takeAgent(const QString &value) {
        if (value == QLatin1String("me"))
            read.query.isMine = true;
        else if (value == QLatin1String("none"))
            read.query.isUnassigned = true;
        else
            read.query.agent = value;
        return true;
    }

    bool takeState(const QString &value) {
        const auto state = fromTypedKey<QueryIs>(value);
        if (!state)
            return false;
        switch (*state) {
        case QueryIs::Open:
            return takeState(keyOf(QueryIs::Waiting)) && takeState(keyOf(QueryIs::Claimed));
        case QueryIs::Mine:
            return read.query.isMine = true;
        case QueryIs::Unassigned:
            return read.query.isUnassigned = true;
        case QueryIs::Snoozed:
        case QueryIs::Awake:
            read.query.isSnoozed = *state == QueryIs::Snoozed;
            return true;
        case QueryIs::Merged:
            return read.query.withMerged = true;
        default:
            return takeOneOf(read.query.statuses, value);
        }
    }

    bool takeTime(QueryKey key, const QString &value) {
        const auto moment = readQueryMoment(value, m_now);
        if (!moment)
            return false;
        if (key != QueryKey::Before)
            read.query.openedFrom = moment->from;
        if (key == QueryKey::Before)
            read.query.openedTo = moment->from;
        if (key == QueryKey::On)
            read.query.openedTo = moment->to;
        return true;
    }

    bool takeConfidence(const QString &value) {
        static const QRegularExpression pattern(
            QStringLiteral("^(?:([<>])\\s*)?([\\d.,]+?)(%?)(?:\\.\\.([\\d.,]+?)(%?))?$"));
        const auto match = pattern.match(value);
        const auto first = share(match.captured(2), match.captured(3));
        const auto last = share(match.captured(4), match.captured(5));
        const bool isRange = match.captured(1).isEmpty();
        if (!match.hasMatch() || !first || (isRange ? !last || *last < *first : !match.captured(4).isEmpty()))
            return false;
        if (isRange || match.captured(1) == QLatin1String(">"))
            read.query.confidenceAbove = first;
        if (isRange || match.captured(1) == QLatin1String("<"))
            read.query.confidenceBelow = isRange ? last : first;
        return true;
    }

    static std::optional<double> share(QString digits, const QString &percent) {
        bool isNumber = false;
        const double number = digits.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
        const double value = percent.isEmpty() ? number : number / 100;
        return isNumber && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
    }

    QDateTime m_now;
};

} // namespace

ReadQuery readTicketQuery(const QString &text, const QDateTime &now) {
    QueryReading reading(now);
    const QVector<QueryToken> tokens = queryTokens(text);
    for (const QueryToken &token : tokens)
        reading.take(token);
    SearchWords &words = reading.read.query.text;
    const bool endsInWord = !tokens.isEmpty() && tokens.last().where.start + tokens.last().where.length == text.size();
    words.isUnfinished = endsInWord && !words.words.isEmpty() && words.words.last() == tokens.last().value &&
                         tokens.last().key.isEmpty() && !tokens.last().isQuoted;
    return reading.read;
}

} // namespace relaydesk
