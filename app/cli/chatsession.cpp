// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/chatsession.h"
#include "app/cli/printing.h"
#include "app/cli/turnwaiter.h"
#include "models/desk/choices.h"
#include <limits>

namespace relaydesk {

namespace {
constexpr int lockWaitMs = 10'000;
}

Result<std::unique_ptr<ChatSession>> ChatSession::open(Services &services, Terminal &terminal, const QString &session,
                                                       const QString &name) {
    std::unique_ptr<ChatSession> chat(new ChatSession(services, terminal));
    if (session.isEmpty()) {
        const auto conversation = services.desk->open({.name = name});
        RELAYDESK_TRY(conversation);
        chat->m_conversation = conversation->id;
        terminal.out << tr("Conversation %1 (come back with: relaydesk chat --session %1)").arg(conversation->session)
                     << Qt::endl;
    } else {
        const auto found = services.storage->stores().conversations.conversations(
            {.owner = {}, .answering = {}, .session = session, .most = 1});
        RELAYDESK_TRY(found);
        if (found->isEmpty())
            return failure(ErrorKind::NotFound, tr("There is no conversation %1 in this database.").arg(session));
        chat->m_conversation = found->first().id;
    }
    services.storage->writeLock().release();
    return chat;
}

bool ChatSession::take(const QString &line) {
    const QString text = line.trimmed();
    if (text == QLatin1String("/quit"))
        return false;
    if (text.isEmpty())
        return true;
    WriteLock &lock = m_services.storage->writeLock();
    if (const auto held = lock.acquire(lockWaitMs); !held) {
        complain(held.error());
        return true;
    }
    if (const auto done = deal(text); !done)
        complain(done.error());
    lock.release();
    showNews();
    return true;
}

Result<void> ChatSession::deal(const QString &line) {
    Desk &desk = *m_services.desk;
    RELAYDESK_TRY(desk.refresh());
    if (line == QLatin1String("/person"))
        return desk.askForPerson(m_conversation);
    if (line == QLatin1String("/yes") || line == QLatin1String("/no"))
        return desk.solved(m_conversation, line == QLatin1String("/yes"));
    if (line.startsWith(u'/'))
        return failure(ErrorKind::Invalid,
                       tr("\"%1\" is not known here. There are /person, /yes, /no and /quit. Nothing was sent.")
                           .arg(line.left(40)));
    return sayAndWait(desk, m_conversation, line);
}

void ChatSession::showNews() {
    const auto messages = m_services.storage->stores().conversations.messages(m_conversation, m_seen, 1000);
    if (!messages) {
        complain(messages.error());
        return;
    }
    for (const Message &message : *messages) {
        m_seen = message.id;
        if (message.author != Author::Customer)
            print(message);
    }
    if (!messages->isEmpty())
        askWhetherSolved();
}

void ChatSession::print(const Message &message) {
    QString speaker = tr("Assistant");
    if (message.author == Author::Agent)
        speaker = m_services.storage->stores()
                      .people.agent(message.agent)
                      .map([](const Agent &agent) { return agent.name; })
                      .value_or(tr("Agent"));
    else if (message.author == Author::System)
        speaker = QStringLiteral("\u00b7");
    printTurn(m_terminal.out, speaker, message.text);
    m_terminal.out.flush();
}

void ChatSession::askWhetherSolved() {
    const Stores stores = m_services.storage->stores();
    const auto conversation = stores.conversations.conversation(m_conversation);
    const auto messages = stores.conversations.messages(m_conversation, {}, std::numeric_limits<int>::max());
    if (conversation && messages && conversation->owner == Owner::Assistant && !openChoices(*messages).isEmpty()) {
        m_terminal.out << "  " << tr("Which one? (its number / none / person)") << Qt::endl;
        return;
    }
    if (!conversation || !conversation->asked || conversation->answer == m_judged)
        return;
    m_judged = conversation->answer;
    m_terminal.out << "  " << tr("Did that solve it? (yes / no / person)") << Qt::endl;
}

void ChatSession::complain(const Failure &failure) {
    m_trouble = true;
    m_terminal.err << failure.sentence << Qt::endl;
}

} // namespace relaydesk
