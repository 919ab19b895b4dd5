// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "models/desk/answerjobs.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>

namespace relaydesk {

namespace {

//! The model's side ended it, not the desk: the customer is still owed an answer.
Result<ModelReply> brokenOff() {
    return failure(ErrorKind::Cancelled,
                   QCoreApplication::translate("AnswerJobs", "The language model broke off without an answer. The "
                                                             "question went to a person; nothing was lost."));
}

} // namespace

AnswerJobs::~AnswerJobs() {
    for (Watcher *watcher : std::as_const(m_running)) {
        watcher->disconnect(this);
        watcher->future().cancel();
    }
}

QString AnswerJobs::limitation() const {
    return m_model ? m_model->limitation() : QCoreApplication::translate("AnswerJobs", "There is no language model.");
}

void AnswerJobs::start(const AnswerJob &job) {
    cancel(job.conversation);
    auto *watcher = new Watcher(this);
    m_running.insert(job.conversation, watcher);
    connect(watcher, &Watcher::finished, this, [this, watcher, job] { finish(watcher, job); });
    const auto grown = [self = QPointer(this), watcher, id = job.conversation](const QString &piece) {
        if (self && self->m_running.value(id) == watcher)
            emit self->grew(id, piece);
    };
    watcher->setFuture(m_model->complete(*job.consultation.request, grown));
}

void AnswerJobs::cancel(ConversationId conversation) {
    if (Watcher *watcher = m_running.take(conversation))
        watcher->future().cancel();
}

void AnswerJobs::finish(Watcher *watcher, const AnswerJob &job) {
    const QFuture<Result<ModelReply>> future = watcher->future();
    const bool isWanted = m_running.value(job.conversation) == watcher;
    if (isWanted)
        m_running.remove(job.conversation);
    watcher->deleteLater();
    if (!isWanted)
        emit cancelled(job);
    else if (future.isCanceled() || future.resultCount() == 0)
        emit finished(job, m_engine.judge(job.consultation, brokenOff()));
    else
        emit finished(job, m_engine.judge(job.consultation, future.result()));
}

} // namespace relaydesk
