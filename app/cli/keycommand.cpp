// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/keycommand.h"
#include "app/api/accesskeys.h"
#include "app/services.h"
#include <QtCore/QCoreApplication>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("KeyCommand", text); }

//! Keys may be changed while the desk is served: it reads them with each call.
Result<std::unique_ptr<SqliteStores>> openForKeys(const LaunchOptions &options) {
    auto alone = SqliteStores::open(options.database, OpenMode::ReadWrite);
    if (alone || alone.error().kind != ErrorKind::Unavailable)
        return alone;
    auto beside = SqliteStores::open(options.database, OpenMode::Beside);
    return beside ? std::move(beside) : std::move(alone);
}

Result<void> create(const QCommandLineParser &parser, AccessStore &access, Terminal &terminal) {
    const QString name = parser.value(QStringLiteral("name"));
    const auto role = fromKey<KeyRole>(parser.value(QStringLiteral("role")));
    if (name.trimmed().isEmpty())
        return failure(ErrorKind::Invalid, tr("create needs --name NAME."));
    if (!role)
        return failure(ErrorKind::Invalid, tr("--role needs agent, analyst or customer-app."));
    const auto made = addKey(access, name, *role, QDateTime::currentDateTimeUtc());
    RELAYDESK_TRY(made);
    terminal.out << *made << Qt::endl;
    return {};
}

QString shown(const QDateTime &time) {
    return time.isValid() ? time.toString(QStringLiteral("yyyy-MM-dd hh:mm")) : QStringLiteral("-");
}

Result<void> list(const AccessStore &access, Terminal &terminal) {
    const auto keys = access.keys();
    RELAYDESK_TRY(keys);
    for (const AccessKey &key : *keys)
        terminal.out << QString::number(key.id.value).rightJustified(4) << "  " << keyOf(key.role).leftJustified(13)
                     << key.name.leftJustified(24) << "  " << tr("made %1").arg(shown(key.createdAt)) << "  "
                     << tr("last used %1").arg(shown(key.usedAt))
                     << (key.isRevoked() ? QStringLiteral("  ") + tr("revoked %1").arg(shown(key.revokedAt))
                                         : QString())
                     << '\n';
    if (keys->isEmpty())
        terminal.out << tr("There are no keys.") << '\n';
    terminal.out.flush();
    return {};
}

Result<void> revoke(const QString &which, AccessStore &access, Terminal &terminal) {
    const auto revoked = revokeKey(access, which, QDateTime::currentDateTimeUtc());
    RELAYDESK_TRY(revoked);
    terminal.out << tr("The key %1 opens nothing any more.").arg(revoked->name) << Qt::endl;
    return {};
}

} // namespace

QString KeyCommand::name() const { return QStringLiteral("key"); }

QString KeyCommand::summary() const { return tr("Make, list and revoke keys for calls over the network"); }

void KeyCommand::describe(QCommandLineParser &parser) const {
    parser.addPositionalArgument(QStringLiteral("VERB"),
                                 tr("create (prints the key, this once), list, or revoke with a name or number."),
                                 QStringLiteral("create|list|revoke [KEY]"));
    parser.addOptions({
        {QStringLiteral("name"), tr("create: who uses it; an agent's key acts as the agent of that name."), tr("NAME")},
        {QStringLiteral("role"), tr("create: agent, analyst or customer-app."), tr("ROLE")},
    });
}

int KeyCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    const QStringList words = parser.positionalArguments();
    const QString verb = words.value(0);
    const bool isKnown = (verb == QLatin1String("create") && words.size() == 1) ||
                         (verb == QLatin1String("list") && words.size() == 1) ||
                         (verb == QLatin1String("revoke") && words.size() == 2);
    if (!isKnown)
        return wrongUsage(terminal, name(), tr("Give create, list, or revoke with a key."));
    const auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    const auto storage = openForKeys(*options);
    if (!storage)
        return failWith(terminal, storage.error());
    AccessStore &access = (*storage)->access();
    const auto done = verb == QLatin1String("create") ? create(parser, access, terminal)
                      : verb == QLatin1String("list") ? list(access, terminal)
                                                      : revoke(words.at(1), access, terminal);
    if (!done)
        return done.error().kind == ErrorKind::Invalid ? wrongUsage(terminal, name(), done.error().sentence)
                                                       : failWith(terminal, done.error());
    return Success;
}

} // namespace relaydesk
