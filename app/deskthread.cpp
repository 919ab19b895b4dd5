// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/deskthread.h"
#include <QtCore/QTimer>

namespace relaydesk {

namespace {

constexpr int snoozeCheckMs = 5'000;
constexpr int housekeepingMs = 5 * 60'000;

//! Runs `call` in the thread of `object` and waits for it.
template <typename Call>
void runIn(QObject &object, Call call) {
    QMetaObject::invokeMethod(&object, call, Qt::BlockingQueuedConnection);
}

void start(QThread &thread, QObject &inThread, const QString &name) {
    thread.setObjectName(name);
    inThread.moveToThread(&thread);
    thread.start();
}

template <typename Call>
void stop(QThread &thread, QObject &inThread, Call destroy) {
    if (!thread.isRunning())
        return;
    QThread *here = QThread::currentThread();
    runIn(inThread, [&] {
        destroy();
        inThread.moveToThread(here);
    });
    thread.quit();
    thread.wait();
}

} // namespace

Result<std::unique_ptr<DeskThread>> DeskThread::open(LaunchOptions options) {
    options.encodesBeside = true;
    std::unique_ptr<DeskThread> opened(new DeskThread);
    start(opened->m_thread, opened->m_inThread, QStringLiteral("desk"));
    std::optional<Failure> trouble;
    runIn(opened->m_inThread, [&] {
        auto services = Services::open(options);
        if (!services) {
            trouble = services.error();
            return;
        }
        opened->m_services = std::move(*services);
        opened->m_service = std::make_unique<DeskService>(*opened->m_services);
        if (!options.readOnly)
            opened->keepHouse();
        opened->m_matcherLimitation = opened->m_services->matcher->limitation();
        opened->m_modelLimitation = opened->m_services->model->limitation();
        opened->m_modelSettings = opened->m_services->model->settings();
    });
    if (trouble)
        return tl::unexpected<Failure>(*trouble);
    return opened;
}

//! In the desk's thread: brings back what was snoozed, and closes what nobody wrote in for long.
void DeskThread::keepHouse() {
    Desk *desk = m_services->desk.get();
    const auto every = [&](int milliseconds, auto deed) {
        auto *timer = new QTimer(desk);
        QObject::connect(timer, &QTimer::timeout, desk, [desk, deed] {
            if (const auto done = deed(); !done)
                emit desk->failed(done.error());
        });
        timer->start(milliseconds);
    };
    every(snoozeCheckMs, [desk] { return desk->care().wakeDue(); });
    every(housekeepingMs, [desk] { return desk->closeSilent(); });
}

DeskThread::~DeskThread() {
    stop(m_thread, m_inThread, [this] {
        m_service.reset();
        m_services.reset();
    });
}

QFuture<std::pair<ModelSettings, QString>> DeskThread::changeModel(const LaunchOptions &options) {
    HuggingFaceClient *model = m_services->model.get();
    return desk().ask([model, options](Desk &) {
        model->setSettings(modelSettingsFor(options));
        return std::pair(model->settings(), model->limitation());
    });
}

QFuture<Result<ModelReply>> DeskThread::askModel(const ModelRequest &request) {
    HuggingFaceClient *model = m_services->model.get();
    return desk().ask([model, request](Desk &) { return model->complete(request, nullptr); }).unwrap();
}

QFuture<Result<QVector<ListedModel>>> DeskThread::models() {
    HuggingFaceClient *model = m_services->model.get();
    return desk().ask([model](Desk &) { return model->models(); }).unwrap();
}

QFuture<Result<QVector<RequestRecord>>> DeskThread::requests(int most) {
    RequestLog *log = &m_services->storage->requestLog();
    return desk().ask([log, most](Desk &) { return log->requests({}, most); });
}

QFuture<ModelStatus> DeskThread::modelStatus() {
    HuggingFaceClient *model = m_services->model.get();
    return desk().ask([model](Desk &) { return model->status(); });
}

Result<std::unique_ptr<ReaderThread>> ReaderThread::open(LaunchOptions options) {
    options.readOnly = true;
    std::unique_ptr<ReaderThread> opened(new ReaderThread);
    start(opened->m_thread, opened->m_inThread, QStringLiteral("reader"));
    std::optional<Failure> trouble;
    runIn(opened->m_inThread, [&] {
        auto storage = openStorage(options);
        if (!storage) {
            trouble = storage.error();
            return;
        }
        opened->m_storage = std::move(*storage);
        opened->m_reader = std::make_unique<Reader>(opened->m_storage->stores(), opened->m_storage->search());
    });
    if (trouble)
        return tl::unexpected<Failure>(*trouble);
    return opened;
}

ReaderThread::~ReaderThread() {
    stop(m_thread, m_inThread, [this] {
        m_reader.reset();
        m_storage.reset();
    });
}

} // namespace relaydesk
