// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/modelactions.h"
#include "app/huggingface/modeltest.h"
#include "ui/settings/requestlist.h"

namespace relaydesk {

namespace {

constexpr int mostRequestsShown = 1000;

QStringList namesOf(const QVector<ListedModel> &models) {
    QStringList names;
    for (const ListedModel &model : withKnownNames(models))
        names += model.id;
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

} // namespace

void connectModelActions(SettingsPage *page, DeskThread &desk) {
    DeskThread *thread = &desk;
    QObject::connect(thread->model(), &HuggingFaceClient::noticed, page, [page](const QString &sentence) {
        emit page->failed({ErrorKind::Unavailable, sentence});
    });
    QObject::connect(page, &SettingsPage::modelTestWanted, page, [page, thread] {
        thread->askModel(testQuestion()).then(page, [page](const Result<ModelReply> &reply) {
            page->showModelTest(testSentence(reply));
        });
    });
    QObject::connect(page, &SettingsPage::modelListWanted, page, [page, thread] {
        thread->models().then(page, [page](const Result<QVector<ListedModel>> &models) {
            if (models)
                page->showModels(namesOf(*models));
            else
                page->showModelTest(models.error().sentence);
        });
    });
    QObject::connect(page, &SettingsPage::requestListWanted, page, [page, thread] {
        thread->requests(mostRequestsShown).then(page, [page](const Result<QVector<RequestRecord>> &records) {
            showRequests(page, records);
        });
    });
}

} // namespace relaydesk
