// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The questions that the language model is asked at this moment: at most one for each conversation.
#pragma once
#include "models/desk/replyengine.h"
#include <QtCore/QFutureWatcher>
#include <QtCore/QObject>

namespace relaydesk {

//! Names the turn a job works for; its result counts only while the conversation still stands there.
struct AnswerJob {
    ConversationId conversation;
    int episode = 0;
    int number = 0;
    Consultation consultation;
};

class AnswerJobs : public QObject {
    Q_OBJECT

  public:
    //! `model` may be null: then nothing can be asked.
    AnswerJobs(const ReplyEngine &engine, ModelClient *model) : m_engine(engine), m_model(model) {}
    ~AnswerJobs() override;

    bool canAsk() const { return limitation().isEmpty(); }
    QString limitation() const; //!< why nothing can be asked; empty where it can
    //! Ends an older job of the same conversation first.
    void start(const AnswerJob &job);
    void cancel(ConversationId conversation);
    bool isRunning(ConversationId conversation) const { return m_running.contains(conversation); }

  signals:
    void finished(const relaydesk::AnswerJob &job, const relaydesk::Verdict &verdict);
    void cancelled(const relaydesk::AnswerJob &job);
    void grew(relaydesk::ConversationId conversation, const QString &piece);

  private:
    using Watcher = QFutureWatcher<Result<ModelReply>>;
    void finish(Watcher *watcher, const AnswerJob &job);

    const ReplyEngine &m_engine;
    ModelClient *m_model;
    QHash<ConversationId, Watcher *> m_running;
};

} // namespace relaydesk
