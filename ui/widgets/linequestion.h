// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Asks for one line, says while it is typed what it would do or why it cannot be used, and offers ready answers.
#pragma once
#include "models/domain/result.h"
#include <QtWidgets/QDialog>
#include <functional>

class QDialogButtonBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace relaydesk {

//! Deletes itself when it is closed; show it with open().
class LineQuestion : public QDialog {
    Q_OBJECT

  public:
    //! What the line would do, as a sentence (may be empty), or why it cannot be used.
    using Check = std::function<Result<QString>(const QString &)>;

    LineQuestion(const QString &title, const QString &label, const Check &check, QWidget *parent);
    void setText(const QString &text); //!< selected, so that typing replaces it
    void setPlaceholder(const QString &text);
    //! Buttons below the line; one that is pressed is put behind what stands there, after a comma.
    void setParts(const QStringList &parts);

  signals:
    void answered(const QString &text);

  private:
    void check();
    void answer();

    Check m_check;
    QLineEdit *m_line;
    QLabel *m_says;
    QHBoxLayout *m_parts;
    QDialogButtonBox *m_buttons;
};

} // namespace relaydesk
