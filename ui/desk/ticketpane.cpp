// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketpane.h"
#include "models/items/clocktime.h"
#include "models/items/viewreading.h"
#include "ui/desk/inspector.h"
#include "ui/desk/lessoncard.h"
#include "ui/desk/replybar.h"
#include "ui/desk/ticketdeeds.h"
#include "ui/desk/ticketmarks.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styles.h"
#include "ui/widgets/transcriptview.h"
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int draftAfterMs = 400;
constexpr int typingForMs = 5000;
constexpr int leastForDeeds = 640; //!< pixels for buttons that are in the menu as well
constexpr int leastForBoth = 560;  //!< pixels for conversation and inspector side by side

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

TicketPane::TicketPane(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, TicketActions &actions,
                       QWidget *parent)
    : Panel(theme, parent)
    , m_desk(desk)
    , m_reader(reader)
    , m_actions(actions) {
    setObjectName(QStringLiteral("ticketPane"));
    setTitle(tr("Ticket"));
    m_deeds = new TicketDeeds(
        actions, [this] { return m_details ? QVector{m_row} : QVector<TicketRow>(); }, this);
    connect(m_deeds, &TicketDeeds::splitWanted, this, &TicketPane::splitHere);
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
    for (QPushButton *button : QVector{m_why} + m_deeds->buttons() + QVector{m_claim, m_giveBack, m_resolve}) {
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

//! Without a chosen message, the last one of the customer.
void TicketPane::splitHere() {
    int row = m_transcript->currentIndex().isValid() ? m_transcript->currentIndex().row() : m_messages.rowCount() - 1;
    while (row >= 0 && m_messages.row(row).author != Author::Customer)
        --row;
    if (row >= 0)
        m_actions.split(m_ticket, m_messages.row(row).id);
}

void TicketPane::goToMessage() {
    int row = m_messages.rowCount() - 1;
    while (row >= 0 && m_messages.row(row).id != m_wanted)
        --row;
    if (std::exchange(m_wanted, {}).isValid() && row >= 0) {
        m_transcript->setCurrentIndex(m_messages.index(row));
        m_transcript->scrollTo(m_messages.index(row), QAbstractItemView::PositionAtCenter);
    }
}

QWidget *TicketPane::buildBody(const Theme &theme) {
    auto *whole = new QWidget(this);
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_marks = new TicketMarks(theme, whole);
    rows->addWidget(m_marks);
    auto *split = new QSplitter(Qt::Horizontal, whole);
    rows->addWidget(split, 1);
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
    connect(m_inspector, &Inspector::ticketWanted, this, [this](TicketId id) { open(id); });
    LessonCard *lesson = m_inspector->lesson();
    connect(lesson, &LessonCard::publishWanted, this,
            [this](const Proposal &proposal) { tell([proposal](Desk &desk) { return desk.publish(proposal); }); });
    connect(lesson, &LessonCard::declineWanted, this,
            [this](const Proposal &proposal) { tell([proposal](Desk &desk) { return desk.decline(proposal); }); });
    connect(lesson, &LessonCard::undoWanted, this,
            [this](ProposalId id) { tell([id](Desk &desk) { return desk.rollBack(id); }); });
    return whole;
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

void TicketPane::open(TicketId id, MessageId message) {
    m_wanted = message;
    if (id == m_ticket) {
        goToMessage();
        return;
    }
    keepDraft();
    if (m_details)
        emit agentTyping(m_details->conversation.id, {});
    m_ticket = id;
    m_details.reset();
    m_inspector->lesson()->reset();
    refresh();
}

void TicketPane::refresh() {
    if (!m_ticket.isValid())
        return;
    const TicketId id = m_ticket;
    using Reading = std::pair<TicketDetails, TicketRow>;
    m_reader
        .ask([id, viewer = Viewer{m_agent.id, QDateTime::currentDateTimeUtc()}](Reader &reader) -> Result<Reading> {
            const auto details = readTicket(reader.stores(), id);
            RELAYDESK_TRY(details);
            const auto rows = readRows(reader.stores(), {id}, viewer);
            RELAYDESK_TRY(rows);
            return Reading(*details, rows->value(0));
        })
        .then(this, [this, id](const Result<Reading> &reading) {
            if (!reading) {
                emit failed(reading.error());
            } else if (id == m_ticket) {
                m_row = reading->second;
                show(reading->first);
            }
        });
}

void TicketPane::show(const TicketDetails &details) {
    const bool isNew = !m_details;
    m_details = details;
    m_stack->setCurrentIndex(1);
    m_messages.show(withSummary(details));
    m_inspector->show(details);
    m_marks->show(m_row, details.ticket);
    goToMessage();
    if (isNew) {
        m_reply->setText(details.draft);
        m_reply->suggest(details.verdict.draft, originOf(details.verdict));
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
    m_deeds->arrange(m_details && m_details->ticket.isOpen() && !m_readOnly, width() >= leastForDeeds);
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
        .ask([ticket, conversation, agent = m_agent.id, text, teaching](Desk &desk) {
            return desk.care().together(QStringLiteral("resolved"), tr("Ticket %1 resolved").arg(ticket.value), agent,
                                        [&]() -> Result<void> {
                                            if (!text.isEmpty())
                                                RELAYDESK_TRY(desk.reply(conversation, agent, text));
                                            RELAYDESK_TRY(desk.resolve(ticket, agent, teaching));
                                            return {};
                                        });
        })
        .then(this, [this, ticket](const Result<Deed> &deed) {
            if (!deed) {
                emit failed(deed.error());
                return;
            }
            m_actions.keep(*deed);
            if (ticket == m_ticket)
                clearComposer();
        });
}

} // namespace relaydesk
