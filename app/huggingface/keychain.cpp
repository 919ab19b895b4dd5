// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/huggingface/keychain.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QMutex>
#include <QtCore/QPromise>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <memory>
#include <qt6keychain/keychain.h>

namespace relaydesk {

namespace {

const QString service = QStringLiteral("relaydesk");
const QString key = QStringLiteral("language-model-token");

QString tr(const char *text) { return QCoreApplication::translate("Keychain", text); }

template <typename Value>
struct Asked {
    QPromise<Result<Value>> promise;
    bool isAnswered = false;

    void answer(const Result<Value> &result) {
        if (std::exchange(isAnswered, true))
            return;
        promise.addResult(result);
        promise.finish();
    }
};

Failure refusal(const QKeychain::Job &job) {
    const QString said = job.errorString().simplified();
    return {ErrorKind::Unavailable, said.isEmpty() ? tr("The system's keychain cannot be used.")
                                                   : tr("The system's keychain cannot be used: %1.").arg(said)};
}

//! Starts `job` in its thread; `result` reads what it brought when it succeeded, or found nothing.
template <typename Value, typename Job>
void start(Job *job, int deadlineMs, const std::shared_ptr<Asked<Value>> &asked,
           const std::function<Result<Value>(const Job &)> &result) {
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, asked, result] {
        const bool isDone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        asked->answer(isDone ? result(*job) : Result<Value>(tl::unexpected<Failure>(refusal(*job))));
    });
    QTimer::singleShot(deadlineMs, job, [asked, deadlineMs] {
        asked->answer(failure(ErrorKind::Unavailable,
                              tr("The system's keychain did not answer in %1 s.").arg(deadlineMs / 1000)));
    });
    job->start();
}

//! The job is made in the thread of `inThread`, and answers where there is a keychain at all.
template <typename Value, typename Job>
QFuture<Result<Value>> ask(QObject *inThread, int deadlineMs, const std::function<Job *()> &make,
                           const std::function<Result<Value>(const Job &)> &result) {
    if (const QString absence = Keychain::absence(); !absence.isEmpty())
        return QtFuture::makeReadyFuture(Result<Value>(failure(ErrorKind::Unavailable, absence)));
    auto asked = std::make_shared<Asked<Value>>();
    asked->promise.start();
    const QFuture<Result<Value>> future = asked->promise.future();
    QMetaObject::invokeMethod(inThread, [=] { start<Value, Job>(make(), deadlineMs, asked, result); });
    return future;
}

//! One thread for all that are there at the same time; the next one's begins when the last one's has ended.
std::shared_ptr<QObject> sharedThread() {
    static QMutex mutex;
    static std::weak_ptr<QObject> shared;
    const QMutexLocker lock(&mutex);
    if (auto running = shared.lock())
        return running;
    auto *thread = new QThread;
    thread->setObjectName(QStringLiteral("keychain"));
    auto *inThread = new QObject;
    inThread->moveToThread(thread);
    QObject::connect(thread, &QThread::finished, inThread, &QObject::deleteLater);
    thread->start();
    std::shared_ptr<QObject> fresh(inThread, [thread](QObject *) {
        const QMutexLocker ending(&mutex);
        thread->quit();
        thread->wait();
        delete thread;
    });
    shared = fresh;
    return fresh;
}

} // namespace

Keychain::Keychain(int deadlineMs) : m_inThread(sharedThread()), m_deadlineMs(deadlineMs) {}

QFuture<Result<QString>> Keychain::read() {
    using Job = QKeychain::ReadPasswordJob;
    return ask<QString, Job>(
        m_inThread.get(), m_deadlineMs, [parent = m_inThread.get()] { return new Job(service, parent); },
        [](const Job &job) { return Result<QString>(job.textData()); });
}

QFuture<Result<void>> Keychain::write(const QString &token) {
    if (token.isEmpty()) {
        using Job = QKeychain::DeletePasswordJob;
        return ask<void, Job>(
            m_inThread.get(), m_deadlineMs, [parent = m_inThread.get()] { return new Job(service, parent); },
            [](const Job &) { return Result<void>(); });
    }
    using Job = QKeychain::WritePasswordJob;
    const auto make = [parent = m_inThread.get(), token] {
        auto *job = new Job(service, parent);
        job->setTextData(token);
        return job;
    };
    return ask<void, Job>(m_inThread.get(), m_deadlineMs, make, [](const Job &) { return Result<void>(); });
}

QString Keychain::absence() {
    if (qEnvironmentVariable("RELAYDESK_KEYCHAIN") == u"off")
        return tr("RELAYDESK_KEYCHAIN switches the system's keychain off.");
    const QString usual = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") && !QFileInfo::exists(usual))
        return tr("This session has no keychain.");
    return {};
}

} // namespace relaydesk
