// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The ticket an agent works on: transcript, reply, inspector, and the ways it can end.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/deskreading.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/turnstile.h"
#include <memory>

class QPushButton;
class QStackedWidget;

namespace relaydesk {

class EarlierMessages;
class FileStore;
class Inspector;
class ReplyBar;
class TicketActions;
class TicketMacros;
class TicketDeeds;
class TicketMarks;
class TicketPresence;
class SendingBar;
class TicketWriting;
class TranscriptView;

class TicketPane : public Panel {
    Q_OBJECT

  public:
    TicketPane(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, TicketActions &actions,
               QWidget *parent = nullptr);

    void setAgent(const Agent &agent);
    //! Another ticket, at this message; what was typed for the one before is kept with it.
    void open(TicketId id, MessageId message = {});
    void refresh();
    //! Can be attached from now on, and shown. The pane lives as long as it.
    void setFiles(const std::shared_ptr<const FileStore> &files);
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; } //!< before the first ticket is opened
    void takeFocus();
    //! The customer of that conversation is writing; empty: not any more.
    void setCustomerTyping(ConversationId id, const QString &who);
    void leave(); //!< keeps what is typed, at once; nobody looks at the ticket here any more
    TicketId current() const { return m_ticket; }

  signals:
    void agentTyping(relaydesk::ConversationId id, const QString &who); //!< empty: stopped
    void failed(const relaydesk::Failure &failure);

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    void arrange();
    QWidget *buildBody(const Theme &theme);
    QWidget *buildWork(const Theme &theme);
    void connectLesson();
    void buildActions();
    void goToMessage();
    void splitHere();
    void show(const TicketDetails &details);
    void showHeader();
    void noteGrowth(ConversationId id, const QString &piece);
    void previewLesson();
    void takeOrGiveBack();
    template <typename Call>
    void tell(Call call);

    Remote<Desk> m_desk;
    Remote<Reader> m_reader;
    Agent m_agent;
    TicketActions &m_actions;
    TicketId m_ticket;
    MessageId m_wanted; //!< to jump to once it is read
    Turnstile m_reading;
    bool m_readOnly = false;
    bool m_canResolve = false;
    std::optional<TicketDetails> m_details;
    QHash<ConversationId, QString> m_growing; //!< what a model is writing at this moment
    TicketRow m_row;
    MessageListModel m_messages;

    QStackedWidget *m_stack;
    TranscriptView *m_transcript;
    EarlierMessages *m_earlier;
    ReplyBar *m_reply;
    SendingBar *m_sending;
    TicketWriting *m_writing;
    TicketPresence *m_presence;
    TicketMacros *m_macros;
    Inspector *m_inspector;
    QWidget *m_work;
    TicketMarks *m_marks;
    TicketDeeds *m_deeds;
    QPushButton *m_why;
    QPushButton *m_claim;
    QPushButton *m_giveBack;
    QPushButton *m_resolve;
};

} // namespace relaydesk
