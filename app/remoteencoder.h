// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A sentence encoder that runs elsewhere: at Hugging Face, or at the language model's server. Private data is taken
//! out of every text before it is sent.
#pragma once
#include "app/huggingface/embeddingline.h"
#include "app/matching/sentenceencoder.h"
#include "models/domain/stores.h"
#include <atomic>
#include <functional>
#include <optional>

namespace relaydesk {

//! "remote:owner/name" as the desk's choice of an encoder.
QString remoteChoice(const QString &model);
//! The model of such a choice; empty for any other.
QString remoteModel(const QString &choice);
//! The name its vectors are kept under. The number stands for how they are made of what the server sends.
QString remoteIdentity(const QString &model, const QString &host);

//! Many models crowd all texts into one corner (any two of multilingual-e5-small have a cosine of 0.7 or more), where
//! the bar and the floor, which were set for another model, mean nothing. So the mean of a few fixed sentences is taken
//! off every vector: unrelated texts are then at right angles with any model.
//!
//! Gives no vectors any more once one could not be had: the desk then matches by words, and opens another one later
//! (EncoderSwitch), rather than wait for a server with each question.
class RemoteEncoder : public SentenceEncoder {
  public:
    enum class Mood {
        Starting, //!< asks for questions alone: a start does not wait for the knowledge to be encoded
        Patient,  //!< while the knowledge is encoded: waits for a model that is being loaded
        Prompt,   //!< while customers wait
    };

    //! Asks for the vectors of the fixed sentences; blocks until they are there. Patient at first.
    static Result<std::unique_ptr<RemoteEncoder>> open(const QString &model,
                                                       const std::shared_ptr<EmbeddingLine> &line);
    //! One that was opened and remembered before, without asking: starting at first. Null where none was.
    static std::unique_ptr<RemoteEncoder> reopened(const QString &model, const std::shared_ptr<EmbeddingLine> &line,
                                                   const DerivedStore &store);
    Result<void> remember(DerivedStore &store) const;

    QString name() const override; //!< the model and the server
    int dimensions() const override { return int(m_middle.size()); }
    std::vector<float> encode(const QString &text) const override;
    std::vector<std::vector<float>> encodeAll(const QStringList &texts) const override;

    //! A question with its parts, in one go and within 2.5 s together; empty ones where that fails.
    std::vector<std::vector<float>> encodeQuestion(const QStringList &texts) const;

    void setMood(Mood mood) const { m_mood = mood; }
    //! Why it gives no vectors; empty while it does.
    QString trouble() const;

  private:
    RemoteEncoder(const QString &model, std::shared_ptr<EmbeddingLine> line, std::vector<float> middle, Mood mood);
    Result<std::vector<std::vector<float>>> ask(const QStringList &texts, EmbeddingLine::Patience patience) const;
    //! In pieces; ends with the first that fails. `patienceNow` gives none where no more is to be asked.
    std::vector<std::vector<float>>
    askAll(const QStringList &texts, const std::function<std::optional<EmbeddingLine::Patience>()> &patienceNow) const;

    QString m_model;
    QString m_host;
    std::shared_ptr<EmbeddingLine> m_line;
    std::vector<float> m_middle; //!< empty until it is known
    mutable std::atomic<Mood> m_mood;
    mutable QMutex m_mutex;
    mutable QString m_trouble; //!< under the mutex
};

} // namespace relaydesk
