// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The API in the desk's thread: takes requests from the frontend, answers them in batches, keeps turns and streams.
#pragma once
#include "app/api/eventstreams.h"
#include "app/api/restapi.h"
#include <QtCore/QElapsedTimer>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <mutex>
#include <vector>

namespace relaydesk {

class ServiceDesk : public QObject {
    Q_OBJECT

  public:
    using Log = std::function<void(const QString &line)>;

    //! Made in the desk's thread, where it stays. `log` gets a line for each request, in that thread.
    ServiceDesk(const ApiPlace &place, Log log);

    //! From any thread.
    void take(const ApiRequest &request, std::shared_ptr<HttpExchange> exchange);
    //! No further turns and streams. Those that the model still works on are waited for; then the streams end.
    void finish();
    //! Tells all who wait at a stream that it goes on, so that nothing between gives them up: by itself every 15 s.
    void beat();

  signals:
    void finished(); //!< after finish(), when the last turn of the desk is answered

  private:
    struct Incoming {
        ApiRequest request;
        std::shared_ptr<HttpExchange> exchange;
        QElapsedTimer since;
    };
    struct Waiting {
        Incoming incoming;
        TurnWait wait;
        bool isStream = false;
    };
    void drain();
    void answerAll(std::vector<Incoming> batch);
    void settle(Incoming &incoming, const ApiAnswer &answer);
    void readAside(const Incoming &incoming, const ApiAnswer &answer);
    void finishTurns();
    bool isAnswering() const;
    void finishTurn(const Waiting &waiting);
    void note(const Incoming &incoming, int status, qsizetype bytes);

    ApiPlace m_place;
    RestApi m_api;
    EventStreams m_streams;
    Log m_log;
    QTimer m_heart;
    std::mutex m_mutex;
    std::vector<Incoming> m_incoming; //!< under the mutex
    bool m_isPosted = false;          //!< under the mutex
    bool m_isFinishing = false;
    std::vector<Waiting> m_waiting;
    QSet<ConversationId> m_changed;
    QThreadPool m_aside; //!< ends first
};

} // namespace relaydesk
