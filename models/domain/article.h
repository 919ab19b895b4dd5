// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the desk knows: an answer, and the questions it answers.
#pragma once
#include "models/domain/ids.h"
#include "models/domain/names.h"
#include <QtCore/QDateTime>
#include <QtCore/QStringList>
#include <QtCore/QVector>

namespace relaydesk {

enum class ArticleStatus { Live, Archived };
enum class Origin { Manual, Import, Agent, Customer };

template <>
struct Names<ArticleStatus> {
    static constexpr std::array<Name<ArticleStatus>, 2> all{
        {{ArticleStatus::Live, "live"}, {ArticleStatus::Archived, "archived"}}};
};
template <>
struct Names<Origin> {
    static constexpr std::array<Name<Origin>, 4> all{{{Origin::Manual, "manual"},
                                                      {Origin::Import, "import"},
                                                      {Origin::Agent, "agent"},
                                                      {Origin::Customer, "customer"}}};
};

//! Verified outcomes only: a customer's yes or no, an agent's verdict. Silence is not in here.
struct TrackRecord {
    int outcomes = 0;
    int successes = 0; //!< at most `outcomes`
    friend bool operator==(const TrackRecord &, const TrackRecord &) = default;
};

struct Phrasing {
    PhrasingId id; //!< invalid: not stored yet
    QString text;
    Origin origin = Origin::Manual;
    friend bool operator==(const Phrasing &, const Phrasing &) = default;
};

struct Article {
    ArticleId id;   //!< invalid: not stored yet
    QString title;  //!< a question or statement of a customer; counts as a phrasing
    QString answer; //!< Markdown
    QStringList tags;
    QVector<Phrasing> phrasings; //!< beside the title
    ArticleStatus status = ArticleStatus::Live;
    Origin origin = Origin::Manual;
    int version = 0;    //!< counts up with each save
    TrackRecord record; //!< kept by the store, not written by a save
    QDateTime updatedAt;
    friend bool operator==(const Article &, const Article &) = default;
};

} // namespace relaydesk
