// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketpane.h"
#include "models/items/clocktime.h"
#include "ui/desk/inspector.h"
#include "ui/desk/lessoncard.h"
#include "ui/desk/replybar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styles.h"
#include "ui/widgets/transcriptview.h"
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int draftAfterMs = 400;
constexpr int typingForMs = 5000;
constexpr int leastForBoth = 560; //!< pixels for conversation and inspector side by side

//! The summary, shown to agents in front of what follows the hand-off.
QVector<MessageRow> withSummary(const TicketDetails &details) {
    QVector<MessageRow> rows = details.messages;
    if (details.ticket.summary.isEmpty())
        return rows;
    MessageRow note;
    note.author = Author::System;
    note.text = TicketPane::tr("Summary for you: %1").arg(details.ticket.summary);
    note.at = details.ticket.openedAt;
    note.isNote = true;
    qsizetype place = rows.size();
    while (place > 0 && rows[place - 1].at > note.at)
        --place;
    if (place == 0 && details.hasEarlier)
        return rows; // it stands among those that are not read yet
    rows.insert(place, note);
    return rows;
}

QString originOf(const Verdict &verdict) {
    QStringList parts;
    for (const Source &source : verdict.sources.mid(0, verdict.written ? 3 : 1))
        parts += QStringLiteral("\u201c%1\u201d %2").arg(source.title, QString::number(source.score, 'f', 2));
    return TicketPane::tr("From: %1").arg(parts.join(QStringLiteral(" \u00b7 ")));
}

} // namespace

TicketPane::TicketPane(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent)
    : Panel(theme, parent)
    , m_desk(desk)
    , m_reader(reader) {
    setObjectName(QStringLiteral("ticketPane"));
    setTitle(tr("Ticket"));
    buildActions();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(new EmptyState(theme, QStringLiteral("tickets"),
                                      tr("Choose a ticket from the queue to read and answer it."), m_stack));
    m_stack->addWidget(buildBody(theme));
    body()->addWidget(m_stack);
    m_pause.setSingleShot(true);
    m_pause.setInterval(draftAfterMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        keepDraft();
        previewLesson();
    });
    m_silence.setSingleShot(true);
    m_silence.setInterval(typingForMs);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        if (m_details)
            emit agentTyping(m_details->conversation.id, {});
    });
    const auto changed = [this](ConversationId id) {
        if (m_details && m_details->conversation.id == id)
            refresh();
    };
    connect(m_desk.object(), &Desk::conversationChanged, this, changed);
    connect(m_desk.object(), &Desk::ticketChanged, this, [this](TicketId id) {
        if (id == m_ticket)
            refresh();
    });
}

void TicketPane::buildActions() {
    m_claim = makeButton(tr("Claim"), QStringLiteral("claim"), ButtonKind::Plain, this, QStringLiteral("Alt+C"));
    m_giveBack =
        makeButton(tr("Give back"), QStringLiteral("giveBack"), ButtonKind::Plain, this, QStringLiteral("Alt+G"));
    m_giveBack->setToolTip(tr("Back to the assistant, with a clean slate (Alt+G)"));
    m_why =
        makeButton(tr("Details"), QStringLiteral("ticketDetails"), ButtonKind::Plain, this, QStringLiteral("Alt+D"));
    m_why->setCheckable(true);
    m_why->setToolTip(tr("Why it asked for you, closest articles, what is learned (Alt+D)"));
    m_resolve =
        makeButton(tr("Resolve"), QStringLiteral("resolve"), ButtonKind::Primary, this, QStringLiteral("Alt+R"));
    for (QPushButton *button : {m_why, m_claim, m_giveBack, m_resolve}) {
        addAction(button);
        button->hide();
    }
    connect(m_why, &QPushButton::toggled, this, &TicketPane::arrange);
    connect(m_claim, &QPushButton::clicked, this, &TicketPane::takeOrGiveBack);
    connect(m_giveBack, &QPushButton::clicked, this, [this] {
        tell([ticket = m_ticket, agent = m_agent.id](Desk &desk) { return desk.giveBack(ticket, agent); });
    });
    connect(m_resolve, &QPushButton::clicked, this, [this] { resolve(m_reply->text()); });
}

QWidget *TicketPane::buildBody(const Theme &theme) {
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(QStringLiteral("ticketSplitter"));
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    auto *work = new QWidget(split);
    auto *layout = new QVBoxLayout(work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_transcript = new TranscriptView(theme, TranscriptView::Side::Agent, work);
    m_transcript->setObjectName(QStringLiteral("ticketTranscript"));
    m_transcript->setAccessibleName(tr("Conversation"));
    m_transcript->setModel(&m_messages);
    QScrollBar *bar = m_transcript->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (value == bar->minimum() && bar->maximum() > bar->minimum())
            readEarlier();
    });
    layout->addWidget(m_transcript, 1);
    m_reply = new ReplyBar(theme, work);
    layout->addWidget(m_reply);
    m_inspector = new Inspector(theme, split);
    m_inspector->setMinimumWidth(216);
    m_work = work;
    split->addWidget(work);
    split->addWidget(m_inspector);
    split->setStretchFactor(0, 5);
    split->setStretchFactor(1, 3);
    connect(m_reply, &ReplyBar::typed, this, &TicketPane::noteTyping);
    connect(m_reply, &ReplyBar::sendWanted, this, &TicketPane::send);
    connect(m_reply, &ReplyBar::resolveWanted, this, &TicketPane::resolve);
    connect(m_inspector, &Inspector::answerWanted, this, [this](const QString &answer) {
        const QString typed = m_reply->text().trimmed(); // what was typed stays
        m_reply->setText(typed.isEmpty() ? answer : typed + QStringLiteral("\n\n") + answer);
        noteTyping();
        m_reply->focusComposer();
    });
    LessonCard *lesson = m_inspector->lesson();
    connect(lesson, &LessonCard::publishWanted, this,
            [this](const Proposal &proposal) { tell([proposal](Desk &desk) { return desk.publish(proposal); }); });
    connect(lesson, &LessonCard::declineWanted, this,
            [this](const Proposal &proposal) { tell([proposal](Desk &desk) { return desk.decline(proposal); }); });
    connect(lesson, &LessonCard::undoWanted, this,
            [this](ProposalId id) { tell([id](Desk &desk) { return desk.rollBack(id); }); });
    return split;
}

//! Runs a call on the desk that answers a Result; shows what went wrong, or what it changed here.
template <typename Call>
void TicketPane::tell(Call call) {
    using Answer = std::invoke_result_t<Call, Desk &>;
    m_desk.ask(std::move(call)).then(this, [this](const Answer &result) {
        if (!result)
            emit failed(result.error());
        refresh();
    });
}

void TicketPane::setAgent(const Agent &agent) {
    m_agent = agent;
    refresh();
}

void TicketPane::open(TicketId id) {
    if (id == m_ticket)
        return;
    keepDraft();
    if (m_details)
        emit agentTyping(m_details->conversation.id, {});
    m_ticket = id;
    m_details.reset();
    m_inspector->lesson()->reset();
    refresh();
}

//! When somebody scrolls to the first message that is shown.
void TicketPane::readEarlier() {
    if (!m_details || !m_hasEarlier || m_messages.rowCount() == 0)
        return;
    m_hasEarlier = false; // until it is known again
    const TicketId ticket = m_ticket;
    m_reader
        .ask([id = m_details->conversation.id, before = m_messages.row(0).id](Reader &reader) {
            return relaydesk::readEarlier(reader.stores(), id, before);
        })
        .then(this, [this, ticket](const Result<TranscriptPart> &part) {
            if (!part)
                emit failed(part.error());
            else if (ticket == m_ticket) {
                m_messages.prepend(part->messages);
                m_hasEarlier = part->hasEarlier;
            }
        });
}

void TicketPane::refresh() {
    if (!m_ticket.isValid())
        return;
    const TicketId id = m_ticket;
    m_reader.ask([id](Reader &reader) { return readTicket(reader.stores(), id); })
        .then(this, [this, id](const Result<TicketDetails> &details) {
            if (!details)
                emit failed(details.error());
            else if (id == m_ticket)
                show(*details);
        });
}

void TicketPane::show(const TicketDetails &details) {
    const bool isNew = !m_details;
    m_details = details;
    m_stack->setCurrentIndex(1);
    if (isNew)
        m_hasEarlier = details.hasEarlier;
    m_messages.show(withSummary(details));
    m_inspector->show(details);
    if (isNew) {
        m_reply->setText(details.draft);
        const QString suggestion = !details.verdict.draft.isEmpty() ? details.verdict.draft : QString();
        m_reply->suggest(suggestion, originOf(details.verdict));
    }
    m_reply->setAllowed(details.ticket.isOpen() && !m_readOnly);
    m_reply->setVisible(!m_readOnly);
    if (!details.proposals.isEmpty())
        m_inspector->lesson()->show(details.proposals.first());
    else if (isNew)
        previewLesson();
    showHeader();
}

void TicketPane::showHeader() {
    const Ticket &ticket = m_details->ticket;
    const bool mine = ticket.agent == m_agent.id && ticket.agent.isValid();
    QString state = tr("waits for a person");
    if (ticket.status == TicketStatus::Claimed)
        state = mine ? tr("assigned to you") : tr("assigned to %1").arg(m_details->agent);
    else if (ticket.status == TicketStatus::Resolved)
        state = tr("resolved by %1").arg(mine ? tr("you") : m_details->agent);
    else if (ticket.status == TicketStatus::Returned)
        state = tr("given back to the assistant");
    const QString customer = m_details->customer.name.isEmpty() ? tr("no name") : m_details->customer.name;
    setTitle(ticket.question.simplified().isEmpty() ? tr("Asked for a person") : ticket.question.simplified(),
             tr("#%1 \u00b7 %2 \u00b7 opened %3 \u00b7 %4")
                 .arg(ticket.id.value)
                 .arg(customer, clockTime(ticket.openedAt), state));
    const bool taken = ticket.status == TicketStatus::Claimed && !mine;
    m_claim->setText(ticket.status == TicketStatus::Resolved ? tr("Reopen") : taken ? tr("Take over") : tr("Claim"));
    m_claim->setVisible(!m_readOnly && ((ticket.isOpen() && !mine) || ticket.status == TicketStatus::Resolved));
    m_giveBack->setVisible(!m_readOnly && ticket.isOpen() && !taken);
    m_canResolve = !m_readOnly && ticket.isOpen() && !taken;
    arrange();
}

//! A narrow pane shows the conversation or what is behind it; in a wide one they stand side by side.
void TicketPane::arrange() {
    const bool isNarrow = width() < leastForBoth;
    m_why->setVisible(isNarrow && m_details);
    m_resolve->setVisible(m_canResolve && !isNarrow); // "Send and resolve" does the same
    m_inspector->setVisible(!isNarrow || m_why->isChecked());
    m_work->setVisible(!isNarrow || !m_why->isChecked());
}

void TicketPane::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    arrange();
}

void TicketPane::takeOrGiveBack() {
    const Ticket ticket = m_details->ticket;
    const AgentId agent = m_agent.id;
    if (ticket.status == TicketStatus::Resolved)
        tell([conversation = ticket.conversation, agent](Desk &desk) { return desk.reopen(conversation, agent); });
    else
        tell([id = ticket.id, agent](Desk &desk) { return desk.claim(id, agent, true); });
}

void TicketPane::noteTyping() {
    m_pause.start();
    m_silence.start();
    if (m_details)
        emit agentTyping(m_details->conversation.id, m_reply->text().isEmpty() ? QString() : m_agent.name);
}

void TicketPane::keepDraft() {
    m_pause.stop();
    if (!m_details || !m_details->ticket.isOpen() || m_details->draft == m_reply->text())
        return;
    m_details->draft = m_reply->text();
    m_desk.ask([id = m_ticket, text = m_details->draft](Desk &desk) { return desk.setSetting(draftKey(id), text); })
        .then(this, [this](const Result<void> &kept) {
            if (!kept)
                emit failed(kept.error());
        });
}

void TicketPane::takeFocus() {
    if (m_readOnly)
        m_transcript->setFocus(Qt::ShortcutFocusReason);
    else
        m_reply->focusComposer();
}

void TicketPane::previewLesson() {
    if (m_readOnly || !m_details || !m_details->ticket.isOpen())
        return;
    const TicketId id = m_ticket;
    using Preview = std::pair<Result<std::optional<Proposal>>, QString>;
    m_desk
        .ask([id, text = m_reply->text()](Desk &desk) {
            const auto lesson = desk.lessonOf(id, text);
            const auto article = lesson && *lesson ? desk.knowledge().known((*lesson)->article) : std::nullopt;
            return Preview(lesson, article ? article->answer : QString());
        })
        .then(this, [this, id](const Preview &preview) {
            if (preview.first && id == m_ticket && m_details && m_details->ticket.isOpen())
                m_inspector->lesson()->show(*preview.first, preview.second);
        });
}

void TicketPane::clearComposer() {
    m_reply->setText({});
    emit agentTyping(m_details->conversation.id, {});
    keepDraft();
}

void TicketPane::send(const QString &text) {
    if (!m_details)
        return;
    const TicketId ticket = m_ticket;
    m_desk
        .ask([conversation = m_details->conversation.id, agent = m_agent.id, text](Desk &desk) {
            return desk.reply(conversation, agent, text);
        })
        .then(this, [this, ticket, text](const Result<MessageId> &sent) {
            if (!sent)
                emit failed(sent.error());
            else if (ticket == m_ticket && m_reply->text() == text)
                clearComposer();
        });
}

void TicketPane::resolve(const QString &text) {
    if (!m_details)
        return;
    const Teaching teaching{.learn = m_reply->teaches(), .edited = m_inspector->lesson()->edited()};
    const TicketId ticket = m_ticket;
    const ConversationId conversation = m_details->conversation.id;
    m_desk
        .ask([ticket, conversation, agent = m_agent.id, text, teaching](Desk &desk) -> Result<std::optional<Proposal>> {
            if (!text.isEmpty())
                RELAYDESK_TRY(desk.reply(conversation, agent, text));
            return desk.resolve(ticket, agent, teaching);
        })
        .then(this, [this, ticket](const Result<std::optional<Proposal>> &learned) {
            if (!learned)
                emit failed(learned.error());
            else if (ticket == m_ticket)
                clearComposer();
        });
}

} // namespace relaydesk
