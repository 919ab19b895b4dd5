// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "app/serviceactions.h"
#include "app/storage/sqliteopening.h"
#include "ui/settings/servicecard.h"
#include "ui/settings/servicekeys.h"
#include <QtCore/QCryptographicHash>
#include <QtCore/QSettings>

namespace relaydesk {

namespace {

QString groupFor(const QString &database) {
    const QByteArray digest = QCryptographicHash::hash(truePath(database).toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("service/") + QString::fromLatin1(digest.toHex().left(16));
}

void keep(const ServiceChoice &choice, const QString &database) {
    QSettings kept;
    kept.beginGroup(groupFor(database));
    kept.setValue(QStringLiteral("on"), choice.on);
    kept.setValue(QStringLiteral("address"), choice.address);
    kept.setValue(QStringLiteral("port"), choice.port);
    kept.setValue(QStringLiteral("certificate"), choice.certificate);
    kept.setValue(QStringLiteral("private_key"), choice.privateKey);
    kept.setValue(QStringLiteral("origins"), choice.origins);
    kept.setValue(QStringLiteral("limits"), choice.limits);
}

void readKeys(ServiceCard *card, const Remote<DeskService> &service, SettingsPage *page) {
    service.ask([](DeskService &desk) { return desk.keys(); })
        .then(card, [card, page](const Result<QVector<AccessKey>> &keys) {
            if (keys)
                card->keys().showKeys(*keys);
            else
                emit page->failed(keys.error());
        });
}

void connectKeys(ServiceCard *card, const Remote<DeskService> &service, SettingsPage *page) {
    QObject::connect(&card->keys(), &ServiceKeys::keyWanted, card,
                     [card, service, page](const QString &name, KeyRole role) {
                         service.ask([name, role](DeskService &running) { return running.makeKey(name, role); })
                             .then(card, [card, service, page](const Result<QString> &made) {
                                 if (made)
                                     card->keys().showMade(*made);
                                 else
                                     emit page->failed(made.error());
                                 readKeys(card, service, page);
                             });
                     });
    QObject::connect(&card->keys(), &ServiceKeys::revokeWanted, card, [card, service, page](AccessKeyId key) {
        service.ask([key](DeskService &desk) { return desk.revokeKey(key); })
            .then(card, [card, service, page](const Result<AccessKey> &revoked) {
                if (!revoked)
                    emit page->failed(revoked.error());
                readKeys(card, service, page);
            });
    });
}

} // namespace

ServiceChoice keptServiceChoice(const QString &database) {
    QSettings kept;
    kept.beginGroup(groupFor(database));
    ServiceChoice choice;
    choice.on = kept.value(QStringLiteral("on"), choice.on).toBool();
    choice.address = kept.value(QStringLiteral("address"), choice.address).toString();
    choice.port = kept.value(QStringLiteral("port"), choice.port).toInt();
    choice.certificate = kept.value(QStringLiteral("certificate")).toString();
    choice.privateKey = kept.value(QStringLiteral("private_key")).toString();
    choice.origins = kept.value(QStringLiteral("origins")).toStringList();
    choice.limits = kept.value(QStringLiteral("limits")).toStringList();
    return choice;
}

void applyServiceChoice(const ServiceChoice &choice, DeskThread &desk) {
    std::optional<ServiceSettings> wanted;
    if (choice.on)
        wanted = ServiceSettings{.frontend = {.address = choice.address,
                                              .port = quint16(choice.port),
                                              .certificate = choice.certificate,
                                              .privateKey = choice.privateKey,
                                              .limits = {}},
                                 .origins = choice.origins};
    desk.service().ask([wanted, limits = choice.limits](DeskService &service) {
        service.run(wanted, limits);
        return true;
    });
}

void connectServiceActions(SettingsPage *page, DeskThread &desk, const QString &database, const QString &unavailable) {
    auto *card = page->findChild<ServiceCard *>();
    card->showChoice(unavailable.isEmpty() ? keptServiceChoice(database) : ServiceChoice());
    if (!unavailable.isEmpty()) {
        card->showUnavailable(unavailable);
        return;
    }
    const Remote<DeskService> service = desk.service();
    QObject::connect(card, &ServiceCard::chosen, card, [&desk, database](const ServiceChoice &choice) {
        keep(choice, database);
        applyServiceChoice(choice, desk);
    });
    QObject::connect(service.object(), &DeskService::changed, card,
                     [card, page](const QString &address, const QString &trouble) {
                         card->showState(address, trouble);
                         if (!trouble.isEmpty() && !card->isVisible())
                             emit page->failed({ErrorKind::Unavailable, trouble});
                     });
    QObject::connect(card, &ServiceCard::shown, card, [card, page, service, database] {
        card->showChoice(keptServiceChoice(database));
        readKeys(card, service, page);
        service.ask([](DeskService &running) { return running.address(); }).then(card, [card](const QString &address) {
            if (!address.isEmpty()) // switched on by another window
                card->showState(address, {});
        });
    });
    connectKeys(card, service, page);
}

} // namespace relaydesk
