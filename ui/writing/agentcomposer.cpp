// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/writing/agentcomposer.h"
#include "ui/files/attachmentbar.h"
#include "ui/widgets/command.h"
#include "ui/widgets/composeredit.h"
#include "ui/widgets/markdownpreview.h"
#include "ui/widgets/styles.h"
#include "ui/widgets/workplace.h"
#include "ui/writing/completionlist.h"
#include "ui/writing/markdownkeys.h"
#include "ui/writing/spelling.h"
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>

namespace relaydesk {

namespace {

constexpr int mostPreviewed = 200; //!< pixels

} // namespace

AgentComposer::AgentComposer(const Theme &theme, QWidget *parent) : QWidget(parent) {
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(0);
    layout->addLayout(m_tools);
    m_edit = new ComposerEdit(this);
    m_edit->setObjectName(QStringLiteral("agentComposer"));
    m_edit->setSendKey(ComposerEdit::SendKey::None);
    m_edit->setMinimumLines(3);
    layout->addWidget(m_edit);
    m_shown = new MarkdownPreview(theme, this);
    m_shown->setObjectName(QStringLiteral("replyPreview"));
    m_shown->setAccessibleName(tr("As the customer sees it"));
    m_shown->fitTo(mostPreviewed);
    m_shown->hide();
    layout->addWidget(m_shown);
    m_attachments = new AttachmentBar(this);
    layout->addWidget(m_attachments);
    m_completions = new CompletionList(*m_edit);
    m_spelling = new Spelling(*m_edit);
    m_remark = makeLabel({}, TextKind::Small, this);
    m_remark->setObjectName(QStringLiteral("spellingRemark"));
    m_remark->setWordWrap(true);
    m_remark->hide();
    layout->addWidget(m_remark);
    connect(m_spelling, &Spelling::missing, this, [this](const QString &sentence) {
        m_remark->setText(sentence);
        m_remark->show();
    });
    buildTools();
    connect(m_edit, &ComposerEdit::typed, this, &AgentComposer::typed);
    connect(m_completions, &CompletionList::inserted, this, &AgentComposer::typed);
    setKind(Kind::Reply);
}

QPushButton *AgentComposer::tool(const QString &text, const QString &name, const QString &tip, const QString &keys) {
    QPushButton *button = makeButton(text, name, ButtonKind::Quiet, this, keys);
    button->setAccessibleName(tip);
    Command::of(*button)->setTitle(tip);
    setTip(*button, tip);
    m_tools->addWidget(button);
    return button;
}

void AgentComposer::buildTools() {
    m_note =
        makeButton(tr("Private note"), QStringLiteral("noteMode"), ButtonKind::Quiet, this, QStringLiteral("Alt+M"));
    m_note->setCheckable(true);
    setTip(*m_note, tr("Write for colleagues only: the customer never sees it"));
    m_tools->addWidget(m_note);
    m_tools->addStretch();
    connect(tool(tr("/", "saved replies"), QStringLiteral("openReplies"), tr("Saved replies: type / in the reply"),
                 QStringLiteral("Ctrl+Shift+Y")),
            &QPushButton::clicked, this, [this] {
                takeFocus();
                m_completions->begin(QStringLiteral("/"));
            });
    m_attach = tool(tr("Attach"), QStringLiteral("attach"), tr("Attach files; they can be dropped and pasted too"),
                    QStringLiteral("Ctrl+Shift+U"));
    Command::of(*m_attach)->setTitle(tr("Attach files"));
    m_attach->hide();
    connect(m_attach, &QPushButton::clicked, this, &AgentComposer::attachWanted);
    const auto change = [this](QPushButton *button, auto deed) {
        connect(button, &QPushButton::clicked, this, [this, deed] {
            deed(*m_edit);
            m_edit->setFocus();
            emit typed();
        });
    };
    change(tool(tr("B", "bold"), QStringLiteral("bold"), tr("Bold"), QStringLiteral("Ctrl+B")),
           [](ComposerEdit &edit) { toggleMark(edit, QStringLiteral("**")); });
    change(tool(tr("I", "italic"), QStringLiteral("italic"), tr("Italic"), QStringLiteral("Ctrl+I")),
           [](ComposerEdit &edit) { toggleMark(edit, QStringLiteral("*")); });
    change(tool(tr("Link"), QStringLiteral("insertLink"), tr("Insert a link"), QStringLiteral("Ctrl+L")),
           [](ComposerEdit &edit) { insertLink(edit); });
    change(tool(tr("\u2022", "list"), QStringLiteral("bulletList"), tr("List"), QStringLiteral("Ctrl+Shift+8")),
           [](ComposerEdit &edit) { toggleList(edit, false); });
    change(tool(tr("1.", "numbered list"), QStringLiteral("numberedList"), tr("Numbered list"),
                QStringLiteral("Ctrl+Shift+7")),
           [](ComposerEdit &edit) { toggleList(edit, true); });
    m_preview = tool(tr("Preview"), QStringLiteral("replyPreviewToggle"), tr("Preview: as the customer sees it"),
                     QStringLiteral("Ctrl+Shift+P"));
    m_preview->setCheckable(true);
    connect(m_preview, &QPushButton::toggled, this, &AgentComposer::showPreview);
    connect(m_note, &QPushButton::toggled, this, [this](bool note) { setKind(note ? Kind::Note : Kind::Reply); });
}

void AgentComposer::setTakesFiles(bool takes) {
    m_attach->setVisible(takes);
    m_edit->setTakesFiles(takes);
}

void AgentComposer::setKind(Kind kind) {
    const bool isNote = kind == Kind::Note;
    if (kind != m_kind) {
        m_kind = kind;
        const QString shown = m_edit->text();
        put(m_other);
        m_other = shown;
    }
    m_note->setChecked(isNote);
    m_edit->setAccessibleName(isNote ? tr("Note for colleagues") : tr("Reply to the customer"));
    m_edit->setToolTip(m_edit->accessibleName());
    m_edit->setPlaceholderText(isNote ? tr("For colleagues only\u2026 @ names one")
                                      : tr("Write to the customer\u2026"));
    m_edit->setProperty("kind", isNote ? QStringLiteral("note") : QString());
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
    emit kindChanged();
}

QString AgentComposer::text(Kind kind) const { return (kind == m_kind ? m_edit->text() : m_other).trimmed(); }

void AgentComposer::setText(Kind kind, const QString &text) {
    if (kind == m_kind)
        put(text);
    else
        m_other = text;
}

void AgentComposer::put(const QString &text) {
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_preview->setChecked(false);
}

void AgentComposer::showPreview(bool shown) {
    if (shown)
        m_shown->show(m_edit->text());
    m_shown->setVisible(shown);
    m_edit->setVisible(!shown);
    if (!shown)
        m_edit->setFocus();
}

void AgentComposer::setLanguage(const QString &language) {
    m_remark->hide();
    m_spelling->setLanguage(Workplace::read().spells ? language : QString());
}

void AgentComposer::setAllowed(bool allowed) { setEnabled(allowed); }

void AgentComposer::takeFocus() {
    m_preview->setChecked(false);
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

} // namespace relaydesk
