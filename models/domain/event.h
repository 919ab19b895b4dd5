// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One line of the append-only log from which everything counted is computed.
#pragma once
#include "models/domain/ids.h"
#include "models/domain/names.h"
#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>

namespace relaydesk {

enum class EventKind {
    Message,    //!< data: message, author
    Verdict,    //!< data: see models/desk/eventdata.h
    Handoff,    //!< data: category, sentence; ticket set
    Claimed,    //!< agent took a ticket, or one over from another (data: from)
    Released,   //!< agent away or quit: back to the queue
    Resolved,   //!< ticket resolved by agent
    Returned,   //!< ticket given back to the assistant
    Reopened,   //!< a closed conversation taken up by an agent
    Closed,     //!< conversation closed (data: closing)
    Feedback,   //!< data: verdict, outcome (yes, no, person, repeated, and those of models/desk/outcomes.h)
    Sampled,    //!< an answer was drawn for an audit (data: verdict)
    Refitted,   //!< confidence was fitted on verified outcomes (data: see models/desk/calibration.h)
    Learned,    //!< knowledge changed by an agent's answer or a customer's confirmation (data: kind, proposal)
    RolledBack, //!< such a change undone (data: kind, proposal)
    Edited,     //!< knowledge changed by hand or import
    Dropped,    //!< an answer that came too late (data: reason)
    Setting,    //!< a setting changed (data: key, value)
    Noted,      //!< an agent's note on a ticket, never shown to the customer (data: text, mentions: agents)
    Rated,      //!< data: stars (1 to 5), comment, verdict (0: of no answer)
    Uploaded,   //!< a file of the customer's (data: upload, name, type, size)
    Changed,    //!< how a ticket is handled (data: what, from, to)
    Called,     //!< an agent's or analyst's call over the network (data: key, method, route, status)
};

template <>
struct Names<EventKind> {
    static constexpr std::array<Name<EventKind>, 22> all{{
        {EventKind::Message, "message"},   {EventKind::Verdict, "verdict"},        {EventKind::Handoff, "handoff"},
        {EventKind::Claimed, "claimed"},   {EventKind::Released, "released"},      {EventKind::Resolved, "resolved"},
        {EventKind::Returned, "returned"}, {EventKind::Reopened, "reopened"},      {EventKind::Closed, "closed"},
        {EventKind::Feedback, "feedback"}, {EventKind::Sampled, "sampled"},        {EventKind::Refitted, "refitted"},
        {EventKind::Learned, "learned"},   {EventKind::RolledBack, "rolled_back"}, {EventKind::Edited, "edited"},
        {EventKind::Dropped, "dropped"},   {EventKind::Setting, "setting"},        {EventKind::Noted, "noted"},
        {EventKind::Rated, "rated"},       {EventKind::Uploaded, "uploaded"},      {EventKind::Called, "called"},
        {EventKind::Changed, "changed"},
    }};
};

struct Event {
    EventId id;
    QDateTime at;
    EventKind kind = EventKind::Message;
    ConversationId conversation; //!< the ids below may be invalid: not about one
    TicketId ticket;
    AgentId agent;
    ArticleId article;
    QJsonObject data;
    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace relaydesk
