// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/customerpane.h"
#include "ui/desk/choicebar.h"
#include "ui/desk/customermenu.h"
#include "ui/desk/earliermessages.h"
#include "ui/desk/personabar.h"
#include "ui/desk/personawords.h"
#include "ui/desk/solvedbar.h"
#include "ui/desk/transcriptfile.h"
#include "ui/files/filetaker.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/command.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/styles.h"
#include "ui/widgets/transcriptview.h"
#include "ui/widgets/workbar.h"
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <utility>

namespace relaydesk {

namespace {

constexpr int chatsListed = 50;
constexpr int questionsSuggested = 8;
constexpr int typingForMs = 5000;
constexpr int leastForAvatar = 300; //!< pixels

QString nameOf(const ChatEntry &chat) {
    return chat.customer.isEmpty() ? CustomerPane::tr("Customer %1").arg(chat.id.value) : chat.customer;
}

} // namespace

CustomerPane::CustomerPane(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent)
    : Panel(theme, parent)
    , m_desk(desk)
    , m_reader(reader) {
    setObjectName(QStringLiteral("customerPane"));
    buildHeader(theme);
    m_transcript = new TranscriptView(theme, TranscriptView::Side::Customer, this);
    m_transcript->setObjectName(QStringLiteral("customerTranscript"));
    m_transcript->setAccessibleName(tr("Conversation as the customer sees it"));
    m_transcript->setModel(&m_messages);
    m_earlier = new EarlierMessages(m_reader, m_messages, *m_transcript);
    connect(m_earlier, &EarlierMessages::failed, this, &CustomerPane::failed);
    m_who = new PersonaBar(theme, this);
    body()->addWidget(m_who);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(
        new EmptyState(theme, QStringLiteral("chat"),
                       tr("Write below as a customer would, and see at the right what arrives at the desk."), m_stack));
    m_stack->addWidget(m_transcript);
    body()->addWidget(m_stack, 1);
    m_saving = new WorkBar(theme, this);
    connect(m_saving, &WorkBar::failed, this, &CustomerPane::failed);
    body()->addWidget(m_saving);
    m_solved = new SolvedBar(this);
    body()->addWidget(m_solved);
    m_choices = new ChoiceBar(this);
    body()->addWidget(m_choices);
    connect(m_choices, &ChoiceBar::chosen, this, &CustomerPane::choose);
    m_footer = buildFooter();
    body()->addWidget(m_footer);
    connectAnswers();
    addThumbKeys();
    connect(m_desk.object(), &Desk::conversationChanged, this, [this](ConversationId id) {
        if (id == m_conversation || m_chats->findData(id.value) < 0)
            refresh();
    });
}

void CustomerPane::buildHeader(const Theme &) {
    setTitle(tr("Customer"), tr("simulated"));
    m_avatar = new Avatar({}, this);
    addLeading(m_avatar);
    m_chats = new QComboBox(this);
    m_chats->setObjectName(QStringLiteral("customerChoice"));
    m_chats->setAccessibleName(tr("Customer"));
    m_chats->setToolTip(tr("Which customer you write as"));
    m_chats->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chats->setMinimumContentsLength(7);
    addAction(m_chats);
    connect(m_chats, &QComboBox::activated, this,
            [this](int index) { show(ConversationId{m_chats->itemData(index).toLongLong()}); });
    m_new = makeButton(tr("New"), QStringLiteral("newCustomer"), ButtonKind::Quiet, this, QStringLiteral("Ctrl+N"));
    m_new->setAccessibleName(tr("New customer"));
    setTip(*m_new, tr("New customer"));
    Command::of(*m_new)->setTitle(tr("New customer"));
    addAction(m_new);
    connect(m_new, &QPushButton::clicked, this, &CustomerPane::startNew);
}

void CustomerPane::connectAnswers() {
    connect(m_transcript, &TranscriptView::judged, this, [this](EventId answer, bool helped) {
        tell([id = m_conversation, answer, helped](Desk &desk) { return desk.judge(id, answer, helped); });
    });
    connect(m_who, &PersonaBar::changed, this, [this](const Persona &persona) {
        tell([id = m_conversation, persona](Desk &desk) { return setPersona(desk, id, persona); });
    });
    connect(m_solved, &SolvedBar::answered, this,
            [this](bool yes) { tell([id = m_conversation, yes](Desk &desk) { return desk.solved(id, yes); }); });
}

//! For the answer that is chosen in the conversation, or the last one.
void CustomerPane::addThumbKeys() {
    m_transcript->setJudgeable(true);
    const auto add = [this](const QString &name, const QString &title, const QString &keys, bool helped) {
        connect(new Command(name, title, keys, this), &Command::triggered, m_transcript,
                [this, helped] { m_transcript->judge(helped); });
    };
    add(QStringLiteral("thumbUp"), tr("As the customer: this answer helped"), QStringLiteral("Alt+Shift+Y"), true);
    add(QStringLiteral("thumbDown"), tr("As the customer: this answer did not help"), QStringLiteral("Alt+Shift+N"),
        false);
}

QWidget *CustomerPane::buildFooter() {
    auto *footer = new QWidget(this);
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    auto *row = new QHBoxLayout;
    m_composer = new ComposerEdit(footer);
    m_composer->setObjectName(QStringLiteral("customerComposer"));
    m_composer->setAccessibleName(tr("Message as the customer"));
    m_composer->setToolTip(tr("Message as the customer"));
    m_composer->setPlaceholderText(tr("Type as the customer\u2026"));
    row->addWidget(m_composer, 1);
    QPushButton *send = makeButton(tr("Send"), QStringLiteral("customerSend"), ButtonKind::Primary, footer);
    send->setToolTip(tr("Send (Return)"));
    row->addWidget(send, 0, Qt::AlignBottom);
    layout->addLayout(row);
    auto *below = new QHBoxLayout;
    QPushButton *more = makeButton(tr("More"), QStringLiteral("customerMore"), ButtonKind::Quiet, footer);
    more->setAccessibleName(tr("More for the customer"));
    buildMenu(*more);
    below->addWidget(more);
    below->addStretch();
    QPushButton *person = makeButton(tr("Talk to a person"), QStringLiteral("talkToPerson"), ButtonKind::Quiet, footer,
                                     QStringLiteral("Alt+P"));
    Command::of(*person)->setTitle(tr("As the customer: talk to a person"));
    below->addWidget(person);
    layout->addLayout(below);
    connect(m_composer, &ComposerEdit::submitted, this, &CustomerPane::send);
    connect(m_composer, &ComposerEdit::typed, this, &CustomerPane::noteTyping);
    m_silence.setSingleShot(true);
    m_silence.setInterval(typingForMs);
    connect(&m_silence, &QTimer::timeout, this, &CustomerPane::stopTyping);
    connect(send, &QPushButton::clicked, this, [this] {
        if (const QString text = m_composer->text().trimmed(); !text.isEmpty())
            this->send(text);
    });
    connect(person, &QPushButton::clicked, this, &CustomerPane::askForPerson);
    return footer;
}

void CustomerPane::buildMenu(QPushButton &button) {
    m_menu = new CustomerMenu(&button);
    button.setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &CustomerPane::suggestQuestions);
    connect(m_menu, &CustomerMenu::questionChosen, this, &CustomerPane::send);
    connect(m_menu, &CustomerMenu::saveWanted, this, &CustomerPane::askForFile);
    connect(m_menu, &CustomerMenu::rated, this,
            [this](int stars) { tell([id = m_conversation, stars](Desk &desk) { return desk.rate(id, stars, {}); }); });
}

//! What the knowledge is about, so that nobody has to think of a question.
void CustomerPane::suggestQuestions() {
    m_desk
        .ask([persona = m_persona](Desk &desk) {
            return suggestionsFor(persona, desk.knowledge().live(), questionsSuggested);
        })
        .then(this, [this](const QStringList &questions) { m_menu->suggest(questions); });
}

void CustomerPane::askForFile() {
    const QString title = tr("Conversation with %1").arg(m_chats->currentText());
    askWhereToSave(tr("conversation-%1.pdf").arg(m_conversation.value), window(), this,
                   [this, id = m_conversation, title](const QString &file) {
                       m_reader.ask([id](Reader &reader) { return readWhole(reader.stores(), id); })
                           .then(this, [this, file, title](const Result<QVector<MessageRow>> &rows) {
                               if (rows)
                                   saveBeside(*m_saving, file, title, *rows);
                               else
                                   emit failed(rows.error());
                           });
                   });
}

//! Runs a call on the desk that answers a Result, and shows what went wrong.
template <typename Call>
void CustomerPane::tell(Call call) {
    using Answer = std::invoke_result_t<Call, Desk &>;
    m_desk.ask(std::move(call)).then(this, [this](const Answer &result) {
        if (!result)
            emit failed(result.error());
    });
}

//! What is sent before the new one is there is theirs already.
void CustomerPane::startNew() {
    ++m_opening;
    m_desk.ask([persona = madeUp(m_chats->count())](Desk &desk) { return openAs(desk, persona); })
        .then(this, [this](const Result<Conversation> &opened) {
            --m_opening;
            if (!opened) {
                giveBack(m_unsent.join(u'\n'));
                m_unsent.clear();
                emit failed(opened.error());
                return;
            }
            show(opened->id);
            m_composer->setFocus();
            if (m_opening > 0)
                return;
            for (const QString &text : std::exchange(m_unsent, {}))
                sendTo(opened->id, text);
        });
}

void CustomerPane::show(ConversationId id) {
    stopTyping();
    m_conversation = id;
    emit shown(id);
    refresh();
}

void CustomerPane::setFiles(const std::shared_ptr<const FileStore> &files) {
    auto *taker = new FileTaker(m_reader, files, this);
    m_composer->setTakesFiles(true);
    m_menu->offerFiles();
    connect(m_menu, &CustomerMenu::attachWanted, taker, [this, taker] { taker->choose(m_conversation.value); });
    connect(m_composer, &ComposerEdit::filesGiven, taker,
            [this, taker](const DroppedFiles &dropped) { taker->take(dropped, m_conversation.value); });
    connect(m_transcript, &TranscriptView::fileWanted, taker,
            [this, taker](const QString &upload) { taker->show(m_messages.file(upload)); });
    connect(taker, &FileTaker::failed, this, &CustomerPane::failed);
    connect(taker, &FileTaker::kept, this, [this](const SentFile &file, qint64 conversation) {
        tell([id = ConversationId{conversation}, file](Desk &desk) { return desk.attach(id, file); });
    });
}

void CustomerPane::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_footer->setVisible(!readOnly);
    m_transcript->setJudgeable(!readOnly);
    m_new->setVisible(!readOnly);
}

void CustomerPane::takeFocus() {
    if (m_readOnly)
        m_transcript->setFocus(Qt::ShortcutFocusReason);
    else
        m_composer->setFocus(Qt::ShortcutFocusReason);
}

//! A narrow pane has room for the name of the customer or for a picture.
void CustomerPane::arrange() { m_avatar->setVisible(m_chats->count() > 0 && width() >= leastForAvatar); }

void CustomerPane::resizeEvent(QResizeEvent *event) {
    Panel::resizeEvent(event);
    arrange();
}

void CustomerPane::refresh() {
    if (!m_reading.enter())
        return;
    m_reader.ask([](Reader &reader) { return readChats(reader.stores(), chatsListed); })
        .then(this, [this](const Result<QVector<ChatEntry>> &chats) {
            const bool isStale = m_reading.leave();
            if (chats)
                showChats(*chats);
            else
                emit failed(chats.error());
            if (isStale)
                refresh();
        });
}

//! Only where it changed: the list may just be open.
void CustomerPane::listChats(const QVector<ChatEntry> &chats) {
    bool isSame = chats.size() == m_chats->count();
    for (int i = 0; isSame && i < chats.size(); ++i)
        isSame = m_chats->itemData(i).toLongLong() == chats[i].id.value && m_chats->itemText(i) == nameOf(chats[i]);
    if (isSame)
        return;
    m_chats->clear();
    for (const ChatEntry &chat : chats)
        m_chats->addItem(nameOf(chat), chat.id.value);
}

void CustomerPane::showChats(const QVector<ChatEntry> &chats) {
    listChats(chats);
    if (!m_conversation.isValid() && !chats.isEmpty())
        m_conversation = chats.first().id;
    m_chats->setCurrentIndex(m_chats->findData(m_conversation.value));
    m_chats->setVisible(!chats.isEmpty());
    arrange();
    m_stack->setCurrentIndex(chats.isEmpty() ? 0 : 1);
    if (!m_conversation.isValid())
        return;
    const ConversationId id = m_conversation;
    m_reader.ask([id](Reader &reader) { return readChat(reader.stores(), id); })
        .then(this, [this, id](const Result<ChatView> &chat) {
            if (!chat)
                emit failed(chat.error());
            else if (id == m_conversation)
                showChat(*chat);
        });
}

void CustomerPane::showChat(const ChatView &chat) {
    m_messages.show(chat.messages);
    if (std::exchange(m_read, chat.conversation.id) != chat.conversation.id)
        m_earlier->begin(chat.conversation.id, chat.hasEarlier);
    m_avatar->setName(chat.customer.name);
    m_persona = chat.persona;
    m_who->show(chat.persona, !m_readOnly);
    setTitle(tr("Customer"), tr("simulated \u00b7 %1").arg(chat.conversation.session.left(4)));
    m_solved->setVisible(!m_readOnly && chat.conversation.asked && chat.conversation.owner == Owner::Assistant);
    m_choices->show(m_readOnly ? decltype(chat.choices)() : chat.choices);
    m_menu->setConversation(true);
    m_answering = chat.conversation.answering;
    showTyping();
}

void CustomerPane::showTyping() {
    const QString agent = m_typing.value(m_conversation);
    m_messages.setTyping(!agent.isEmpty() ? agent : m_answering ? tr("Assistant") : QString());
}

void CustomerPane::noteTyping() {
    if (!m_conversation.isValid() || m_opening > 0)
        return;
    m_silence.start();
    emit typing(m_conversation, m_composer->text().trimmed().isEmpty() ? QString() : m_chats->currentText());
}

void CustomerPane::stopTyping() {
    m_silence.stop();
    if (m_conversation.isValid())
        emit typing(m_conversation, {});
}

void CustomerPane::setAgentTyping(ConversationId id, const QString &who) {
    if (who.isEmpty())
        m_typing.remove(id);
    else
        m_typing.insert(id, who);
    showTyping();
}

void CustomerPane::send(const QString &text) {
    m_composer->clear();
    stopTyping();
    if (m_conversation.isValid() && m_opening == 0) {
        sendTo(m_conversation, text);
        return;
    }
    m_unsent += text;
    if (m_opening == 0)
        startNew();
}

//! Nothing that was written is lost.
void CustomerPane::giveBack(const QString &text) {
    if (m_composer->text().isEmpty())
        m_composer->setPlainText(text);
}

void CustomerPane::sendTo(ConversationId id, const QString &text) {
    m_desk.ask([id, text](Desk &desk) { return desk.receive(id, text); })
        .then(this, [this, text](const Result<MessageId> &sent) {
            if (sent)
                return;
            giveBack(text);
            emit failed(sent.error());
        });
}

void CustomerPane::askForPerson() {
    if (!m_conversation.isValid() || m_opening > 0) {
        send(tr("I would like to talk to a person."));
        return;
    }
    tell([id = m_conversation](Desk &desk) { return desk.askForPerson(id); });
}

void CustomerPane::choose(ArticleId article) {
    tell([id = m_conversation, article](Desk &desk) { return desk.choose(id, article); });
}

} // namespace relaydesk
