// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Where a message is written: grows with its text to six lines, then scrolls.
#pragma once
#include "ui/widgets/droppedfiles.h"
#include <QtWidgets/QPlainTextEdit>

namespace relaydesk {

class ComposerEdit : public QPlainTextEdit {
    Q_OBJECT

  public:
    enum class SendKey { Return, None }; //!< None: another control sends

    explicit ComposerEdit(QWidget *parent = nullptr);
    //! The key that submits; with Shift or Ctrl it begins a new line.
    void setSendKey(SendKey key) { m_sendKey = key; }
    SendKey sendKey() const { return m_sendKey; }
    void setMinimumLines(int lines); //!< 1 at first, at most six
    void setTakesFiles(bool takes) { m_takesFiles = takes; }
    QString text() const { return toPlainText(); }
    //! At the cursor; behind the separator where a word stands right before it.
    void insertApart(const QString &separator, const QString &text);
    //! Kept to one line, shortened where there is no room; also the accessible description.
    void setPlaceholderText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    //! The text without white space around it, never empty. The page clears it once it is sent.
    void submitted(const QString &text);
    //! Dropped or pasted here, where files are taken.
    void filesGiven(const relaydesk::DroppedFiles &files);
    void typed(); //!< the person changed the text, not the program

  protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    int heightOf(int lines) const;
    void grow();
    template <typename Change>
    void tellTyped(Change change);

    SendKey m_sendKey = SendKey::Return;
    int m_minimumLines = 1;
    bool m_takesFiles = false;
    QString m_placeholder;
};

} // namespace relaydesk
