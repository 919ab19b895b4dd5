// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Saved replies and macros: a text with variables, and what is done to the ticket with it.
#pragma once
#include "models/domain/stores.h"

namespace relaydesk {

enum class MacroDeed { Tag, Untag, Assign, Priority, Snooze, Resolve, Note };

template <>
struct Names<MacroDeed> {
    static constexpr std::array<Name<MacroDeed>, 7> all{{{MacroDeed::Tag, "tag"},
                                                         {MacroDeed::Untag, "untag"},
                                                         {MacroDeed::Assign, "assign"},
                                                         {MacroDeed::Priority, "priority"},
                                                         {MacroDeed::Snooze, "snooze"},
                                                         {MacroDeed::Resolve, "resolve"},
                                                         {MacroDeed::Note, "note"}}};
};

struct MacroAction {
    MacroDeed deed = MacroDeed::Tag;
    //! tag, untag: tags with commas; assign: an agent's name, "me" or "nobody"; priority: its key; snooze: as parseWhen
    //! reads it; resolve: "" or "without learning"; note: its text, with variables.
    QString value;
    friend bool operator==(const MacroAction &, const MacroAction &) = default;
};

struct Macro {
    int id = 0;       //!< 0: not stored yet
    QString name;     //!< unique, however it is capitalised
    QString shortcut; //!< a word to type after "/"; unique; may be empty
    QString text;     //!< Markdown with variables; empty: only actions
    QVector<MacroAction> actions;
    int version = 0; //!< counts up with each save
    bool isDeleted = false;
    QDateTime updatedAt;
    friend bool operator==(const Macro &, const Macro &) = default;
};

// Each stands in a setting of its own, "macro.1", as JSON; the setting "macros" is the newest number. Each version also
// stands in the log, as a Setting event.
inline const QString macrosKey = QStringLiteral("macros");
QString macroKey(int id);
QString toSetting(const Macro &macro);
std::optional<Macro> macroFromSetting(int id, const QString &setting); //!< nothing: it cannot be read
Result<int> newestMacro(const SettingStore &store);                    //!< 0: there is none
Result<QVector<Macro>> readMacros(const SettingStore &store);          //!< by name, without the deleted ones
//! Every version of one, newest first.
Result<QVector<Macro>> macroVersions(const EventStore &events, int id);

//! A JSON document {"macros": [{name, shortcut, text, actions: [{deed, value}]}]}: without numbers and versions.
QByteArray toJson(const QVector<Macro> &macros);
Result<QVector<Macro>> macrosFromJson(const QByteArray &json); //!< or a sentence which one is wrong

} // namespace relaydesk
