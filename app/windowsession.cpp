// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/windowsession.h"
#include "app/attachedfiles.h"
#include "app/encoderactions.h"
#include "app/modelactions.h"
#include "app/modelchoice.h"
#include "app/serviceactions.h"
#include "app/storage/backup.h"
#include "models/exchange/mergeimport.h"
#include "ui/desk/deskpage.h"
#include "ui/widgets/workbar.h"
#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <QtCore/QThreadPool>
#include <algorithm>

namespace relaydesk {

namespace {

//! Waits for the desk's thread: only before there is a window, and for nothing that takes long.
template <typename Answer>
Answer now(QFuture<Answer> future) {
    future.waitForFinished();
    return future.takeResult();
}

constexpr int cascade = 32; //!< pixels between one window and the next

} // namespace

Result<std::unique_ptr<WindowSession>> WindowSession::open(Theme &theme, KeptToken &token, LaunchOptions options,
                                                           bool sandbox) {
    std::unique_ptr<WindowSession> session(new WindowSession(theme, token));
    options.tokenInKeychain = token.inKeychain();
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
    session->m_limitation = session->m_desk->matcherLimitation();
    connect(session->m_desk->encoders().object(), &EncoderSwitch::changed, session.get(),
            [kept = session.get()] { kept->m_limitation.clear(); });
    session->m_model = {session->m_desk->modelSettings(), session->m_desk->modelLimitation()};
    auto reader = ReaderThread::open(options);
    RELAYDESK_TRY(reader);
    session->m_reader = std::move(*reader);
    auto slow = ReaderThread::open(options);
    RELAYDESK_TRY(slow);
    session->m_slowReader = std::move(*slow);
    if (!options.readOnly)
        session->m_indexing = std::make_unique<SearchIndexing>(options.database);
    const auto agent = session->chooseAgent();
    session->makeWindow(agent.value_or(Agent{.name = tr("Agent"), .available = false}));
    if (!agent)
        session->tell(agent.error());
    if (sandbox)
        session->importSample(session->window());
    session->serveAsKept();
    return session;
}

//! Empty: it can be served.
QString WindowSession::whyNotServed() const {
    if (m_sandbox)
        return tr("A sandbox is gone when its window closes, so it is not served. Open a database to serve that one.");
    return m_options.readOnly ? tr("This database is open for reading only, so it is not served. Open it for writing.")
                              : QString();
}

void WindowSession::serveAsKept() {
    const ServiceChoice kept = keptServiceChoice(m_options.database);
    if (kept.on && whyNotServed().isEmpty())
        applyServiceChoice(kept, *m_desk);
}

//! The threads end first: they finish what they were asked for while those who asked still exist.
WindowSession::~WindowSession() {
    WorkBar::jobs().waitForDone(); // what was asked for is there; the window is gone already
    m_indexing.reset();
    m_desk.reset();
    m_slowReader.reset();
    m_reader.reset();
}

Result<Agent> WindowSession::chooseAgent() const {
    QString name = QSettings().value(QStringLiteral("agent/name")).toString();
    if (name.isEmpty())
        name = tr("Dana Ortiz");
    if (m_options.readOnly)
        return Agent{.name = name, .available = false};
    return now(m_desk->desk().ask([name](Desk &desk) { return desk.agentNamed(name); }));
}

void WindowSession::importSample(MainWindow &window) {
    const auto sample = sampleKnowledge();
    if (!sample) {
        window.showFailure(sample.error());
        return;
    }
    const auto import = [articles = *sample](Desk &desk) -> WorkBar::Outcome {
        const auto plan = mergeImport(desk.knowledge().live(), articles);
        RELAYDESK_TRY(plan);
        if (!plan->toSave.isEmpty())
            RELAYDESK_TRY(desk.saveArticles(plan->toSave));
        return QString();
    };
    window.work().follow(tr("Importing the sample knowledge"), [&](const Progress &progress) {
        return m_desk->preparation()
            .ask([articles = *sample, progress](KnowledgePreparation &all) { return all.prepare(articles, progress); })
            .unwrap()
            .then(this,
                  [this, import](bool whole) -> QFuture<WorkBar::Outcome> {
                      if (whole)
                          return m_desk->desk().ask(import);
                      return QtFuture::makeReadyFuture(
                          WorkBar::Outcome(failure(ErrorKind::Cancelled, tr("Left off: nothing was imported."))));
                  })
            .unwrap();
    });
}

MainWindow &WindowSession::makeWindow(const Agent &agent) {
    const WindowDesk work{.desk = m_desk->desk(),
                          .readers = {m_reader->reader(), m_slowReader->reader()},
                          .files = std::make_shared<AttachedFiles>(m_options.database),
                          .database = m_options.database,
                          .readOnly = m_options.readOnly,
                          .sandbox = m_sandbox,
                          .notes = m_limitation.isEmpty() ? QStringList() : QStringList{m_limitation},
                          .model = model()};
    m_windows.push_back(std::make_unique<MainWindow>(m_theme, work, agent));
    MainWindow &window = *m_windows.back();
    for (const QString &note : work.notes)
        window.showFailure({ErrorKind::Unavailable, note});
    connectWindow(window);
    return window;
}

void WindowSession::connectWindow(MainWindow &window) {
    MainWindow *made = &window;
    connect(made, &MainWindow::openWanted, this,
            [this, made](const QString &database, bool readOnly) { emit openWanted(made, database, readOnly); });
    connect(made, &MainWindow::sandboxWanted, this, [this, made] { emit sandboxWanted(made); });
    connect(made, &MainWindow::windowWanted, this, &WindowSession::openWindow);
    connect(made, &MainWindow::backupWanted, this, [this, made](const QString &file) { backUp(*made, file); });
    for (const auto &other : m_windows) {
        if (other.get() != made)
            made->findChild<DeskPage *>()->shareTypingWith(*other->findChild<DeskPage *>());
    }
    auto *page = made->findChild<SettingsPage *>();
    auto *line = made->findChild<StatusLine *>();
    connectModelActions(page, *m_desk);
    connectServiceActions(page, *m_desk, m_options.database, whyNotServed());
    connectEncoderActions(page, line, *m_desk);
    connectPreparation(made->findChild<KnowledgePage *>(), *m_desk);
    connectStatusLine(line, page, *m_desk);
    connect(made, &MainWindow::modelChosen, page, [this, page](const ModelChoice &choice) { setModel(choice, page); });
    connect(line, &StatusLine::offlineChosen, this, &WindowSession::offlineChosen);
    connect(made, &MainWindow::sampleWanted, this, [this, made] { importSample(*made); });
    connect(
        made, &MainWindow::closed, this, [this, made] { forget(made); }, Qt::QueuedConnection);
    if (m_windows.size() == 1) // the name to begin with next time is the one of the first window
        connect(made, &MainWindow::agentChosen, this,
                [](const Agent &chosen) { QSettings().setValue(QStringLiteral("agent/name"), chosen.name); });
}

void WindowSession::openWindow(const QString &agentName) {
    const auto show = [this](const Agent &agent) {
        MainWindow &window = makeWindow(agent);
        window.move(m_windows.front()->pos() + QPoint(cascade, cascade));
        window.show();
    };
    if (m_options.readOnly) {
        show({.name = agentName, .available = false});
        return;
    }
    m_desk->desk()
        .ask([agentName](Desk &desk) { return desk.agentNamed(agentName); })
        .then(this, [this, show](const Result<Agent> &agent) {
            if (agent)
                show(*agent);
            else
                tell(agent.error());
        });
}

//! A closed window goes when all three threads have answered what it asked before.
void WindowSession::forget(MainWindow *window) {
    const auto found =
        std::find_if(m_windows.begin(), m_windows.end(), [window](const auto &open) { return open.get() == window; });
    if (found == m_windows.end())
        return;
    if (m_windows.size() == 1) {
        emit finished();
        return;
    }
    m_closed.push_back(std::move(*found));
    m_windows.erase(found);
    const auto isDone = [](auto &) { return true; };
    m_desk->desk().ask(isDone).then(this, [this, isDone, window](bool) {
        m_reader->reader().ask(isDone).then(this, [this, isDone, window](bool) {
            m_slowReader->reader().ask(isDone).then(this, [this, window](bool) {
                std::erase_if(m_closed, [window](const auto &closed) { return closed.get() == window; });
            });
        });
    });
}

void WindowSession::tell(const Failure &failure) {
    for (const auto &window : m_windows)
        window->showFailure(failure);
}

ModelChoice WindowSession::model() const { return modelChoice(m_model.first, m_model.second, m_token, m_options); }

void WindowSession::setModel(const ModelChoice &choice, SettingsPage *page) {
    const auto kept = keepModelChoice(choice, m_options);
    if (!kept) {
        tell(kept.error());
        page->showModelTest({});
        return;
    }
    m_options = *kept;
    const auto test = [this, choice, page = QPointer(page)] {
        if (page && choice.thenTest)
            testModel(page, *m_desk);
        if (page && !m_options.readOnly)
            keepModelContext(choice.model, page, *m_desk);
    };
    if (choice.token.isEmpty() && !choice.forgetToken) {
        renewModel(test);
        return;
    }
    m_token.keep(choice.token).then(this, [this, test](const Result<void> &done) {
        if (!done)
            tell(done.error());
        renewModel(test);
    });
}

void WindowSession::renewModel() {
    renewModel([] {});
}

void WindowSession::renewModel(const std::function<void()> &then) {
    m_options.tokenInKeychain = m_token.inKeychain();
    m_desk->changeModel(m_options).then(this, [this, then](const std::pair<ModelSettings, QString> &now) {
        m_model = now;
        for (const auto &window : m_windows)
            window->showModel(model());
        then();
    });
}

void WindowSession::backUp(MainWindow &window, const QString &file) {
    window.work().run(tr("Writing the backup %1. The desk works on").arg(file),
                      [database = m_options.database, file](const Progress &progress) -> WorkBar::Outcome {
                          RELAYDESK_TRY(relaydesk::backUp(database, file, progress));
                          return tr("The backup is in %1.").arg(file);
                      });
}

} // namespace relaydesk
