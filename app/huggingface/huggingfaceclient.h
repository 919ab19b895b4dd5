// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The language model behind a chat-completions address: Hugging Face, or any server that speaks the same protocol.
#pragma once
#include "app/huggingface/circuitbreaker.h"
#include "app/huggingface/modellist.h"
#include "app/huggingface/modelsettings.h"
#include "app/huggingface/modeltrouble.h"
#include "models/domain/modelclient.h"
#include "models/domain/modelstatus.h"
#include <QtCore/QElapsedTimer>
#include <QtCore/QHash>
#include <QtCore/QObject>
#include <deque>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace relaydesk {

class ModelErrand;

//! Used from the thread it lives in, and `grew` is called there; that thread needs an event loop. So many questions are
//! under way side by side, the others wait in the order they came. See ModelErrand for tries and fallbacks, ModelCall
//! for what Qt does on its own.
class HuggingFaceClient : public QObject, public ModelClient {
    Q_OBJECT
  public:
    //! `log` may be null; it must outlive the client and belong to its thread.
    explicit HuggingFaceClient(const ModelSettings &settings, RequestLog *log = nullptr, QObject *parent = nullptr);
    ~HuggingFaceClient() override; //!< what is still being asked ends as Cancelled

    //! Failures: Unavailable (offline, no token, resting, at its limit, refused by the server), Invalid (the address,
    //! or the question), NotFound (the model), Network (deadlines, cut or unreadable answers), Cancelled; each with its
    //! sentence.
    QFuture<Result<ModelReply>> complete(const ModelRequest &request,
                                         const std::function<void(const QString &)> &grew) override;
    QString limitation() const override;

    const ModelSettings &settings() const { return m_settings; }
    //! For the questions from now on; those under way keep theirs, but for offline: then they end at once.
    void setSettings(const ModelSettings &settings);
    ModelStatus status() const;
    //! The models the server lists. Ends at once when it goes offline.
    QFuture<Result<QVector<ListedModel>>> models();
    //! Which of today's limits is reached, as "20,000 tokens"; empty: none.
    QString limitReached() const;
    //! Writes a request that was made beside this client, to the same server, into the list and counts it.
    void note(const RequestRecord &record);

  Q_SIGNALS:
    void statusChanged();
    void settingsChanged();
    //! For the agent, once each: another model answers because the one chosen is not served (for each pair); the limit
    //! of a day is reached.
    void noticed(const QString &sentence);

  private:
    std::optional<Trouble> obstacle() const;
    std::optional<ModelTrouble> hindrance() const;
    RequestTotals today() const;
    const std::shared_ptr<QNetworkAccessManager> &network();
    CircuitBreaker &breaker();
    void enqueue(ModelErrand *errand);
    void startNext();
    void endAll();
    void endTry(ModelErrand *errand, bool isHealthy, bool isServerTrouble);
    void keep(const RequestRecord &record);
    void tellOnce(const QString &key, const QString &sentence);
    void tellFallback(const QString &from, const QString &to);

    ModelSettings m_settings;
    RequestLog *m_log;
    std::shared_ptr<QNetworkAccessManager> m_network; //!< made when first used; calls under way keep theirs
    QHash<QString, CircuitBreaker> m_breakers;        //!< by host
    std::deque<ModelErrand *> m_waiting;
    QVector<ModelErrand *> m_trying;
    QElapsedTimer m_clock;
    QStringList m_told;
    std::unique_ptr<QObject> m_lists; //!< owns what models() asks
    qint64 m_lastMs = 0;              //!< how long the last answer took
    RequestTotals m_sinceStart;       //!< where there is no log
};

} // namespace relaydesk
