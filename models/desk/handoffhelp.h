// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks a model for a summary and a reply once a ticket is open; the desk's own stand until then, and if it fails.
#pragma once
#include "models/desk/agenthelp.h"
#include "models/desk/journal.h"
#include "models/desk/replyengine.h"
#include "models/desk/verification.h"
#include <QtCore/QFutureWatcher>

namespace relaydesk {

class HandoffHelp : public QObject {
    Q_OBJECT

  public:
    //! `model` may be null: then nothing is asked.
    HandoffHelp(Journal &journal, const KnowledgeBase &knowledge, const Verification &verification, ModelClient *model);
    ~HandoffHelp() override;

    //! Nothing where no model can be asked, where it has just failed, or where the customer's words are not for it.
    void begin(TicketId ticket);

  signals:
    //! The reply, as it is being written; an empty piece: that is over, and what is stored counts.
    void grew(relaydesk::ConversationId conversation, const QString &piece);
    void failed(const relaydesk::Failure &failure);

  private:
    using Watcher = QFutureWatcher<Result<ModelReply>>;
    struct Help {
        TicketId ticket;
        ConversationId conversation;
        bool isReply = false; //!< else a summary
        HelpMaterial material;
        Verdict verdict; //!< that led to the ticket
    };
    Result<void> ask(TicketId ticket);
    Result<AskedFor> knowledgeFor(const Verdict &verdict) const;
    void start(const Help &help, const ModelRequest &request);
    void cancel(TicketId ticket);
    void finish(Watcher *watcher, const Help &help);
    Result<void> keep(const Help &help, const ModelReply &reply);
    Result<void> keepSummary(Ticket &ticket, const Help &help, const ModelReply &reply);
    Result<void> keepReply(Ticket &ticket, const Help &help, const ModelReply &reply);
    Result<void> drop(const Help &help, const QString &reason, const QString &why = {});
    void noteMessage(const Message &message);
    void noteTicket(TicketId ticket);

    Journal &m_journal;
    const KnowledgeBase &m_knowledge;
    const Verification &m_verification;
    ReplyEngine m_engine;
    ModelClient *m_model;
    QHash<Watcher *, Help> m_running;
};

} // namespace relaydesk
