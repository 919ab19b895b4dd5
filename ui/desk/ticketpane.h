// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The ticket an agent works on: transcript, reply, inspector, and the ways it can end.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/deskreading.h"
#include "ui/widgets/panel.h"
#include <QtCore/QTimer>

class QPushButton;
class QStackedWidget;

namespace relaydesk {

class Inspector;
class ReplyBar;
class TranscriptView;

class TicketPane : public Panel {
    Q_OBJECT

  public:
    TicketPane(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent = nullptr);

    void setAgent(const Agent &agent);
    //! Another ticket; what was typed for the one before is kept with it.
    void open(TicketId id);
    void refresh();
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; } //!< before the first ticket is opened
    void takeFocus();
    void keepDraft(); //!< at once, instead of in a moment
    TicketId current() const { return m_ticket; }

  signals:
    void agentTyping(relaydesk::ConversationId id, const QString &who); //!< empty: stopped
    void failed(const relaydesk::Failure &failure);

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    void arrange();
    void readEarlier();
    QWidget *buildBody(const Theme &theme);
    void buildActions();
    void show(const TicketDetails &details);
    void showHeader();
    void noteTyping();
    void previewLesson();
    void send(const QString &text);
    void resolve(const QString &text);
    void takeOrGiveBack();
    void clearComposer();
    template <typename Call>
    void tell(Call call);

    Remote<Desk> m_desk;
    Remote<Reader> m_reader;
    Agent m_agent;
    TicketId m_ticket;
    bool m_hasEarlier = false; //!< messages than those that are shown
    bool m_readOnly = false;
    bool m_canResolve = false;
    std::optional<TicketDetails> m_details;
    MessageListModel m_messages;
    QTimer m_pause;   //!< since the last key: then the draft is kept and the lesson shown
    QTimer m_silence; //!< since the last key: then the customer no longer sees "is typing"

    QStackedWidget *m_stack;
    TranscriptView *m_transcript;
    ReplyBar *m_reply;
    Inspector *m_inspector;
    QWidget *m_work;
    QPushButton *m_why;
    QPushButton *m_claim;
    QPushButton *m_giveBack;
    QPushButton *m_resolve;
};

} // namespace relaydesk
