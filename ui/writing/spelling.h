// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Underlines misspelt words as they are typed, offers better ones in the context menu, and learns the agent's own.
#pragma once
#include "ui/writing/dictionary.h"
#include <QtCore/QSet>
#include <QtGui/QSyntaxHighlighter>

class QMenu;
class QPlainTextEdit;

namespace relaydesk {

class Spelling : public QSyntaxHighlighter {
    Q_OBJECT

  public:
    explicit Spelling(QPlainTextEdit &edit);

    //! "de", as languageOf() tells it; empty: nothing is checked.
    void setLanguage(const QString &language);
    bool isReady() const { return m_dictionary != nullptr; }
    //! The misspelt word at that place of the document; an empty range where there is none.
    std::pair<int, int> misspeltAt(int position) const;
    //! The usual menu of the edit, with what could be meant by the word at `position` before it.
    QMenu *menuAt(int position);

  signals:
    void ready();
    void missing(const QString &sentence); //!< there is no dictionary; said once for each language

  protected:
    void highlightBlock(const QString &text) override;

  private:
    void take(const QString &language, const std::shared_ptr<Dictionary> &dictionary);
    void replace(const std::pair<int, int> &word, const QString &by);

    QPlainTextEdit &m_edit;
    QString m_language;
    std::shared_ptr<Dictionary> m_dictionary;
    //! By language: closing one takes longer than a frame, and tickets of several languages come in turn.
    QHash<QString, std::shared_ptr<Dictionary>> m_opened;
    QSet<QString> m_asked; //!< languages whose dictionary was looked for
};

} // namespace relaydesk
