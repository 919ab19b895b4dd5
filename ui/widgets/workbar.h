// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What the program does beside the window and takes a while: a sentence, how far it is, and a way to leave it off.
#pragma once
#include "ui/widgets/noticebar.h"
#include <QtCore/QTimer>

class QProgressBar;
class QPushButton;

namespace relaydesk {

class WorkBar : public NoticeBar {
    Q_OBJECT

  public:
    static constexpr int patienceMs = 300; //!< what is done by then is not worth a bar
    static constexpr int toldMs = 8000;

    explicit WorkBar(const Theme &theme, QWidget *parent = nullptr);

    void begin(const QString &sentence);
    void setPercent(int percent);
    void end();
    void tell(const QString &sentence, Tone tone); //!< the end of it, for a while

  signals:
    void cancelled();

  private:
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QString m_sentence;
    QTimer m_patience;
    QTimer m_told;
};

} // namespace relaydesk
