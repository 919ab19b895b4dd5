// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The live desk: the customer at the left, the queue in the middle, the ticket at the right.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/ticketlistmodel.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>
#include <memory>

class QSplitter;

namespace relaydesk {

class AuditCard;
class CustomerPane;
class FileStore;
class QueuePane;
class TicketActions;
class TicketPane;
class WelcomeBar;

class DeskPage : public QWidget {
    Q_OBJECT

  public:
    DeskPage(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, TicketActions &actions,
             QWidget *parent = nullptr);

    void setAgent(const Agent &agent);
    void setReadOnly(bool readOnly);                              //!< nobody can write here, as customer or agent
    void setFiles(const std::shared_ptr<const FileStore> &files); //!< before the first ticket is opened
    void refresh();
    void takeFocus();                                     //!< where writing begins
    void leave();                                         //!< keeps what is typed for the open ticket, at once
    void showConversation(ConversationId id);             //!< in the customer's pane
    void showTicket(TicketId id, MessageId message = {}); //!< and that message in it
    //! What was shown before, as far as the database has it.
    void restore(ConversationId customer, TicketId ticket);
    const TicketListModel &tickets() const; //!< those of the queue
    TicketId ticket() const;                //!< that is open
    ConversationId customer() const;        //!< that is shown at the left
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);
    //! Who types there is seen here as well, and the other way round: a window of the same desk.
    void shareTypingWith(DeskPage &other);

  signals:
    void openCountChanged(int open);
    void screenChanged(); //!< another ticket, customer or division
    void ticketArrived(const relaydesk::TicketRow &ticket);
    void sampleWanted();
    void knowledgeWanted();
    void failed(const relaydesk::Failure &failure);

  private:
    void addPlaceKeys();

    CustomerPane *m_customer;
    QueuePane *m_queue;
    AuditCard *m_audits;
    TicketPane *m_ticket;
    WelcomeBar *m_welcome;
    QSplitter *m_splitter;
    bool m_readOnly = false;
    Remote<Reader> m_reader;
};

} // namespace relaydesk
