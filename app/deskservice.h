// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The service on a window's desk: switched on, over and off, and its keys; lives in the desk's thread.
#pragma once
#include "app/servicestart.h"
#include <QtCore/QTimer>

namespace relaydesk {

class DeskService : public QObject {
    Q_OBJECT

  public:
    explicit DeskService(Services &services);

    //! Ends what runs, its answers in flight first, and starts with `wanted`; nothing: it stays off. The limits are
    //! those of the database, but for the `limits` given as NAME=NUMBER. changed() follows in any case.
    void run(const std::optional<ServiceSettings> &wanted, const QStringList &limits = {});
    //! As http://127.0.0.1:8080; empty: it does not run.
    QString address() const { return m_service && !m_isEnding ? m_service->address() : QString(); }

    Result<QVector<AccessKey>> keys() const { return m_services.storage->access().keys(); }
    Result<QString> makeKey(const QString &name, KeyRole role); //!< the key itself, which is kept nowhere
    Result<AccessKey> revokeKey(AccessKeyId id);

  signals:
    void changed(const QString &address, const QString &trouble); //!< `trouble`: why it does not run though it should

  private:
    void start();
    void end();
    void keepHouse();

    Services &m_services;
    std::unique_ptr<Service> m_service;
    std::optional<ServiceSettings> m_wanted;
    QStringList m_limits;
    bool m_isEnding = false;
    QTimer m_housekeeping;
};

} // namespace relaydesk
