// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Reads the event log from its beginning, as somebody would who has nothing else, and says what is wrong in it.
#pragma once
#include "models/desk/choices.h"
#include "models/desk/eventdata.h"
#include "models/desk/wording.h"
#include "models/domain/feedback.h"
#include "models/domain/stores.h"

namespace relaydesk {

class Replay {
  public:
    explicit Replay(const Stores &stores) : m_stores(stores) {}

    //! The events since the last time. Answers what is wrong; empty: nothing.
    QString read() {
        const QVector<Event> events = *m_stores.events.events({});
        if (events.size() < m_read.size() || events.mid(0, m_read.size()) != m_read)
            return QStringLiteral("the past of the log has changed");
        QString wrong;
        for (qsizetype i = m_read.size(); i < events.size() && wrong.isEmpty(); ++i)
            wrong = take(events[i]);
        m_read = events;
        return wrong;
    }

    //! Whether what the log says is what the stores hold.
    QString compare() const {
        for (auto told = m_owners.cbegin(); told != m_owners.cend(); ++told) {
            if (!told.key().isValid())
                continue; // settings and lessons are about no conversation
            if (m_stores.conversations.conversation(told.key())->owner != told.value())
                return QStringLiteral("the log knows another owner of conversation %1").arg(told.key().value);
            if (m_openVerdicts.value(told.key()) != 0)
                return QStringLiteral("a query of conversation %1 has no end").arg(told.key().value);
        }
        qsizetype resolved = 0;
        const auto tickets = *m_stores.tickets.tickets({});
        for (const Ticket &ticket : tickets) {
            resolved += ticket.status == TicketStatus::Resolved ? 1 : 0;
            if (m_handoffs.value(ticket.id) != 1)
                return QStringLiteral("ticket %1 has not one hand-off").arg(ticket.id.value);
        }
        if (resolved != m_resolved.size())
            return QStringLiteral("the log counts other resolutions");
        for (const ArticleStatus status : {ArticleStatus::Live, ArticleStatus::Archived}) {
            const auto articles = *m_stores.articles.articles(status);
            for (const Article &article : articles) {
                if (article.record != m_records.value(article.id))
                    return QStringLiteral("the log counts other outcomes of article %1").arg(article.id.value);
            }
        }
        const auto published = m_stores.proposals.proposals({}, ProposalStatus::Published)->size();
        return published == m_learned - m_rolledBack ? QString() : QStringLiteral("the log counts other lessons");
    }

  private:
    QString take(const Event &event) {
        Owner &owner = m_owners[event.conversation];
        switch (event.kind) {
        case EventKind::Message:
            return takeMessage(event, owner);
        case EventKind::Verdict:
            return takeVerdict(event, owner);
        case EventKind::Handoff:
            return takeHandoff(event, owner);
        case EventKind::Claimed:
        case EventKind::Reopened:
            m_resolved.remove(event.ticket);
            return takeOwner(owner, ownerAfter(event, Owner::Agent));
        case EventKind::Released:
            return takeOwner(owner, ownerAfter(event, Owner::Queue));
        case EventKind::Returned:
            if (ownerAfter(event, Owner::Assistant) == Owner::Nobody)
                m_openTurn.remove(event.conversation);
            return takeOwner(owner, ownerAfter(event, Owner::Assistant));
        case EventKind::Resolved:
            if (m_resolved.contains(event.ticket))
                return QStringLiteral("ticket %1 is resolved twice").arg(event.ticket.value);
            m_resolved.insert(event.ticket);
            return takeOwner(owner, ownerAfter(event, Owner::Nobody));
        case EventKind::Closed:
            m_openTurn.remove(event.conversation);
            m_offered.remove(event.conversation);
            return takeOwner(owner, Owner::Nobody);
        case EventKind::Feedback:
            return takeFeedback(event);
        case EventKind::Learned:
            ++m_learned;
            return {};
        case EventKind::RolledBack:
            ++m_rolledBack;
            return {};
        default:
            return {};
        }
    }

    //! What was taken back says where that leads.
    static Owner ownerAfter(const Event &event, Owner usually) {
        const auto told = fromKey<Owner>(event.data.value(QStringLiteral("owner")).toString());
        return event.data.contains(QStringLiteral("undone")) ? told.value_or(usually) : usually;
    }
    static QString takeOwner(Owner &owner, Owner then) {
        owner = then;
        return {};
    }

    QString takeMessage(const Event &event, Owner &owner) {
        const auto author = fromKey<Author>(event.data.value(QStringLiteral("author")).toString());
        const MessageId id{event.data.value(QStringLiteral("message")).toInteger()};
        const Message message =
            m_stores.conversations.messages(event.conversation, MessageId{id.value - 1}, 1)->value(0);
        if (message.id != id || message.author != author)
            return QStringLiteral("event %1 is about another message").arg(event.id.value);
        if (author == Author::Customer && owner == Owner::Nobody)
            owner = Owner::Assistant;
        if (author == Author::Assistant) {
            if (owner != Owner::Assistant && owner != Owner::Nobody)
                return QStringLiteral("the assistant speaks while a person owns");
            if (m_openVerdicts.value(event.conversation) == 1)
                m_openVerdicts[event.conversation] = 0;
        }
        m_lastMessage[event.conversation] = message;
        const QVector<Choice> offered = std::exchange(m_offered[event.conversation], message.choices);
        if (author == Author::Customer)
            m_offered[event.conversation] = offered;
        QStringList &turn = m_openTurn[event.conversation];
        if (author == Author::Customer)
            turn += pickOf(message.text, offered) ? QStringList{} : QStringList{message.text};
        else if (message.choices.isEmpty())
            turn.clear();
        return {};
    }

    QString takeVerdict(const Event &event, Owner owner) {
        const Verdict verdict = verdictFromJson(event.data);
        m_openVerdicts[event.conversation] = verdict.isHandoff() ? 2 : 1;
        if (verdict.answer.has_value() + verdict.isHandoff() + verdict.asksBack() != 1)
            return QStringLiteral("a verdict that is not one thing");
        if (owner != Owner::Assistant)
            return QStringLiteral("a verdict while a person owns");
        const QString question = event.data.value(QStringLiteral("question")).toString();
        return question == m_openTurn.value(event.conversation).join(u'\n') && !question.isEmpty()
                   ? QString()
                   : QStringLiteral("a verdict on other words than the customer's open ones");
    }

    QString takeHandoff(const Event &event, Owner &owner) {
        if (++m_handoffs[event.ticket] > 1)
            return QStringLiteral("ticket %1 is handed over twice").arg(event.ticket.value);
        if (m_stores.tickets.ticket(event.ticket)->summary.isEmpty())
            return QStringLiteral("ticket %1 has no summary").arg(event.ticket.value);
        if (m_openVerdicts.value(event.conversation) == 1)
            return QStringLiteral("an answer was promised and handed over");
        m_openVerdicts[event.conversation] = 0;
        const auto category = fromKey<HandoffCategory>(event.data.value(QStringLiteral("category")).toString());
        if (!category)
            return QStringLiteral("a hand-off without a category");
        owner = Owner::Queue;
        if (*category == HandoffCategory::TakenOver)
            return {}; // told by "… joined", which comes with the claim
        const QString told = m_lastMessage.value(event.conversation).text;
        const bool isTold =
            told == wording::handedOver(*category, true) || told == wording::handedOver(*category, false);
        return isTold ? QString() : QStringLiteral("the customer is not told of a hand-off");
    }

    QString takeFeedback(const Event &event) {
        const EventId id{event.data.value(QStringLiteral("verdict")).toInteger()};
        const auto feedback = fromKey<Feedback>(event.data.value(QStringLiteral("outcome")).toString());
        if (!feedback)
            return QStringLiteral("a feedback that says nothing");
        const bool audit = *feedback == Feedback::AuditGood || *feedback == Feedback::AuditBad;
        const bool isOfSource = *feedback == Feedback::SourceRight || *feedback == Feedback::SourceWrong ||
                                *feedback == Feedback::OtherSourceRight || *feedback == Feedback::OtherSourceWrong;
        const bool isThumb = *feedback == Feedback::Yes || *feedback == Feedback::No;
        if (!isOfSource && !isThumb) { // these can be thought over
            if (const QString wrong = takeJudgement(id, audit); !wrong.isEmpty())
                return wrong;
        }
        const Verdict verdict = verdictFromJson(m_stores.events.event(id)->data);
        const bool isOfAgent = *feedback == Feedback::AgentSame || *feedback == Feedback::AgentOther;
        const bool isOfChoice =
            *feedback == Feedback::Picked || *feedback == Feedback::PickedOther || *feedback == Feedback::PickedNone;
        if (isOfAgent || isOfSource ? !verdict.isHandoff() : isOfChoice ? !verdict.asksBack() : !verdict.answer)
            return QStringLiteral("a verdict is judged as what it was not");
        const bool isOfAnAnswer = audit || isVolunteered(*feedback) || *feedback == Feedback::AgentSame;
        if (!verdict.written && isOfAnAnswer && !m_recorded.contains(id)) {
            m_recorded.insert(id);
            TrackRecord &record = m_records[event.article];
            ++record.outcomes;
            record.successes += *verified(*feedback) ? 1 : 0;
        }
        return {};
    }

    QString takeJudgement(EventId id, bool audit) {
        QSet<EventId> &judged = audit ? m_audited : m_judged;
        if (judged.contains(id))
            return QStringLiteral("verdict %1 is judged twice").arg(id.value);
        judged.insert(id);
        return {};
    }

    Stores m_stores;
    QVector<Event> m_read;
    QHash<ConversationId, Owner> m_owners;
    QHash<ConversationId, int> m_openVerdicts; //!< 0: none, 1: an answer is to come, 2: a hand-off is
    QHash<ConversationId, Message> m_lastMessage;
    QHash<ConversationId, QStringList> m_openTurn; //!< the customer's messages since anybody else spoke
    QHash<TicketId, int> m_handoffs;
    QSet<TicketId> m_resolved;
    QSet<EventId> m_judged;
    QSet<EventId> m_audited;
    QSet<EventId> m_recorded;
    QHash<ConversationId, QVector<Choice>> m_offered; //!< what stands open to choose from
    QHash<ArticleId, TrackRecord> m_records;
    int m_learned = 0;
    int m_rolledBack = 0;
};

} // namespace relaydesk
