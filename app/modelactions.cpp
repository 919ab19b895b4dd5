// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/modelactions.h"
#include "app/huggingface/modeltest.h"
#include "models/desk/modelcontext.h"
#include "ui/settings/requestlist.h"
#include <QtCore/QTimer>

namespace relaydesk {

namespace {

constexpr int mostRequestsShown = 1000;
constexpr int gatherMs = 200;
constexpr int passingMs = 2'000;  //!< while the state ends by itself
constexpr int restingMs = 60'000; //!< today ends at midnight

QVector<ModelEntry> entriesOf(const QVector<ListedModel> &models) {
    QVector<ModelEntry> entries;
    for (const ListedModel &model : withKnownNames(models))
        entries.append({model.id, described(model), model.inputPrice, model.outputPrice});
    return entries;
}

//! The first three, for one that is not served.
QStringList threeOf(const Result<QVector<ListedModel>> &models) {
    QStringList names;
    for (qsizetype i = 0; models && i < models->size() && names.size() < 3; ++i)
        names += models->at(i).id;
    return names;
}

void showRequests(SettingsPage *page, const Result<QVector<RequestRecord>> &records) {
    if (!records) {
        emit page->failed(records.error());
        return;
    }
    auto *list = new RequestList(*records, page->window());
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->open();
}

void askForRequests(SettingsPage *page, DeskThread *thread) {
    thread->requests(mostRequestsShown).then(page, [page](const Result<QVector<RequestRecord>> &records) {
        showRequests(page, records);
    });
}

} // namespace

void testModel(SettingsPage *page, DeskThread &desk) {
    DeskThread *thread = &desk;
    desk.askModel(testQuestion()).then(page, [page, thread](const Result<ModelReply> &reply) {
        if (reply || reply.error().kind != ErrorKind::NotFound)
            return page->showModelTest(testSentence(reply));
        thread->models().then(page, [page, reply](const Result<QVector<ListedModel>> &models) {
            page->showModelTest(testSentence(reply, threeOf(models)));
        });
    });
}

void keepModelContext(const QString &model, SettingsPage *page, DeskThread &desk) {
    DeskThread *thread = &desk;
    thread->models().then(page, [model, page, thread](const Result<QVector<ListedModel>> &models) {
        const int context = models ? contextOf(model, *models) : 0;
        if (context == 0)
            return;
        const auto keep = [context](Desk &now) {
            return now.setSetting(QLatin1String(modelContextSetting), QString::number(context));
        };
        thread->desk().ask(keep).then(page, [page](const Result<void> &done) {
            if (done)
                page->refresh();
            else
                emit page->failed(done.error());
        });
    });
}

void connectModelActions(SettingsPage *page, DeskThread &desk) {
    DeskThread *thread = &desk;
    QObject::connect(thread->model(), &HuggingFaceClient::noticed, page, [page](const QString &sentence) {
        emit page->failed({ErrorKind::Unavailable, sentence});
    });
    QObject::connect(page, &SettingsPage::modelListWanted, page, [page, thread] {
        thread->models().then(page, [page](const Result<QVector<ListedModel>> &models) {
            if (models)
                page->showModels(entriesOf(*models));
            else
                page->showModelTest(models.error().sentence);
        });
    });
    QObject::connect(page, &SettingsPage::requestListWanted, page, [page, thread] { askForRequests(page, thread); });
}

void connectStatusLine(StatusLine *line, SettingsPage *page, DeskThread &desk) {
    DeskThread *thread = &desk;
    auto *next = new QTimer(line);
    next->setSingleShot(true);
    QObject::connect(next, &QTimer::timeout, line, [line, next, thread] {
        thread->modelStatus().then(line, [line, next](const ModelStatus &status) {
            line->showModelStatus(status);
            const bool isPassing = status.state == ModelState::Resting || status.underWay > 0;
            next->start(isPassing ? passingMs : restingMs);
        });
    });
    QObject::connect(thread->model(), &HuggingFaceClient::statusChanged, next, [next] {
        if (!next->isActive() || next->remainingTime() > gatherMs)
            next->start(gatherMs);
    });
    QObject::connect(line, &StatusLine::requestListWanted, page, [page, thread] { askForRequests(page, thread); });
    next->start(0);
}

} // namespace relaydesk
