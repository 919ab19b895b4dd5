// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The simulated customer's side: what customers see and write, several of them at once. Nothing here is for agents.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/deskreading.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/turnstile.h"
#include <QtCore/QTimer>
#include <memory>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace relaydesk {

class Avatar;
class ChoiceBar;
class ComposerEdit;
class CustomerMenu;
class EarlierMessages;
class PersonaBar;
class SolvedBar;
class FileStore;
class TranscriptView;
class WorkBar;

class CustomerPane : public Panel {
    Q_OBJECT

  public:
    CustomerPane(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent = nullptr);

    ConversationId current() const { return m_conversation; }
    void show(ConversationId id);
    //! Reads the list of customers and the shown conversation again.
    void refresh();
    void setFiles(const std::shared_ptr<const FileStore> &files); //!< can be sent and shown from now on
    void setReadOnly(bool readOnly);                              //!< the past can be read, nobody can write
    void takeFocus();
    //! Somebody at the desk is writing in that conversation; empty: not any more.
    void setAgentTyping(ConversationId id, const QString &who);

  signals:
    void shown(relaydesk::ConversationId id);                      //!< another customer
    void typing(relaydesk::ConversationId id, const QString &who); //!< empty: stopped
    void failed(const relaydesk::Failure &failure);

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    void arrange();
    void buildHeader(const Theme &theme);
    QWidget *buildFooter();
    void buildMenu(QPushButton &button);
    void connectAnswers();
    void addThumbKeys();
    void askForFile();
    void startNew();
    void send(const QString &text);
    void sendTo(ConversationId id, const QString &text);
    void giveBack(const QString &text);
    void askForPerson();
    void listChats(const QVector<ChatEntry> &chats);
    void choose(ArticleId article);
    void showChats(const QVector<ChatEntry> &chats);
    void showChat(const ChatView &chat);
    void showTyping();
    void noteTyping();
    void stopTyping();
    void suggestQuestions();
    template <typename Call>
    void tell(Call call);

    Remote<Desk> m_desk;
    Remote<Reader> m_reader;
    ConversationId m_conversation;
    QTimer m_silence; //!< since the last key of the customer
    bool m_answering = false;
    Turnstile m_reading;
    int m_opening = 0;    //!< new customers the desk was asked for
    QStringList m_unsent; //!< of the last of them
    QHash<ConversationId, QString> m_typing;

    ConversationId m_read; //!< that m_messages shows
    MessageListModel m_messages;
    EarlierMessages *m_earlier;
    Avatar *m_avatar;
    QComboBox *m_chats;
    PersonaBar *m_who;
    Persona m_persona; //!< of the customer that is shown
    QStackedWidget *m_stack;
    TranscriptView *m_transcript;
    WorkBar *m_saving;
    SolvedBar *m_solved;
    QWidget *m_footer;
    QPushButton *m_new;
    bool m_readOnly = false;
    ChoiceBar *m_choices;
    ComposerEdit *m_composer;
    CustomerMenu *m_menu;
};

} // namespace relaydesk
