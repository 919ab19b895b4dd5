// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The one place where sentences about trouble appear; they leave by themselves after a while, or when closed.
#pragma once
#include "ui/theme/theme.h"
#include "ui/widgets/tone.h"
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

class QLabel;
class QToolButton;

namespace relaydesk {

class ErrorBanner : public QFrame {
    Q_OBJECT

  public:
    explicit ErrorBanner(const Theme &theme, QWidget *parent = nullptr);

    //! Several sentences wait for one another; one that is already shown or waiting is not repeated.
    void tell(const QString &sentence, Tone tone = Tone::Bad);
    void setPatience(int milliseconds); //!< how long a sentence stays; 12 s at first; longer texts stay longer
    QString sentence() const;           //!< what is shown; empty when hidden

  public slots:
    void showError(const QString &sentence) { tell(sentence); }
    void dismiss(); //!< on to the next sentence, or away

  signals:
    void dismissed(const QString &sentence);

  protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

  private:
    struct Sentence {
        QString text;
        Tone tone = Tone::Bad;
    };
    void present();
    void recolour();

    const Theme &m_theme;
    QVector<Sentence> m_sentences; //!< the first is shown
    QLabel *m_label;
    QToolButton *m_close;
    QTimer m_timer;
    int m_patience = 12000;
};

} // namespace relaydesk
