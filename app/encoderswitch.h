// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Changes the encoder of a desk that is running: the old one serves until everything known is encoded with the new.
#pragma once
#include "app/matching/bertencoder.h"
#include "app/matching/gaussianmatcher.h"
#include "app/matching/vectorpreparation.h"
#include "models/desk/desk.h"
#include <QtCore/QTimer>

namespace relaydesk {

//! Lives in the desk's thread, which needs an event loop.
class EncoderSwitch : public QObject {
    Q_OBJECT

  public:
    static constexpr int followMs = 2000;

    //! Both must outlive it. `folder`: of the encoder in use; empty: none. Follows what another process on the same
    //! database chooses.
    EncoderSwitch(Desk &desk, GaussianMatcher &matcher, const QString &folder);

    //! The name of an installed one, or its folder: encodes what is known, changes over, and then keeps the choice. A
    //! change that is under way is left off.
    void use(const QString &name);
    //! The encoder in use stays.
    void cancel();
    //! The name of the folder in use; empty: words alone.
    QString current() const;

  signals:
    void progressed(const QString &name, int done, int all);
    void changed(const QString &name);
    void failed(const relaydesk::Failure &failure); //!< also when left off: a sentence that says what is in use

  private:
    using Opened = Result<std::unique_ptr<BertEncoder>>;
    void follow();
    void prepare(Opened opened);
    void finish(Prepared how);
    void endWith(ErrorKind kind, const QString &sentence);

    Desk &m_desk;
    GaussianMatcher &m_matcher;
    QString m_folder;
    QString m_followed; //!< the setting as it was last looked at
    QTimer m_timer;
    QString m_wanted; //!< being changed over to; empty: nothing is
    int m_attempt = 0;
    std::shared_ptr<VectorCache> m_fresh;
    std::unique_ptr<VectorPreparation> m_preparation;
};

} // namespace relaydesk
