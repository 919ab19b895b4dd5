// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the learner would take over from an agent's answer, before, while and after it is in the knowledge.
#pragma once
#include "models/domain/article.h"

namespace relaydesk {

enum class LessonKind { NewArticle, FurtherPhrasing, BetterAnswer };
enum class ProposalStatus { Pending, Published, Declined, RolledBack };

template <>
struct Names<LessonKind> {
    static constexpr std::array<Name<LessonKind>, 3> all{{{LessonKind::NewArticle, "new_article"},
                                                          {LessonKind::FurtherPhrasing, "further_phrasing"},
                                                          {LessonKind::BetterAnswer, "better_answer"}}};
};
template <>
struct Names<ProposalStatus> {
    static constexpr std::array<Name<ProposalStatus>, 4> all{{{ProposalStatus::Pending, "pending"},
                                                              {ProposalStatus::Published, "published"},
                                                              {ProposalStatus::Declined, "declined"},
                                                              {ProposalStatus::RolledBack, "rolled_back"}}};
};

//! A stretch of the agent's words that would not be learned, and what stands for it.
struct Removal {
    int start = 0; //!< in the agent's text, UTF-16 units
    int length = 0;
    QString kind;        //!< greeting, name, email, phone, card, date, amount, number, sign_off …
    QString replacement; //!< empty: taken out
    friend bool operator==(const Removal &, const Removal &) = default;
};

struct Proposal {
    ProposalId id;
    TicketId ticket;
    LessonKind kind = LessonKind::NewArticle;
    ProposalStatus status = ProposalStatus::Pending;
    ArticleId article;     //!< the one extended, improved, or (once published) made
    int versionBefore = 0; //!< of that article, for the roll-back; 0: there was none
    QString title;
    QString question;          //!< cleaned
    QString answer;            //!< cleaned
    QString original;          //!< the agent's own words
    QVector<Removal> removals; //!< from `original` to `answer`
    QString objection;         //!< why it waits for a person instead of going straight in; empty: nothing against it
    AgentId agent;
    QDateTime at;
    friend bool operator==(const Proposal &, const Proposal &) = default;
};

} // namespace relaydesk
