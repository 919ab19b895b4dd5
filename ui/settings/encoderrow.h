// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Which sentence encoder compares questions, another one to choose, and how far changing over is.
#pragma once
#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace relaydesk {

class EncoderRow : public QWidget {
    Q_OBJECT

  public:
    explicit EncoderRow(QWidget *parent = nullptr);

    //! What stands before the name of a model that the language model's server runs.
    static constexpr char remotePrefix[] = "remote:";

    //! The installed ones; `current` is in use, empty: none is. Those that run elsewhere are offered after them.
    void showEncoders(const QStringList &names, const QString &current);
    //! Texts encoded with `name` of `all`, 0 while it is being opened; the one in use serves meanwhile.
    void showProgress(const QString &name, int done, int all);
    //! What came of it; the progress is over.
    void showOutcome(const QString &sentence);

  signals:
    void chosen(const QString &name);
    void cancelWanted();

  private:
    void choose(int index);
    void askForModel();
    void addRemote(const QString &name);
    void showBusy(bool busy);
    void say(const QString &sentence);

    QComboBox *m_names;
    QString m_current;
    QLabel *m_state;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace relaydesk
