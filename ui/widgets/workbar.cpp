// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/workbar.h"
#include "ui/widgets/styles.h"
#include <QtCore/QFutureWatcher>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {
constexpr int barWidth = 160;
} // namespace

WorkBar::WorkBar(const Theme &theme, QWidget *parent)
    : NoticeBar(theme, parent)
    , m_progress(new QProgressBar(this))
    , m_cancel(makeButton(tr("Cancel"), QStringLiteral("cancelWork"), ButtonKind::Quiet, this)) {
    setObjectName(QStringLiteral("workBar"));
    m_progress->setAccessibleName(tr("How much of it is done"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(barWidth);
    addAction(m_progress);
    addAction(m_cancel);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { show(m_sentence, Tone::Accent); });
    m_told.setSingleShot(true);
    m_told.setInterval(toldMs);
    connect(&m_told, &QTimer::timeout, this, [this] { setVisible(m_running != nullptr); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_running->future().cancel();
    });
}

void WorkBar::run(const QString &sentence, const Job &job) {
    follow(sentence, [&job](const Progress &progress) {
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        jobs().start([promise, job, progress] {
            promise->addResult(job(progress));
            promise->finish();
        });
        return promise->future();
    });
}

QThreadPool &WorkBar::jobs() {
    static QThreadPool pool;
    return pool;
}

void WorkBar::follow(const QString &sentence, const Start &start) {
    if (m_running)
        emit failed({ErrorKind::Conflict, tr("Something is under way here already: %1. Wait until it is done, or "
                                             "cancel it.")
                                              .arg(m_sentence)});
    else
        replace(sentence, start);
}

void WorkBar::replace(const QString &sentence, const Start &start) {
    begin(sentence);
    const auto progress = [running = m_running](int percent) {
        running->setProgressValue(percent);
        return !running->isCanceled();
    };
    start(progress).then(this, [this, running = m_running](const Outcome &outcome) {
        running->finish();
        if (running == m_running)
            end(outcome);
    });
}

void WorkBar::begin(const QString &sentence) {
    m_sentence = sentence;
    if (m_running)
        m_running->future().cancel();
    m_running = std::make_shared<QPromise<void>>();
    m_running->setProgressRange(0, 100);
    m_running->start();
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(m_running->future());
    m_progress->setValue(0);
    m_cancel->setEnabled(true);
    for (QWidget *part : QVector<QWidget *>{m_progress, m_cancel})
        part->show();
    m_told.stop();
    hide();
    m_patience.start();
}

void WorkBar::end(const Outcome &outcome) {
    m_running.reset();
    m_patience.stop();
    hide();
    if (!outcome && outcome.error().kind != ErrorKind::Cancelled)
        emit failed(outcome.error());
    else if (const QString said = outcome ? *outcome : outcome.error().sentence; !said.isEmpty())
        tell(said, outcome ? Tone::Good : Tone::Neutral);
}

void WorkBar::tell(const QString &sentence, Tone tone) {
    for (QWidget *part : QVector<QWidget *>{m_progress, m_cancel})
        part->setVisible(m_running != nullptr);
    show(sentence, tone);
    m_told.start();
}

} // namespace relaydesk
