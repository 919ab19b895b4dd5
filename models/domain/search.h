// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What is looked for among tickets and in what was said, and the port to the index that finds it.
#pragma once
#include "models/domain/conversation.h"
#include "models/domain/result.h"
#include "models/domain/ticket.h"
#include <optional>

namespace relaydesk {

//! The words of a search: data, never a syntax. Case, accents and punctuation do not matter, in any script.
struct SearchWords {
    QStringList words;         //!< each has to occur, in any order
    QStringList phrases;       //!< each has to occur as it is, word after word
    bool isUnfinished = false; //!< the last of `words` is still being typed: what begins with it counts as well
    bool isEmpty() const { return words.isEmpty() && phrases.isEmpty(); }
    friend bool operator==(const SearchWords &, const SearchWords &) = default;
};

//! What stands first. NextDeadline is the store's best guess of it. In all but Newest
//! the open ones come before the ended ones, and among equals the longer open first.
enum class TicketSort { NextDeadline, WaitingLongest, Priority, Newest };

template <>
struct Names<TicketSort> {
    static constexpr std::array<Name<TicketSort>, 4> all{{{TicketSort::NextDeadline, "deadline"},
                                                          {TicketSort::WaitingLongest, "waiting"},
                                                          {TicketSort::Priority, "priority"},
                                                          {TicketSort::Newest, "newest"}}};
};

//! Which tickets; everything that is said has to hold, and nothing is said at first.
struct TicketQuery {
    SearchWords text;    //!< said in the ticket's conversation, or in a note on it
    TicketId ticket;     //!< this one alone
    QString customer;    //!< words that name or e-mail address begin with
    QString agent;       //!< words that the name of whoever has it begins with
    bool isMine = false; //!< the viewer has it
    bool isUnassigned = false;
    QVector<TicketStatus> statuses; //!< one of these
    QVector<HandoffCategory> reasons;
    QVector<Priority> priorities;
    QStringList tags;                      //!< all of these
    QDateTime openedFrom;                  //!< inclusive
    QDateTime openedTo;                    //!< exclusive
    std::optional<double> confidenceAbove; //!< 0 to 1, exclusive, as the next
    std::optional<double> confidenceBelow;
    std::optional<bool> isSnoozed;
    bool withMerged = false; //!< also those that are answered with another
    TicketSort sort = TicketSort::NextDeadline;
    friend bool operator==(const TicketQuery &, const TicketQuery &) = default;
};

//! Who looks, and when.
struct Viewer {
    AgentId agent;
    QDateTime now;
};

struct TicketMatches {
    QVector<TicketId> ids; //!< all of them, in the order asked for
    bool isCut = false;    //!< the words occur so often that only the newest places were looked at
    friend bool operator==(const TicketMatches &, const TicketMatches &) = default;
};

enum class HitKind { Message, Note, Article };

//! Below this the next page begins, in each of the kinds; 0: at the newest.
struct HitPlace {
    qint64 message = 0;     //!< a number as MessageId has
    qint64 note = 0;        //!< as EventId has
    qint64 articleTime = 0; //!< milliseconds since 1970 in UTC
    qint64 article = 0;
    friend bool operator==(const HitPlace &, const HitPlace &) = default;
};

struct HitQuery {
    SearchWords text;
    QVector<HitKind> kinds; //!< empty: all
    HitPlace below;
    int most = 20;
};

//! Some characters of a text.
struct TextSpan {
    int start = 0;
    int length = 0;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

//! One place where the words occur, and where to jump to.
struct SearchHit {
    HitKind kind = HitKind::Message;
    QDateTime at;
    QString title;                    //!< the customer's name, or the article's title
    QString snippet;                  //!< the words with some of what stands around them, on one line
    QVector<TextSpan> marks;          //!< the words in the snippet
    Author author = Author::Customer; //!< of a message
    MessageId message;                //!< the ids below may be invalid: it is not that, or in none
    ConversationId conversation;
    TicketId ticket; //!< whose episode it is
    ArticleId article;
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct HitPage {
    QVector<SearchHit> hits;      //!< newest first
    std::optional<HitPlace> next; //!< nothing: these were the last
};

//! How much of the database is in the index of words.
struct IndexState {
    enum Kind { Missing, Building, Ready };
    Kind kind = Ready;
    double share = 1; //!< 0 to 1; the newest are indexed first
    friend bool operator==(const IndexState &, const IndexState &) = default;
};

enum class SearchField { Customer, Agent, Tag };

class SearchStore {
  public:
    virtual ~SearchStore() = default;
    virtual Result<TicketMatches> tickets(const TicketQuery &query, const Viewer &viewer) const = 0;
    virtual Result<int> count(const TicketQuery &query, const Viewer &viewer) const = 0;
    virtual Result<HitPage> hits(const HitQuery &query) const = 0;
    //! The same with words that occur nowhere replaced by the closest that do; nothing where there is nothing to
    //! correct.
    virtual Result<std::optional<SearchWords>> respelled(const SearchWords &text) const = 0;
    //! What the field may hold, beginning with `beginning` (in any case): at most `most`, in the order of the alphabet.
    virtual Result<QStringList> completions(SearchField field, const QString &beginning, int most) const = 0;
    virtual Result<IndexState> state() const = 0;
};

} // namespace relaydesk
