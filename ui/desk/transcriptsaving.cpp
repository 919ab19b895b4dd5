// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/transcriptsaving.h"
#include "ui/desk/transcriptfile.h"
#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

namespace relaydesk {

TranscriptSaving::TranscriptSaving(const Theme &theme, QWidget *parent) : WorkBar(theme, parent) {
    setObjectName(QStringLiteral("transcriptSaving"));
    connect(this, &WorkBar::cancelled, this, [this] {
        if (m_isWanted)
            *m_isWanted = false;
    });
}

TranscriptSaving::~TranscriptSaving() {
    if (m_isWanted)
        *m_isWanted = false;
}

void TranscriptSaving::save(const QString &file, const QString &title, const QVector<MessageRow> &rows) {
    if (m_isWanted) {
        emit failed(
            {ErrorKind::Conflict, tr("A transcript is being saved already. Wait until it is there, or cancel it.")});
        return;
    }
    m_isWanted = std::make_shared<std::atomic<bool>>(true);
    begin(tr("Saving %1").arg(file));
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    promise->setProgressRange(0, 100);
    auto *watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, &WorkBar::setPercent);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, file] {
        watcher->deleteLater();
        take(file, watcher->result());
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, file, title, rows, isWanted = m_isWanted] {
        promise->addResult(saveTranscript(file, title, rows, [&](int percent) {
            promise->setProgressValue(percent);
            return isWanted->load();
        }));
        promise->finish();
    });
}

void TranscriptSaving::take(const QString &file, const Result<void> &done) {
    m_isWanted.reset();
    if (done) {
        tell(tr("The transcript is in %1.").arg(file), Tone::Good);
    } else if (done.error().kind == ErrorKind::Cancelled) {
        tell(done.error().sentence, Tone::Neutral);
    } else {
        end();
        emit failed(done.error());
    }
}

} // namespace relaydesk
