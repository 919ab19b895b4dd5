// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/answerjobs.h"

namespace relaydesk {

AnswerJobs::~AnswerJobs() {
    for (Watcher *watcher : std::as_const(m_running)) {
        watcher->disconnect(this);
        watcher->future().cancel();
    }
}

void AnswerJobs::start(const AnswerJob &job) {
    cancel(job.conversation);
    auto *watcher = new Watcher(this);
    m_running.insert(job.conversation, watcher);
    connect(watcher, &Watcher::finished, this, [this, watcher, job] { finish(watcher, job); });
    const ConversationId id = job.conversation;
    watcher->setFuture(
        m_model->complete(*job.consultation.request, [this, id](const QString &piece) { emit grew(id, piece); }));
}

void AnswerJobs::cancel(ConversationId conversation) {
    if (Watcher *watcher = m_running.take(conversation))
        watcher->future().cancel();
}

void AnswerJobs::finish(Watcher *watcher, const AnswerJob &job) {
    const QFuture<Result<ModelReply>> future = watcher->future();
    if (m_running.value(job.conversation) == watcher)
        m_running.remove(job.conversation);
    watcher->deleteLater();
    if (future.isCanceled() || future.resultCount() == 0)
        emit cancelled(job);
    else
        emit finished(job, m_engine.judge(job.consultation, future.result()));
}

} // namespace relaydesk
