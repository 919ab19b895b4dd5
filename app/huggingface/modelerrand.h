// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One question to the language model from asking to answer, over its waiting, its tries and its models.
#pragma once
#include "app/huggingface/modelcall.h"
#include "models/domain/requestlog.h"

namespace relaydesk {

//! Says `readyToTry` whenever it wants to ask; whoever keeps the queue then calls tryNow(). One deadline holds for all
//! of it. Deletes itself when it is settled.
class ModelErrand : public QObject {
    Q_OBJECT
  public:
    ModelErrand(const ModelSettings &settings, const ModelRequest &request, ModelCall::Grew grew, QObject *parent);
    ~ModelErrand() override; //!< an unanswered question ends as Cancelled

    //! Call once.
    QFuture<Result<ModelReply>> start();
    void tryNow(const std::shared_ptr<QNetworkAccessManager> &network);
    //! Ends it without another try.
    void refuse(const ModelTrouble &trouble);
    //! The same in the middle of a try: nothing more is sent or read from now on.
    void withdraw(const ModelTrouble &trouble);
    bool isTrying() const { return m_call; }
    //! The model asked first, or one of the fallbacks after it said that it is not served.
    const QString &model() const { return m_settings.model; }

  Q_SIGNALS:
    void readyToTry(relaydesk::ModelErrand *errand);
    void tried(const relaydesk::RequestRecord &record);
    //! The try is over and its place in the queue free. `isHealthy`: the server answered; `isServerTrouble`: it failed.
    void tryEnded(relaydesk::ModelErrand *errand, bool isHealthy, bool isServerTrouble);
    void neverConnected();
    void fellBack(const QString &from, const QString &to);

  private:
    using Outcome = ModelCall::Outcome;
    ModelSettings settingsForTry() const;
    void takeOutcome(const Outcome &outcome);
    void goOnAfter(const ModelTrouble &trouble);
    bool takeNextModel();
    RequestRecord recordOf(const Outcome &outcome) const;
    void settle(const Result<ModelReply> &result);

    ModelSettings m_settings; //!< its model changes with a fallback
    QString m_firstModel;
    QStringList m_fallbacks;
    ModelRequest m_request;
    ModelCall::Grew m_grew;
    QPromise<Result<ModelReply>> m_promise;
    QFutureWatcher<Result<ModelReply>> m_watcher;
    QFutureWatcher<Outcome> m_tryWatcher;
    QPointer<ModelCall> m_call;
    QTimer m_wholeTimer;
    QTimer m_waitTimer;
    QElapsedTimer m_clock;
    QElapsedTimer m_tryClock;
    qint64 m_bytesReceived = 0; //!< by the last try
    int m_tries = 0;
    bool m_isSettled = false;
};

} // namespace relaydesk
