// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! What a macro does to the ticket, a row for each action: which, with what, and away with it.
#pragma once
#include "models/desk/macros.h"
#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace relaydesk {

class MacroActionList : public QWidget {
    Q_OBJECT

  public:
    explicit MacroActionList(QWidget *parent = nullptr);
    void show(const QVector<MacroAction> &actions);
    QVector<MacroAction> actions() const;
    void setReadOnly(bool readOnly);

  signals:
    void changed(); //!< by a person

  private:
    struct Row {
        QWidget *whole;
        QComboBox *deed;
        QLineEdit *value;
    };
    void add(const MacroAction &action);
    void remove(const QWidget *whole);
    void nameRows();

    QVector<Row> m_rows;
    QVBoxLayout *m_layout;
    QWidget *m_add;
    bool m_readOnly = false;
};

} // namespace relaydesk
