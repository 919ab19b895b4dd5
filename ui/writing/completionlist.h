// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The list that opens while a mark like "/" or "??" is typed: arrows choose, Return or Tab inserts, Escape closes.
#pragma once
#include "ui/writing/completion.h"
#include <QtWidgets/QListWidget>
#include <optional>

namespace relaydesk {

class ComposerEdit;

class CompletionList : public QListWidget {
    Q_OBJECT

  public:
    //! Stands over `edit`, which keeps the focus.
    explicit CompletionList(ComposerEdit &edit);
    void addSource(const CompletionSource &source) { m_sources += source; }
    void removeSource(const QString &mark);
    void begin(const QString &mark); //!< as if it had been typed at the cursor

  signals:
    void inserted(); //!< as if it had been typed

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    struct Typed {
        const CompletionSource *source = nullptr;
        int start = 0; //!< of the mark, in the document
        QString query;
    };
    std::optional<Typed> typed() const;
    void look();
    void show(const QVector<Completion> &completions);
    void place();
    void insert();
    void closeUntilNext();

    ComposerEdit &m_edit;
    QVector<CompletionSource> m_sources;
    QVector<Completion> m_found;
    int m_asked = 0;      //!< number of the last question
    int m_dismissed = -1; //!< where a mark stands that Escape was pressed for
};

} // namespace relaydesk
