// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The desk with its stores and its network on a thread of its own, for a program with a window.
#pragma once
#include "app/deskservice.h"
#include "app/huggingface/modelfetch.h"
#include "app/services.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include <QtCore/QThread>

namespace relaydesk {

//! Opened by the constructor's thread, which waits for it: before there is a window, that is no freeze.
class DeskThread {
  public:
    static Result<std::unique_ptr<DeskThread>> open(LaunchOptions options);
    ~DeskThread();
    Q_DISABLE_COPY_MOVE(DeskThread)

    Remote<Desk> desk() const { return Remote<Desk>(*m_services->desk); }
    //! Why something works less well than it could; sentences, empty where all is well.
    QString matcherLimitation() const { return m_matcherLimitation; }
    QString modelLimitation() const { return m_modelLimitation; }
    const ModelSettings &modelSettings() const { return m_modelSettings; }
    //! From the next question on; answers the settings in force and why the model cannot be asked, if so. Offline, what
    //! is under way ends.
    QFuture<std::pair<ModelSettings, QString>> changeModel(const LaunchOptions &options);

    Remote<DeskService> service() const { return Remote<DeskService>(*m_service); }
    Remote<EncoderSwitch> encoders() const { return Remote<EncoderSwitch>(*m_services->encoders); }
    Remote<KnowledgePreparation> preparation() const { return Remote<KnowledgePreparation>(*m_services->preparation); }

    //! For connecting to its signals: it lives in the desk's thread.
    const HuggingFaceClient *model() const { return m_services->model.get(); }

    // In the desk's thread, answered when it is done.
    QFuture<Result<ModelReply>> askModel(const ModelRequest &request);
    QFuture<Result<QVector<ListedModel>>> models();
    QFuture<Result<QVector<RequestRecord>>> requests(int most); //!< what was sent, newest first
    QFuture<ModelStatus> modelStatus();

  private:
    DeskThread() = default;
    void keepHouse();

    QThread m_thread;
    QObject m_inThread; //!< lives there; calls are made through it
    std::unique_ptr<Services> m_services;
    std::unique_ptr<DeskService> m_service;
    QString m_matcherLimitation;
    QString m_modelLimitation;
    ModelSettings m_modelSettings;
};

//! A connection that only reads, on a thread of its own.
class ReaderThread {
  public:
    static Result<std::unique_ptr<ReaderThread>> open(LaunchOptions options);
    ~ReaderThread();
    Q_DISABLE_COPY_MOVE(ReaderThread)

    Remote<Reader> reader() const { return Remote<Reader>(*m_reader); }

  private:
    ReaderThread() = default;

    QThread m_thread;
    QObject m_inThread;
    std::unique_ptr<SqliteStores> m_storage;
    std::unique_ptr<Reader> m_reader;
};

} // namespace relaydesk
