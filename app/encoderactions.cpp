// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/encoderactions.h"
#include "app/matching/encoderlocation.h"
#include "ui/settings/encoderrow.h"

namespace relaydesk {

namespace {

void showEncoders(EncoderRow *row, Remote<EncoderSwitch> encoders) {
    encoders.ask([](EncoderSwitch &all) { return all.current(); }).then(row, [row](const QString &current) {
        QStringList names;
        for (const InstalledEncoder &encoder : installedEncoders())
            names += encoder.name;
        row->showEncoders(names, current);
    });
}

} // namespace

void connectEncoderActions(SettingsPage *page, StatusLine *line, DeskThread &desk) {
    auto *row = page->findChild<EncoderRow *>();
    const Remote<EncoderSwitch> encoders = desk.encoders();
    const EncoderSwitch *all = encoders.object();
    QObject::connect(row, &EncoderRow::chosen, row, [encoders](const QString &name) {
        encoders.ask([name](EncoderSwitch &them) {
            them.use(name);
            return true;
        });
    });
    QObject::connect(row, &EncoderRow::cancelWanted, row, [encoders] {
        encoders.ask([](EncoderSwitch &them) {
            them.cancel();
            return true;
        });
    });
    QObject::connect(all, &EncoderSwitch::progressed, row, &EncoderRow::showProgress);
    QObject::connect(all, &EncoderSwitch::progressed, line,
                     [line](const QString &, int done, int of) { line->showEncoding(done, of); });
    QObject::connect(all, &EncoderSwitch::changed, line, [line] { line->showEncoding(0, 0); });
    QObject::connect(all, &EncoderSwitch::failed, line, [line] { line->showEncoding(0, 0); });
    QObject::connect(all, &EncoderSwitch::changed, row, [page, row, encoders](const QString &name) {
        row->showOutcome(EncoderRow::tr("Questions are compared with %1 from now on.").arg(name));
        page->showNotes({}); // that there was none is no longer true
        showEncoders(row, encoders);
    });
    QObject::connect(all, &EncoderSwitch::failed, row, [row, encoders](const Failure &failure) {
        row->showOutcome(failure.sentence);
        showEncoders(row, encoders);
    });
    QObject::connect(page, &SettingsPage::refreshed, row, [row, encoders] { showEncoders(row, encoders); });
    showEncoders(row, encoders);
}

void connectPreparation(KnowledgePage *page, DeskThread &desk) {
    const Remote<KnowledgePreparation> preparation = desk.preparation();
    page->prepareImportsBy([preparation](const QVector<Article> &articles, const Progress &progress) {
        return preparation.ask([=](KnowledgePreparation &all) { return all.prepare(articles, progress); }).unwrap();
    });
}

} // namespace relaydesk
