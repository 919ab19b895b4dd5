// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One question to the language model: owns its request, its deadlines and the promise of its answer.
#pragma once
#include "app/huggingface/answerreader.h"
#include "app/huggingface/modelsettings.h"
#include "models/domain/modelclient.h"
#include <QtCore/QElapsedTimer>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPointer>
#include <QtCore/QPromise>
#include <QtCore/QTimer>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace relaydesk {

//! Lives until its answer is there, then deletes itself. Asks once; but Qt itself sends a POST a second time when the
//! server closes the connection without a byte of an answer, so a server may count a question twice.
class ModelCall : public QObject {
    Q_OBJECT
  public:
    using Outcome = tl::expected<ModelReply, ModelTrouble>;
    using Grew = std::function<void(const QString &)>;

    ModelCall(const ModelSettings &settings, const ModelRequest &request, Grew grew, QObject *parent);
    ~ModelCall() override; //!< an unanswered question ends as Cancelled

    //! Call once. The address must be usable.
    QFuture<Outcome> ask(const std::shared_ptr<QNetworkAccessManager> &network);

  Q_SIGNALS:
    //! It is over; `bytesReceived` of the answer's or the refusal's body.
    void ended(qint64 bytesReceived);
    //! It ended before the connection stood. Qt goes on trying such a connection, and has room for six to one host:
    //! the network is better left to this call and another one used for the next.
    void neverConnected();

  private:
    void post();
    void startDeadline(QTimer &timer, int milliseconds, Trouble trouble);
    void noteConnection();
    void readOn();
    void readHead();
    void readRefusal();
    void endReply();
    void expire(Trouble trouble);
    void conclude();
    bool isRefusal() const { return m_status != 0 && m_status / 100 != 2; }
    //! False when what `grew` does has ended this call: touch nothing then.
    bool grow(const QStringList &texts);
    void fail(const ModelTrouble &trouble);
    void settle(const Outcome &result);
    void dropReply();

    ModelSettings m_settings;
    QByteArray m_body;
    Grew m_grew;
    AnswerReader m_reader;
    QPromise<Outcome> m_promise;
    QFutureWatcher<Outcome> m_watcher; //!< tells when the holder of the future cancels it
    std::shared_ptr<QNetworkAccessManager> m_network;
    QPointer<QNetworkReply> m_reply;
    QTimer m_connectTimer;
    QTimer m_firstTokenTimer;
    QTimer m_wholeTimer;
    QElapsedTimer m_clock;
    qint64 m_firstTokenMs = 0;
    qint64 m_bytesReceived = 0;
    int m_status = 0; //!< of HTTP; 0 until the headers are there
    QByteArray m_refusal;
    bool m_isConnected = false;
    bool m_isSettled = false;
};

} // namespace relaydesk
