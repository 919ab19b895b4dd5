// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Changes the encoder of a desk that is running: the old one serves until everything known is encoded with the new.
#pragma once
#include "app/deskmatcher.h"
#include "app/huggingface/huggingfaceclient.h"
#include "app/matching/vectorpreparation.h"
#include "models/desk/desk.h"
#include <QtCore/QDeadlineTimer>
#include <QtCore/QTimer>

namespace relaydesk {

//! Lives in the desk's thread, which needs an event loop.
class EncoderSwitch : public QObject {
    Q_OBJECT

  public:
    static constexpr int followMs = 2000;

    //! All must outlive it; `model` says where and as whom `line` asks. Follows what another process on the same
    //! database chooses. Where a remote encoder is lost the desk goes on by words, and it is opened again when its
    //! server answers.
    EncoderSwitch(Desk &desk, DeskMatcher &matcher, HuggingFaceClient &model, std::shared_ptr<EmbeddingLine> line);
    ~EncoderSwitch() override;

    //! The name of an installed one, or its folder, or a remoteChoice(): encodes what is known, changes over, and then
    //! keeps the choice. A change that is under way is left off.
    void use(const QString &name);
    //! The encoder in use stays.
    void cancel();
    //! The name of the folder, or the remoteChoice(), in use; empty: words alone.
    QString current() const;

  signals:
    void progressed(const QString &name, int done, int all);
    void changed(const QString &name);
    void failed(const relaydesk::Failure &failure); //!< also when left off: a sentence that says what is in use

  private:
    using Opened = Result<std::unique_ptr<SentenceEncoder>>;
    void begin(const QString &name);
    void follow();
    void takeModelSettings();
    void keepRecords();
    void watchRemote();
    void encodeWaiting();
    void prepare(Opened opened);
    void encode();
    void finish(Prepared how);
    void keepChoice(const QString &name);
    void endWith(ErrorKind kind, const QString &sentence);

    Desk &m_desk;
    DeskMatcher &m_matcher;
    HuggingFaceClient &m_model;
    std::shared_ptr<EmbeddingLine> m_line;
    QString m_followed; //!< the setting as it was last looked at
    QString m_place;    //!< the folder, or the remoteChoice(), in use; empty: none
    QTimer m_timer;
    QString m_wanted; //!< being changed over to; empty: nothing is
    int m_attempt = 0;
    std::shared_ptr<VectorCache> m_fresh;
    std::unique_ptr<VectorPreparation> m_preparation;
    bool m_isReturning = false; //!< m_wanted is in use already, and is opened again or gets the vectors it lacks
    bool m_isLeftOff = false;   //!< it was cancelled, or cannot: not begun again by itself
    bool m_isLost = false;      //!< the remote encoder in use, and that was told
    int m_restMs = 0;           //!< until it is opened again, the last time
    QDeadlineTimer m_rest;
};

} // namespace relaydesk
