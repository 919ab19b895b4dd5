// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketwriting.h"
#include "ui/desk/replybar.h"
#include "ui/desk/sendingbar.h"
#include "ui/files/attachmentbar.h"
#include "ui/files/filetaker.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/workplace.h"
#include "ui/writing/agentcomposer.h"
#include <QtCore/QLocale>

namespace relaydesk {

namespace {

constexpr int draftAfterMs = 400;
constexpr int typingForMs = 5000;

//! What the customer writes in, or, where that is too short to tell, what this computer speaks.
//! Where it cannot be told, the system's; where that has none ("C"), that of this program's own words.
QString languageOfCustomer(const TicketDetails &details) {
    if (!details.facts.language.isEmpty())
        return details.facts.language;
    const QLocale system = QLocale::system();
    return system.language() == QLocale::C ? QStringLiteral("en") : system.name().section(QLatin1Char('_'), 0, 0);
}

} // namespace

TicketWriting::TicketWriting(Remote<Desk> desk, ReplyBar &bar, SendingBar &sending, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_bar(bar)
    , m_sending(sending) {
    for (QTimer *timer : {&m_unkept, &m_pause, &m_silence})
        timer->setSingleShot(true);
    m_unkept.setInterval(draftAfterMs);
    m_pause.setInterval(draftAfterMs);
    connect(&m_unkept, &QTimer::timeout, this, &TicketWriting::keepDraft);
    connect(&m_pause, &QTimer::timeout, this, &TicketWriting::paused);
    m_silence.setInterval(typingForMs);
    connect(&m_silence, &QTimer::timeout, this, &TicketWriting::stopTyping);
    connect(&bar, &ReplyBar::typed, this, &TicketWriting::noteTyping);
    connect(&bar, &ReplyBar::sendWanted, this, &TicketWriting::send);
    connect(&bar, &ReplyBar::noteWanted, this, &TicketWriting::addNote);
    connect(&sending, &SendingBar::undoWanted, this, &TicketWriting::takeBack);
    HeldReplies *held = &desk.object()->held();
    connect(held, &HeldReplies::changed, this, [this](TicketId ticket) {
        if (m_ticket && m_ticket->id == ticket)
            emit changed();
    });
    connect(held, &HeldReplies::resolved, this, [this](const HeldReply &reply, const Deed &deed) {
        if (reply.agent == m_agent.id)
            emit resolved(deed);
    });
    connect(held, &HeldReplies::returned, this, [this](const HeldReply &reply, const Failure &failure) {
        if (m_ticket && m_ticket->id == reply.ticket)
            putBack(reply);
        if (reply.agent == m_agent.id)
            emit failed(failure);
    });
}

void TicketWriting::open(const TicketDetails &details) {
    m_ticket = details.ticket;
    m_reply = {draftKey(details.ticket.id), details.draft};
    m_note = {noteDraftKey(details.ticket.id), details.noteDraft};
    m_files = {filesKey(m_reply.key), filesToSetting(details.draftFiles)};
    m_bar.composer().attachments().show(filesFromSetting(m_onTheWay.value(m_files.key, m_files.text)));
    m_bar.composer().setLanguage(languageOfCustomer(details));
    m_bar.setText(m_onTheWay.value(m_reply.key, m_reply.text));
    m_bar.setNote(m_onTheWay.value(m_note.key, m_note.text));
    m_bar.composer().setKind(m_bar.text().isEmpty() && !m_bar.note().isEmpty() ? AgentComposer::Kind::Note
                                                                               : AgentComposer::Kind::Reply);
    m_sending.show(details.held);
}

void TicketWriting::update(const TicketDetails &details) {
    m_ticket = details.ticket;
    m_sending.show(details.held);
}

void TicketWriting::leave() {
    keepDraft();
    stopTyping();
    m_ticket.reset();
}

void TicketWriting::stopTyping() {
    m_silence.stop();
    emit writing(false);
    if (m_ticket)
        emit typing(m_ticket->conversation, {});
}

void TicketWriting::noteTyping() {
    m_pause.start();
    if (!m_unkept.isActive()) // who types without a pause loses no more
        m_unkept.start();
    if (!m_ticket)
        return;
    m_silence.start();
    emit writing(true);
    const bool isNote = m_bar.composer().kind() == AgentComposer::Kind::Note; // no news to customers
    emit typing(m_ticket->conversation, isNote || m_bar.text().isEmpty() ? QString() : m_agent.name);
}

void TicketWriting::keepDraft() {
    m_unkept.stop();
    if (!m_ticket || !m_ticket->isOpen())
        return;
    keep(m_reply, m_bar.text());
    keep(m_note, m_bar.note());
    keepFiles();
}

void TicketWriting::keepFiles() { keep(m_files, filesToSetting(m_bar.composer().attachments().files())); }

void TicketWriting::setFiles(FileTaker *files) {
    AgentComposer &composer = m_bar.composer();
    AttachmentBar &attached = composer.attachments();
    composer.setTakesFiles(true);
    connect(&composer, &AgentComposer::attachWanted, files, [this, files] {
        if (m_ticket)
            files->choose(m_ticket->id.value);
    });
    connect(&composer.edit(), &ComposerEdit::filesGiven, files, [this, files](const DroppedFiles &dropped) {
        if (m_ticket)
            files->take(dropped, m_ticket->id.value);
    });
    connect(&attached, &AttachmentBar::fileWanted, files, &FileTaker::show);
    connect(files, &FileTaker::failed, this, &TicketWriting::failed);
    connect(&attached, &AttachmentBar::changed, this, &TicketWriting::keepFiles);
    connect(files, &FileTaker::kept, this, [this](const SentFile &file, qint64 ticket) { attach(file, {ticket}); });
}

void TicketWriting::keep(Kept &kept, const QString &typed) {
    if (kept.text == typed)
        return;
    kept.text = typed;
    m_onTheWay.insert(kept.key, typed);
    m_desk.ask([key = kept.key, typed](Desk &desk) { return desk.stores().settings.setValue(key, typed); })
        .then(this, [this, key = kept.key, typed](const Result<void> &stored) {
            if (m_onTheWay.value(key) == typed)
                m_onTheWay.remove(key);
            if (!stored)
                emit failed(stored.error());
        });
}

//! To the ticket it was meant for, also when another one is open by now.
void TicketWriting::attach(const SentFile &file, TicketId ticket) {
    if (m_ticket && m_ticket->id == ticket) {
        m_bar.composer().setKind(AgentComposer::Kind::Reply);
        m_bar.composer().attachments().add(file);
        return;
    }
    using Files = Result<QVector<SentFile>>;
    m_desk
        .ask([file, key = filesKey(draftKey(ticket))](Desk &desk) -> Files {
            const auto before = desk.stores().settings.value(key);
            RELAYDESK_TRY(before);
            const QVector<SentFile> files = filesFromSetting(*before) << file;
            RELAYDESK_TRY(desk.stores().settings.setValue(key, filesToSetting(files)));
            return files;
        })
        .then(this, [this, ticket](const Files &files) {
            if (!files)
                emit failed(files.error());
            else if (m_ticket && m_ticket->id == ticket) // again
                m_bar.composer().attachments().show(*files);
        });
}

void TicketWriting::add(const QString &text) {
    const QString typed = m_bar.text(); // what was typed stays
    m_bar.composer().setKind(AgentComposer::Kind::Reply);
    m_bar.setText(typed.isEmpty() ? text : typed + QStringLiteral("\n\n") + text);
    noteTyping();
    m_bar.focusComposer();
}

void TicketWriting::insert(const QString &text) {
    m_bar.composer().setKind(AgentComposer::Kind::Reply);
    m_bar.composer().edit().insertApart(QStringLiteral("\n\n"), text);
    noteTyping();
    m_bar.focusComposer();
}

void TicketWriting::send() {
    if (m_ticket)
        hold({.ticket = m_ticket->id,
              .conversation = m_ticket->conversation,
              .agent = m_agent.id,
              .text = m_bar.text(),
              .draft = m_reply.key,
              .files = m_bar.composer().attachments().files()});
}

void TicketWriting::resolve(const std::optional<Proposal> &edited, bool mayLearn) {
    if (m_ticket)
        hold({.ticket = m_ticket->id,
              .conversation = m_ticket->conversation,
              .agent = m_agent.id,
              .text = m_bar.text(),
              .draft = m_reply.key,
              .resolves = true,
              .teaches = m_bar.teaches() && mayLearn,
              .edited = edited,
              .files = m_bar.composer().attachments().files()});
}

//! The field is empty at once; what it held is in the draft until the desk has it.
void TicketWriting::hold(const HeldReply &reply) {
    m_unkept.stop();
    m_reply.text.clear(); // the desk empties the draft
    m_files.text.clear();
    m_bar.setText({});
    m_bar.composer().attachments().show({});
    stopTyping();
    m_desk
        .ask([reply, seconds = Workplace::read().undoSeconds](Desk &desk) { return desk.held().hold(reply, seconds); })
        .then(this, [this, reply](const Result<qint64> &held) {
            if (held)
                return;
            if (m_ticket && m_ticket->id == reply.ticket)
                putBack(reply);
            emit failed(held.error());
        });
}

void TicketWriting::takeBack(qint64 number) {
    m_desk.ask([number](Desk &desk) { return desk.held().takeBack(number); })
        .then(this, [this](const Result<HeldReply> &taken) {
            if (!taken)
                emit failed(taken.error());
            else if (m_ticket && m_ticket->id == taken->ticket)
                putBack(*taken);
        });
}

void TicketWriting::putBack(const HeldReply &reply) {
    const QString &text = reply.text;
    for (const SentFile &file : reply.files)
        m_bar.composer().attachments().add(file);
    const QString typed = m_bar.text();
    m_bar.composer().setKind(AgentComposer::Kind::Reply);
    m_bar.setText(typed.isEmpty() ? text : text + QStringLiteral("\n\n") + typed);
    m_bar.focusComposer();
    keepDraft();
}

void TicketWriting::addNote() {
    if (!m_ticket || m_bar.note().isEmpty())
        return;
    m_desk
        .ask([ticket = m_ticket->id, agent = m_agent.id, text = m_bar.note()](Desk &desk) {
            return desk.addNote(ticket, agent, text);
        })
        .then(this, [this, ticket = m_ticket->id, text = m_bar.note()](const Result<EventId> &noted) {
            if (!noted) {
                emit failed(noted.error());
            } else if (m_ticket && m_ticket->id == ticket && m_bar.note() == text) {
                m_bar.setNote({});
                m_bar.composer().setKind(AgentComposer::Kind::Reply);
                keepDraft();
            }
        });
}

} // namespace relaydesk
