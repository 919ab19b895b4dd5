// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/ticketpane.h"
#include "models/items/clocktime.h"
#include "models/items/viewreading.h"
#include "ui/care/ticketactions.h"
#include "ui/desk/composersources.h"
#include "ui/desk/earliermessages.h"
#include "ui/desk/inspector.h"
#include "ui/desk/lessoncard.h"
#include "ui/desk/replybar.h"
#include "ui/desk/sendingbar.h"
#include "ui/desk/ticketdeeds.h"
#include "ui/desk/ticketmarks.h"
#include "ui/desk/ticketpresence.h"
#include "ui/desk/ticketwords.h"
#include "ui/desk/ticketwriting.h"
#include "ui/files/filetaker.h"
#include "ui/macros/ticketmacros.h"
#include "ui/widgets/command.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styles.h"
#include "ui/widgets/transcriptview.h"
#include "ui/writing/agentcomposer.h"
#include "ui/writing/completionlist.h"
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr int leastForDeeds = 640; //!< pixels for buttons that are in the menu as well
constexpr int leastForBoth = 560;  //!< pixels for conversation and inspector side by side

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
    connect(m_desk.object(), &Desk::draftGrew, this, &TicketPane::noteGrowth);
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

//! Of every conversation, so that a ticket opened in between shows all of it.
void TicketPane::noteGrowth(ConversationId id, const QString &piece) {
    if (piece.isEmpty())
        m_growing.remove(id);
    else
        m_growing[id] += piece;
    if (m_details && m_details->conversation.id == id && m_details->ticket.isOpen() && !m_readOnly)
        m_reply->showGrowing(m_growing.value(id));
}

void TicketPane::buildActions() {
    m_claim = makeButton(tr("Claim"), QStringLiteral("claim"), ButtonKind::Plain, this, QStringLiteral("Alt+C"));
    m_giveBack =
        makeButton(tr("Give back"), QStringLiteral("giveBack"), ButtonKind::Plain, this, QStringLiteral("Alt+G"));
    setTip(*m_giveBack, tr("Back to the assistant, with a clean slate"));
    m_why =
        makeButton(tr("Details"), QStringLiteral("ticketDetails"), ButtonKind::Plain, this, QStringLiteral("Alt+D"));
    m_why->setCheckable(true);
    setTip(*m_why, tr("Why it asked for you, closest articles, what is learned"));
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
    connect(m_resolve, &QPushButton::clicked, this, [this] { m_writing->resolve(m_inspector->lesson()->edited()); });
}

//! Without a chosen message, the last one of the customer.
void TicketPane::splitHere() {
    int row = m_transcript->currentIndex().isValid() ? m_transcript->currentIndex().row() : m_messages.rowCount() - 1;
    while (row >= 0 && m_messages.row(row).author != Author::Customer)
        --row;
    if (row >= 0)
        m_actions.split(m_ticket, m_messages.row(row).id);
}

//! Once the ticket is read; reads on towards the beginning until the message is there.
void TicketPane::goToMessage() {
    if (!m_wanted.isValid() || !m_details)
        return;
    int row = m_messages.rowCount() - 1;
    while (row >= 0 && m_messages.row(row).id != m_wanted)
        --row;
    if (row < 0 && m_earlier->hasMore()) {
        m_earlier->read();
        return;
    }
    m_wanted = {};
    if (row >= 0) {
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
    m_marks->hide();
    rows->addWidget(m_marks);
    auto *split = new QSplitter(Qt::Horizontal, whole);
    rows->addWidget(split, 1);
    split->setObjectName(QStringLiteral("ticketSplitter"));
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);
    m_work = buildWork(theme);
    connect(m_presence, &TicketPresence::changed, m_marks, &TicketMarks::showOthers);
    m_inspector = new Inspector(theme, split);
    m_inspector->setMinimumWidth(216);
    split->addWidget(m_work);
    split->addWidget(m_inspector);
    split->setStretchFactor(0, 5);
    split->setStretchFactor(1, 3);
    connect(m_inspector, &Inspector::answerWanted, m_writing, &TicketWriting::add);
    connect(m_inspector, &Inspector::ticketWanted, this, [this](TicketId id) { open(id); });
    connect(m_inspector, &Inspector::sourceJudged, this, [this](ArticleId source, bool right) {
        tell([ticket = m_ticket, source, agent = m_agent.id, right](Desk &desk) {
            return desk.judgeSource(ticket, source, agent, right);
        });
    });
    connectLesson();
    return whole;
}

QWidget *TicketPane::buildWork(const Theme &theme) {
    auto *work = new QWidget(this);
    auto *layout = new QVBoxLayout(work);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_transcript = new TranscriptView(theme, TranscriptView::Side::Agent, work);
    m_transcript->setObjectName(QStringLiteral("ticketTranscript"));
    m_transcript->setAccessibleName(tr("Conversation"));
    m_transcript->setModel(&m_messages);
    m_earlier = new EarlierMessages(m_reader, m_messages, *m_transcript);
    connect(m_earlier, &EarlierMessages::added, this, &TicketPane::goToMessage);
    connect(m_earlier, &EarlierMessages::failed, this, &TicketPane::failed);
    layout->addWidget(m_transcript, 1);
    m_sending = new SendingBar(work);
    layout->addWidget(m_sending);
    m_reply = new ReplyBar(theme, work);
    layout->addWidget(m_reply);
    m_writing = new TicketWriting(m_desk, *m_reply, *m_sending, this);
    m_macros = new TicketMacros(theme, m_desk, m_actions, this);
    connect(m_macros, &TicketMacros::textWanted, m_writing, &TicketWriting::insert);
    connect(m_macros, &TicketMacros::resolutionWanted, this,
            [this](bool isLearned) { m_writing->resolve(m_inspector->lesson()->edited(), isLearned); });
    connect(m_macros, &TicketMacros::failed, this, &TicketPane::failed);
    m_reply->composer().completions().addSource(m_macros->source());
    m_reply->composer().completions().addSource(articleSource(m_desk));
    m_reply->composer().completions().addSource(mentionSource(m_reader));
    connect(m_writing, &TicketWriting::typing, this, &TicketPane::agentTyping);
    connect(m_writing, &TicketWriting::paused, this, &TicketPane::previewLesson);
    connect(m_writing, &TicketWriting::changed, this, &TicketPane::refresh);
    m_presence = new TicketPresence(m_desk, this);
    connect(m_writing, &TicketWriting::writing, m_presence, &TicketPresence::setWriting);
    connect(m_writing, &TicketWriting::resolved, &m_actions, &TicketActions::keep);
    connect(m_writing, &TicketWriting::failed, this, &TicketPane::failed);
    connect(m_reply, &ReplyBar::resolveWanted, this, [this] { m_writing->resolve(m_inspector->lesson()->edited()); });
    return work;
}

void TicketPane::setFiles(const std::shared_ptr<const FileStore> &files) {
    auto *taker = new FileTaker(m_reader, files, this);
    m_writing->setFiles(taker);
    connect(m_transcript, &TranscriptView::fileWanted, taker,
            [this, taker](const QString &upload) { taker->show(m_messages.file(upload)); });
}

void TicketPane::connectLesson() {
    LessonCard *lesson = m_inspector->lesson();
    connect(lesson, &LessonCard::publishWanted, this,
            [this](const Proposal &proposal) { tell([proposal](Desk &desk) { return desk.publish(proposal); }); });
    connect(lesson, &LessonCard::declineWanted, this,
            [this](const Proposal &proposal) { tell([proposal](Desk &desk) { return desk.decline(proposal); }); });
    connect(lesson, &LessonCard::undoWanted, this,
            [this](ProposalId id) { tell([id](Desk &desk) { return desk.rollBack(id); }); });
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
    m_writing->setAgent(agent);
    m_presence->setAgent(agent);
    refresh();
}

void TicketPane::open(TicketId id, MessageId message) {
    m_wanted = message;
    if (id == m_ticket) {
        goToMessage();
        return;
    }
    m_writing->leave();
    m_macros->setTicket({});
    m_messages.setTyping({});
    m_ticket = id;
    m_details.reset();
    m_inspector->lesson()->reset();
    m_presence->open(id);
    m_reading = {}; // what is read of the one before is waited for no longer
    refresh();
}

void TicketPane::refresh() {
    if (!m_ticket.isValid() || !m_reading.enter())
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
            const bool isStale = id == m_ticket && m_reading.leave();
            if (!reading) {
                emit failed(reading.error());
            } else if (id == m_ticket) {
                m_row = reading->second;
                show(reading->first);
            }
            if (isStale)
                refresh();
        });
}

void TicketPane::show(const TicketDetails &details) {
    const bool isNew = !m_details;
    m_details = details;
    m_stack->setCurrentIndex(1);
    if (isNew)
        m_earlier->begin(details.conversation.id, details.hasEarlier);
    m_messages.show(withSummary(details));
    m_inspector->show(details);
    m_marks->show(m_row, details.ticket);
    goToMessage();
    if (!isNew)
        m_writing->update(details);
    if (isNew) {
        m_writing->open(details);
        m_reply->suggest({}, {}); // what another ticket had says nothing about this one
        m_reply->showGrowing(m_growing.value(details.conversation.id));
    }
    m_reply->suggest(suggestionFor(details).draft, originOf(suggestionFor(details)));
    const bool mayAnswer = details.ticket.isOpen() && !m_readOnly;
    m_reply->setAllowed(mayAnswer);
    m_macros->setTicket(mayAnswer ? m_ticket : TicketId());
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

void TicketPane::setCustomerTyping(ConversationId id, const QString &who) {
    if (m_details && m_details->conversation.id == id)
        m_messages.setTyping(who);
}

void TicketPane::leave() {
    m_writing->leave();
    m_presence->open({});
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

} // namespace relaydesk
