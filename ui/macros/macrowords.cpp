// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/macros/macrowords.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("MacroWords", text); }

QString words(const MacroAction &action) {
    const QString value = action.value.simplified();
    switch (action.deed) {
    case MacroDeed::Tag:
        return tr("tags %1").arg(value);
    case MacroDeed::Untag:
        return tr("takes the tag %1 away").arg(value);
    case MacroDeed::Assign:
        return tr("assigns to %1").arg(value);
    case MacroDeed::Priority:
        return tr("priority %1").arg(value);
    case MacroDeed::Snooze:
        return tr("snoozes: %1").arg(value);
    case MacroDeed::Resolve:
        return value.isEmpty() ? tr("resolves") : tr("resolves %1").arg(value);
    case MacroDeed::Note:
        return tr("notes \u201c%1\u201d").arg(value.left(60));
    }
    return {};
}

} // namespace

QString deedWords(MacroDeed deed) {
    switch (deed) {
    case MacroDeed::Tag:
        return tr("Add tags");
    case MacroDeed::Untag:
        return tr("Take tags away");
    case MacroDeed::Assign:
        return tr("Assign to");
    case MacroDeed::Priority:
        return tr("Set the priority");
    case MacroDeed::Snooze:
        return tr("Snooze");
    case MacroDeed::Resolve:
        return tr("Resolve");
    case MacroDeed::Note:
        return tr("Add a note");
    }
    return {};
}

QString valueHint(MacroDeed deed) {
    switch (deed) {
    case MacroDeed::Tag:
    case MacroDeed::Untag:
        return tr("refund, late fee");
    case MacroDeed::Assign:
        return tr("a name, me or nobody");
    case MacroDeed::Priority:
        return tr("low, normal, high or urgent");
    case MacroDeed::Snooze:
        return tr("2h30m, tomorrow 9:00, Monday");
    case MacroDeed::Resolve:
        return tr("nothing, or: without learning");
    case MacroDeed::Note:
        return tr("for colleagues; may have variables");
    }
    return {};
}

QString actionWords(const QVector<MacroAction> &actions) {
    QStringList all;
    for (const MacroAction &action : actions)
        all += words(action);
    return all.join(tr(", "));
}

} // namespace relaydesk
