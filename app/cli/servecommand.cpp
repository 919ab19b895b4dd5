// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/cli/servecommand.h"
#include "app/cli/stopsignals.h"
#include "app/searchindexing.h"
#include "app/servicestart.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <cstdio>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("ServeCommand", text); }

constexpr int housekeepingMs = 5 * 60 * 1000;
constexpr int snoozeCheckMs = 5000;
constexpr int patienceMs = 35'000; // a language model's answer takes at most its deadline of 30 s

void log(const QString &line) {
    const QByteArray text =
        (QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + line + u'\n').toUtf8();
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
}

Result<ServiceSettings> settingsFrom(const QCommandLineParser &parser, const SettingStore &store) {
    const auto address = addressFrom(parser.value(QStringLiteral("listen")));
    RELAYDESK_TRY(address);
    const auto limits = readLimits(store, parser.values(QStringLiteral("limit")));
    RELAYDESK_TRY(limits);
    return ServiceSettings{.frontend = {.address = address->first,
                                        .port = address->second,
                                        .certificate = parser.value(QStringLiteral("tls-cert")),
                                        .privateKey = parser.value(QStringLiteral("tls-key")),
                                        .limits = *limits},
                           .origins = parser.values(QStringLiteral("allow-origin")),
                           .insecure = parser.isSet(QStringLiteral("insecure"))};
}

//! Until a signal ends it; then what is in flight is finished.
void runUntilStopped(Service &service, Services &services) {
    StopSignals signals_;
    QTimer housekeeping;
    QObject::connect(&housekeeping, &QTimer::timeout, services.desk.get(), [&services] {
        if (const auto closed = services.desk->closeSilent(); !closed)
            log(closed.error().sentence);
        (void)services.storage->access().forgetBefore(services.clock.now().addDays(-1));
    });
    housekeeping.start(housekeepingMs);
    QTimer snoozes;
    QObject::connect(&snoozes, &QTimer::timeout, services.desk.get(), [&services] {
        if (const auto woken = services.desk->care().wakeDue(); !woken)
            log(woken.error().sentence);
    });
    snoozes.start(snoozeCheckMs);
    const SearchIndexing indexing(services.storage->database().path());
    QObject::connect(services.desk.get(), &Desk::failed, services.desk.get(),
                     [](const Failure &failure) { log(failure.sentence); });
    QObject::connect(services.encoders.get(), &EncoderSwitch::failed, services.desk.get(),
                     [](const Failure &failure) { log(failure.sentence); });
    QObject::connect(services.encoders.get(), &EncoderSwitch::changed, services.desk.get(),
                     [](const QString &name) { log(tr("Questions are compared with %1 from now on.").arg(name)); });
    QObject::connect(&signals_, &StopSignals::wanted, &service.desk(), [&service] {
        log(tr("Stopping: answers in flight are finished."));
        service.stop();
        QTimer::singleShot(patienceMs, QCoreApplication::instance(), &QCoreApplication::quit);
    });
    // A moment for the last answers to leave.
    QObject::connect(&service.desk(), &ServiceDesk::finished, QCoreApplication::instance(),
                     [] { QTimer::singleShot(200, QCoreApplication::instance(), &QCoreApplication::quit); });
    QCoreApplication::exec();
}

} // namespace

QString ServeCommand::name() const { return QStringLiteral("serve"); }

QString ServeCommand::summary() const { return tr("Serve the desk over HTTP: REST API, live events, chat page"); }

void ServeCommand::describe(QCommandLineParser &parser) const {
    parser.addOptions({
        {QStringLiteral("listen"), tr("Address and port (default: 127.0.0.1:8080; port 0: any free one)."),
         tr("ADDRESS:PORT"), QStringLiteral("127.0.0.1:8080")},
        {QStringLiteral("allow-origin"),
         tr("A web origin whose pages may call the API and embed the chat page; may be given several times."),
         tr("URL")},
        {QStringLiteral("tls-cert"), tr("Certificate with its chain, as PEM."), tr("FILE")},
        {QStringLiteral("tls-key"), tr("The certificate's private key, as PEM."), tr("FILE")},
        {QStringLiteral("insecure"), tr("Listen beyond this machine even without TLS and a key.")},
        {QStringLiteral("limit"), tr("NAME=NUMBER, may be given several times: %1.").arg(limitNames()), tr("LIMIT")},
    });
}

int ServeCommand::run(const QCommandLineParser &parser, Terminal &terminal) {
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(terminal, name(), tr("serve takes options alone."));
    auto options = optionsOr(parser, terminal, name());
    if (!options)
        return options.error();
    options->encodesBeside = true;
    const auto services = Services::open(*options);
    if (!services)
        return failWith(terminal, services.error());
    const auto settings = settingsFrom(parser, (*services)->storage->stores().settings);
    if (!settings)
        return wrongUsage(terminal, name(), settings.error().sentence);
    const auto service = startService(**services, *settings, log);
    if (!service)
        return failWith(terminal, service.error());
    terminal.out << tr("Relaydesk serves on %1").arg((*service)->address()) << Qt::endl;
    runUntilStopped(**service, **services);
    return Success;
}

} // namespace relaydesk
