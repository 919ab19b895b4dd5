// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A reader in a thread of its own over a history in memory, as a window has one over a database.
#pragma once
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "tests/models/analytics/deskhistory.h"
#include "tests/support/memorystores.h"
#include "tests/support/nosearch.h"
#include <QtCore/QSemaphore>
#include <QtCore/QThread>

namespace relaydesk {

class ReaderThread {
  public:
    explicit ReaderThread(const DeskHistory &history) {
        if (!history.save(m_stores.stores()))
            qFatal("the test's own history could not be saved");
        m_reader.moveToThread(&m_thread);
        m_thread.start();
    }
    ~ReaderThread() {
        m_thread.quit();
        m_thread.wait();
    }

    Remote<Reader> remote() { return Remote<Reader>(m_reader); }
    MemoryStores &stores() { return m_stores; }

    //! Holds the thread up until letGo().
    void hold() {
        remote().ask([this](Reader &) {
            m_gate.acquire();
            return true;
        });
    }
    void letGo() { m_gate.release(); }
    //! Waits here until the thread has done all it was asked for; the answers wait for the event loop.
    void finish() {
        QSemaphore done;
        remote().ask([&done](Reader &) {
            done.release();
            return true;
        });
        done.acquire();
    }

  private:
    MemoryStores m_stores;
    NoSearch m_search;
    Reader m_reader{m_stores.stores(), m_search};
    QThread m_thread;
    QSemaphore m_gate;
};

} // namespace relaydesk
