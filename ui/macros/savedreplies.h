// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! All saved replies and macros: find, make, change, try, delete, and pass on as a file.
#pragma once
#include "models/desk/macrobook.h"
#include "models/domain/remote.h"
#include "ui/theme/theme.h"
#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace relaydesk {

class MacroEditor;
class NoticeBar;

//! Which ticket they can be tried on, and who tries.
struct MacroPlace {
    TicketId ticket; //!< invalid: none is open
    AgentId agent;
    bool readOnly = false;
};

//! Deletes itself when it is closed; show it with open(). What is typed for one stays while another is looked at.
class SavedReplies : public QDialog {
    Q_OBJECT

  public:
    SavedReplies(const Theme &theme, Remote<Desk> desk, const MacroPlace &place, QWidget *parent);
    void reject() override; //!< says first what is not saved

  signals:
    void changed();            //!< on disk
    void useWanted(int macro); //!< on the open ticket

  private:
    QWidget *buildList();
    QLayout *buildButtons();
    void buildNotice(const Theme &theme, QLayout *layout);
    void read(int select);
    void readFacts();
    void list();
    void choose();
    void noteEdit();
    void arrange();
    void makeNew();
    void save();
    void remove();
    void use();
    void importFile();
    void exportFile();
    template <typename Call, typename Then>
    void tell(Call call, Then then);
    void say(const QString &sentence, bool isTrouble);
    Macro current() const; //!< as stored; a new one where none is
    void take(const Macro &stored, int edited, const QString &sentence);
    QString titleOf(const Macro &macro) const;

    Remote<Desk> m_desk;
    MacroPlace m_place;
    QVector<Macro> m_macros;
    QHash<int, Macro> m_edited; //!< changed and not saved, by id; 0: a new one
    int m_current = -1;         //!< id; 0: a new one, -1: none
    Macro m_deleted;            //!< the last one
    QLineEdit *m_filter;
    QListWidget *m_list;
    MacroEditor *m_editor;
    NoticeBar *m_says;
    QPushButton *m_discard;
    QPushButton *m_bringBack;
    QPushButton *m_save;
    QPushButton *m_delete;
    QPushButton *m_use;
};

} // namespace relaydesk
