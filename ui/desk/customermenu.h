// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a simulated customer can do beside writing: ask what others ask, rate, keep the conversation as a file.
#pragma once
#include <QtWidgets/QMenu>

namespace relaydesk {

class CustomerMenu : public QMenu {
    Q_OBJECT

  public:
    explicit CustomerMenu(QWidget *parent);
    //! Questions to choose from; none takes the place away.
    void suggest(const QStringList &questions);
    void offerFiles();                 //!< they can be attached
    void setConversation(bool isOpen); //!< there is one that can be rated and saved

  signals:
    void questionChosen(const QString &question);
    void rated(int stars);
    void attachWanted();
    void saveWanted();

  private:
    QMenu *m_questions;
    QMenu *m_rating;
    QAction *m_attach;
    QAction *m_save;
};

} // namespace relaydesk
