// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where an agent writes: Markdown with keys and a preview, to the customer or as a note that only colleagues see.
#pragma once
#include "ui/theme/theme.h"
#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace relaydesk {

class AttachmentBar;
class CompletionList;
class ComposerEdit;
class MarkdownPreview;
class Spelling;

class AgentComposer : public QWidget {
    Q_OBJECT

  public:
    enum class Kind { Reply, Note };

    explicit AgentComposer(const Theme &theme, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    //! What is typed as a reply or as a note; each kind keeps its own.
    QString text(Kind kind) const;
    QString text() const { return text(m_kind); }
    void setText(Kind kind, const QString &text);
    void setAllowed(bool allowed);
    void takeFocus();
    ComposerEdit &edit() { return *m_edit; }
    CompletionList &completions() { return *m_completions; }
    AttachmentBar &attachments() { return *m_attachments; }
    void setTakesFiles(bool takes); //!< shows the button that asks for them
    //! Of the ticket, as languageOf() tells it; words are checked in it.
    void setLanguage(const QString &language);

  signals:
    void typed();
    void kindChanged();
    void attachWanted();

  private:
    QPushButton *tool(const QString &text, const QString &name, const QString &tip, const QString &keys);
    void buildTools();
    void showPreview(bool shown);
    void put(const QString &text);

    Kind m_kind = Kind::Reply;
    QString m_other; //!< what is typed in the kind that is not shown
    QHBoxLayout *m_tools;
    ComposerEdit *m_edit;
    MarkdownPreview *m_shown;
    AttachmentBar *m_attachments;
    QPushButton *m_attach;
    QPushButton *m_note;
    QPushButton *m_preview;
    CompletionList *m_completions;
    Spelling *m_spelling;
    QLabel *m_remark;
};

} // namespace relaydesk
