// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the program does beside the window and takes a while: a sentence, how far it is, a way to leave it off, and
//! what became of it.
#pragma once
#include "models/domain/progress.h"
#include "models/domain/result.h"
#include "ui/widgets/noticebar.h"
#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>
#include <memory>

class QProgressBar;
class QPushButton;

namespace relaydesk {

class WorkBar : public NoticeBar {
    Q_OBJECT

  public:
    static constexpr int patienceMs = 300; //!< what is done by then is not worth a bar
    static constexpr int toldMs = 8000;

    //! What to say of it at the end; empty: nothing. ErrorKind::Cancelled: it was left off, which is said.
    using Outcome = Result<QString>;
    using Job = std::function<Outcome(const Progress &)>;
    using Start = std::function<QFuture<Outcome>(const Progress &)>;

    explicit WorkBar(const Theme &theme, QWidget *parent = nullptr);

    //! Does the job on a thread of its own. One at a time: another is refused by failed(). What has begun goes on when
    //! the bar is gone.
    void run(const QString &sentence, const Job &job);
    //! The same for what `start` begins elsewhere.
    void follow(const QString &sentence, const Start &start);
    //! As follow(), in the place of what runs: that is left off, and nothing is said of it.
    void replace(const QString &sentence, const Start &start);
    //! The threads that run() uses, to wait for at the end of the program.
    static QThreadPool &jobs();
    void tell(const QString &sentence, Tone tone = Tone::Good); //!< for a while

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    void begin(const QString &sentence);
    void end(const Outcome &outcome);

    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QString m_sentence;
    QTimer m_patience;
    QTimer m_told;
    std::shared_ptr<QPromise<void>> m_running; //!< how far it is and whether it is wanted; null: nothing runs
};

} // namespace relaydesk
