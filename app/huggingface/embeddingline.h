// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks a model server for sentence vectors, from any thread: the caller waits, the network has a thread of its own.
#pragma once
#include "app/huggingface/modelsettings.h"
#include "app/huggingface/modeltrouble.h"
#include "models/domain/requestlog.h"
#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QThread>
#include <QtCore/QWaitCondition>
#include <memory>
#include <tl/expected.hpp>
#include <vector>

class QNetworkAccessManager;

namespace relaydesk {

class EmbeddingLine {
  public:
    using Vectors = std::vector<std::vector<float>>;

    struct Patience {
        int wholeMs = 0; //!< until the answer is there, tries and waiting included
        int tries = 1;   //!< a further one only where the one before was certainly not processed
    };

    explicit EmbeddingLine(const ModelSettings &settings);
    ~EmbeddingLine();
    Q_DISABLE_COPY_MOVE(EmbeddingLine)

    //! From the next request on. Offline, or with another address, what is under way ends at once.
    void setSettings(const ModelSettings &settings);
    //! Which of today's limits is reached: nothing is asked then. Empty: none.
    void setLimit(const QString &reached);
    //! For good: nothing is asked from now on, and what is under way ends.
    void close();
    //! What is under way for this model ends at once, waiting for another try included; later requests are made as
    //! ever.
    void leaveOff(const QString &model);

    //! The host with its port, where it asks now.
    QString host() const;
    //! A vector of length one for each text, all equally long. Blocks for as long as `patience` says; the failure's
    //! sentence says what happened and what to do, never the token. Nothing is sent offline, without the token that
    //! Hugging Face needs, by plain http with a token, or over today's limit.
    Result<Vectors> embed(const QString &model, const QStringList &texts, Patience patience);
    //! What was sent since this was called last, for the list of requests.
    QVector<RequestRecord> takeRecords();

  private:
    using Outcome = tl::expected<Vectors, ModelTrouble>;
    //! One call of embed().
    struct Errand {
        ModelSettings settings; //!< as they were when it began
        int ends = 0;           //!< how often requests for its model had been ended by then
    };
    Errand errandFor(const QString &model, Patience patience) const;
    int endsOf(const QString &model) const { return m_ends.value(QString()) + m_ends.value(model); }
    std::optional<ModelTrouble> obstacle(const Errand &errand) const;
    void waitFor(const Errand &errand, int milliseconds);
    Outcome tryOnce(const Errand &errand, const QStringList &texts, int deadlineMs);
    void end(const QString &model);

    mutable QMutex m_mutex;
    QWaitCondition m_changed;
    ModelSettings m_settings;
    QString m_limit;
    bool m_isClosed = false;
    QHash<QString, int> m_ends; //!< by model; under an empty name: of all
    QVector<RequestRecord> m_records;
    QThread m_thread;
    QNetworkAccessManager *m_network; //!< lives and ends there
};

} // namespace relaydesk
