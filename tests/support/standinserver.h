// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Stands in for a model server: answers HTTP requests byte by byte as a test scripts it, and remembers them.
#pragma once
#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QPair>
#include <QtCore/QStringList>
#include <QtCore/QThread>
#include <QtCore/QUrl>
#include <QtCore/QVector>
#include <functional>
#include <memory>

namespace relaydesk {

//! What a client sent.
struct StandInRequest {
    QByteArray method;
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body;
};

//! One thing the server does with a connection, after it has read a whole request.
struct StandInStep {
    enum Kind {
        Send,       //!< `bytes` at once
        SendSingly, //!< `bytes` one by one, each a write of its own
        Wait,       //!< until the test calls proceed(), once for each Wait
        Close,      //!< an ordinary end
        Reset,      //!< a hard end: the client sees "connection reset"
        Hold,       //!< say nothing more, keep the connection
    };
    Kind kind = Hold;
    QByteArray bytes;
};

using StandInScript = QVector<StandInStep>;
using StandInHeaders = QVector<QPair<QByteArray, QByteArray>>;

//! Listens on 127.0.0.1 in a thread of its own, so a test may block. All functions may be called at any time.
//! A script that ends without Close, Reset or Hold leaves the connection open for the next request.
class StandInServer {
  public:
    StandInServer(); //!< answers 500 until it is told what to answer
    ~StandInServer();
    Q_DISABLE_COPY_MOVE(StandInServer)

    quint16 port() const { return m_port; }
    QUrl url() const; //!< http://127.0.0.1:PORT/v1, for --model-url

    //! From now on every request is answered like this.
    void answerWith(const QString &text);  //!< an event stream of the words, with usage and [DONE]
    void plainAnswer(const QString &text); //!< one JSON object
    void errorAnswer(int status, const QByteArray &body, const StandInHeaders &headers = {});
    void play(const StandInScript &script);
    //! `answer` is called in the server's thread.
    void answerEach(std::function<StandInScript(const StandInRequest &)> answer);

    void proceed(); //!< lets one Wait go on, now or when it is reached

    int requestCount() const;
    QVector<StandInRequest> requests() const;
    StandInRequest lastRequest() const; //!< an empty one when there was none
    int connectionCount() const;        //!< ever accepted
    int openConnections() const;
    int waitsReached() const; //!< Wait steps that scripts have come to

  private:
    friend class StandInConnection;
    struct State;
    std::unique_ptr<State> m_state;
    QThread m_thread;
    quint16 m_port = 0;
};

//! Ready-made bytes for scripts.
namespace standin {
QByteArray head(int status, const StandInHeaders &headers);
//! With Content-Length.
QByteArray response(int status, const QByteArray &contentType, const QByteArray &body, const StandInHeaders &more = {});
//! The body in one chunk, with the closing chunk.
QByteArray chunkedResponse(const QByteArray &contentType, const QByteArray &body);
QByteArray chunk(const QByteArray &bytes);
//! "data: …\n\n" with choices[0].delta.content.
QByteArray piece(const QString &text);
//! The last pieces: finish_reason, usage, [DONE].
QByteArray ending(const QByteArray &finishReason = "stop");
QByteArray eventStream(const QStringList &pieces);
QByteArray completion(const QString &text);
} // namespace standin

} // namespace relaydesk
