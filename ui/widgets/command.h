// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! One thing a person can do: an action with a name of its own, the page it belongs to, and keys that can be chosen.
#pragma once
#include <QtGui/QAction>
#include <QtGui/QKeySequence>

class QAbstractButton;

namespace relaydesk {

//! Every command of a window is found in its tree of objects (see CommandRegistry): making one is registering it.
class Command : public QAction {
    Q_OBJECT

  public:
    //! `id` is the objectName and what chosen keys are kept under; `keys` as "Ctrl+K", may be empty. The keys work
    //! while `host` is visible and enabled.
    Command(const QString &id, const QString &title, const QString &keys, QWidget *host);
    //! What the button does, under its objectName; nullptr where it has none.
    static Command *of(const QAbstractButton &button);
    //! A command that presses the button.
    static Command *press(QAbstractButton &button, const QString &keys);

    QString title() const; //!< in words, without mnemonic
    QString place() const; //!< name of its page; empty: everywhere
    QKeySequence defaultKeys() const { return m_default; }
    bool isAvailable() const; //!< could be done if its page was shown
    bool isPartOf(const QWidget &window) const;

    //! For good, in every window; an empty sequence takes the keys away.
    void chooseKeys(const QKeySequence &keys);
    void resetKeys();

    //! The tool tip, to which the keys are added; empty: the title.
    void setTip(const QString &tip);
    //! Where the button's own text says a state and not what it does.
    void setTitle(const QString &title) { m_title = title; }
    bool isUndoable() const { return m_undoable; }
    void setUndoable(bool undoable = true) { m_undoable = undoable; }

  private:
    void readKeys();
    void showTip();
    template <typename Change>
    void everywhere(Change change) const;

    QWidget *m_host;
    QString m_title;
    QString m_tip;
    QKeySequence m_default;
    bool m_undoable = false;
};

//! The tool tip of a button, with its keys where it has some.
void setTip(QAbstractButton &button, const QString &tip);

} // namespace relaydesk
