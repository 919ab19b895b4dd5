// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/windowsession.h"
#include "app/modelchoice.h"
#include "models/exchange/mergeimport.h"
#include <QtCore/QSettings>
#include <QtWidgets/QMessageBox>

namespace relaydesk {

namespace {

//! Waits for the desk's thread: only before there is a window, and for nothing that takes long.
template <typename Answer>
Answer now(QFuture<Answer> future) {
    future.waitForFinished();
    return future.takeResult();
}

} // namespace

Result<std::unique_ptr<WindowSession>> WindowSession::open(Theme &theme, LaunchOptions options, bool sandbox) {
    std::unique_ptr<WindowSession> session(new WindowSession);
    session->m_sandbox = sandbox;
    if (sandbox) {
        session->m_folder = std::make_unique<QTemporaryDir>();
        if (!session->m_folder->isValid())
            return failure(ErrorKind::Storage, tr("No sandbox could be made: %1. The open database stays as it is.")
                                                   .arg(session->m_folder->errorString()));
        options.database = session->m_folder->filePath(QStringLiteral("sandbox.db"));
        options.readOnly = false;
    }
    session->m_options = options;
    auto desk = DeskThread::open(options);
    RELAYDESK_TRY(desk);
    session->m_desk = std::move(*desk);
    auto reader = ReaderThread::open(options);
    RELAYDESK_TRY(reader);
    session->m_reader = std::move(*reader);
    auto slow = ReaderThread::open(options);
    RELAYDESK_TRY(slow);
    session->m_slowReader = std::move(*slow);
    session->makeWindow(theme);
    if (sandbox)
        session->importSample();
    return session;
}

WindowSession::~WindowSession() = default;

Result<Agent> WindowSession::chooseAgent() const {
    QString name = QSettings().value(QStringLiteral("agent/name")).toString();
    if (name.isEmpty())
        name = tr("Dana Ortiz");
    if (m_options.readOnly)
        return Agent{.name = name, .available = false};
    return now(m_desk->desk().ask([name](Desk &desk) { return desk.agentNamed(name); }));
}

void WindowSession::importSample() {
    const auto sample = sampleKnowledge();
    if (!sample) {
        m_window->showFailure(sample.error());
        return;
    }
    const auto import = [articles = *sample](Desk &desk) -> Result<void> {
        const auto plan = mergeImport(desk.knowledge().live(), articles);
        RELAYDESK_TRY(plan);
        if (!plan->toSave.isEmpty())
            RELAYDESK_TRY(desk.saveArticles(plan->toSave));
        return {};
    };
    m_desk->desk().ask(import).then(this, [this](const Result<void> &done) {
        if (!done)
            m_window->showFailure(done.error());
    });
}

void WindowSession::makeWindow(Theme &theme) {
    const WindowDesk work{.desk = m_desk->desk(),
                          .reader = m_reader->reader(),
                          .slowReader = m_slowReader->reader(),
                          .database = m_options.database,
                          .readOnly = m_options.readOnly,
                          .sandbox = m_sandbox,
                          .notes = m_desk->matcherLimitation().isEmpty() ? QStringList()
                                                                         : QStringList{m_desk->matcherLimitation()},
                          .model = modelChoice(m_desk->modelSettings(), m_desk->modelLimitation())};
    const auto agent = chooseAgent();
    m_window =
        std::make_unique<MainWindow>(theme, work, agent.value_or(Agent{.name = tr("Agent"), .available = false}));
    if (!agent)
        m_window->showFailure(agent.error());
    for (const QString &note : work.notes)
        m_window->showFailure({ErrorKind::Unavailable, note});
    connect(m_window.get(), &MainWindow::openWanted, this, &WindowSession::openWanted);
    connect(m_window.get(), &MainWindow::sandboxWanted, this, &WindowSession::sandboxWanted);
    connect(m_window.get(), &MainWindow::backupWanted, this, &WindowSession::backUp);
    connect(m_window.get(), &MainWindow::modelChosen, this, &WindowSession::setModel);
    connect(m_window.get(), &MainWindow::agentChosen, this,
            [](const Agent &chosen) { QSettings().setValue(QStringLiteral("agent/name"), chosen.name); });
    connect(m_window.get(), &MainWindow::sampleWanted, this, &WindowSession::importSample);
}

void WindowSession::setModel(const ModelChoice &choice) {
    const auto kept = keepModelChoice(choice, m_options);
    if (!kept) {
        m_window->showFailure(kept.error());
        return;
    }
    m_options = *kept;
    const auto [settings, limitation] = m_desk->changeModel(m_options);
    m_window->showModel(modelChoice(settings, limitation));
}

void WindowSession::backUp(const QString &file) {
    m_slowReader->backUp(file).then(this, [this, file](const Result<void> &done) {
        m_window->showFailure(done ? Failure{ErrorKind::Invalid, tr("The backup is in %1.").arg(file)} : done.error());
    });
}

} // namespace relaydesk
