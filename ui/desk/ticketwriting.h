// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What an agent writes for the open ticket: kept as it is typed, sent with a moment to think again, noted for
//! colleagues.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/remote.h"
#include "models/items/deskreading.h"
#include <QtCore/QTimer>

namespace relaydesk {

class FileTaker;
class ReplyBar;
class SendingBar;

class TicketWriting : public QObject {
    Q_OBJECT

  public:
    TicketWriting(Remote<Desk> desk, ReplyBar &bar, SendingBar &sending, QObject *parent);

    void setAgent(const Agent &agent) { m_agent = agent; }
    void setFiles(FileTaker *files);           //!< without one none can be attached
    void open(const TicketDetails &details);   //!< another ticket: what was typed for it comes back
    void update(const TicketDetails &details); //!< the same ticket changed
    void leave();                              //!< keeps what is typed; nobody is typing any more
    void keepDraft();                          //!< at once, instead of in a moment
    void add(const QString &text);             //!< behind what is typed
    void insert(const QString &text);          //!< at the cursor
    void send();
    //! `edited`: the lesson as the agent changed it; without `mayLearn` none is.
    void resolve(const std::optional<Proposal> &edited, bool mayLearn = true);
    void addNote();

  signals:
    void typing(relaydesk::ConversationId id, const QString &who); //!< empty: stopped
    void writing(bool isWriting);                                  //!< a reply or a note, for colleagues
    void paused();                                                 //!< nothing was typed for a moment
    void changed();                                                //!< the ticket is to be read again
    void resolved(const relaydesk::Deed &deed);                    //!< what this agent sent with it is out
    void failed(const relaydesk::Failure &failure);

  private:
    struct Kept { //!< what is typed and what of it is stored
        QString key;
        QString text;
    };
    void noteTyping();
    void stopTyping();
    void keep(Kept &kept, const QString &typed);
    void keepFiles();
    void attach(const SentFile &file, TicketId ticket);
    void hold(const HeldReply &reply);
    void takeBack(qint64 number);
    void putBack(const HeldReply &reply);

    Remote<Desk> m_desk;
    ReplyBar &m_bar;
    SendingBar &m_sending;
    Agent m_agent;
    std::optional<Ticket> m_ticket;
    Kept m_reply;
    Kept m_note;
    Kept m_files;
    QHash<QString, QString> m_onTheWay; //!< drafts that are being stored, by key
    QTimer m_unkept;                    //!< since the first key that is not stored: then the draft is kept
    QTimer m_pause;                     //!< since the last key: then the lesson is shown
    QTimer m_silence;                   //!< since the last key: then the customer no longer sees "is typing"
};

} // namespace relaydesk
