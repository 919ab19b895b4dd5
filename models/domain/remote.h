// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Calls on an object that lives in another thread: asked here, done there, the result comes back as a future.
#pragma once
#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>
#include <memory>
#include <type_traits>
#include <utility>

namespace relaydesk {

//! Copies are cheap and mean the same object. `Object` is a QObject that outlives every use of this.
template <typename Object>
class Remote {
  public:
    explicit Remote(Object &object) : m_object(&object) {}

    //! Runs `call(object)` in the object's thread. Take the result with `.then(context, …)`; never wait for it in the
    //! window's thread.
    template <typename Call>
    auto ask(Call call) const {
        using Answer = std::invoke_result_t<Call, Object &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        QMetaObject::invokeMethod(
            m_object,
            [promise, object = m_object, call = std::move(call)]() mutable {
                promise->addResult(call(*object));
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

    //! For connecting to its signals (queued by Qt, as it lives elsewhere).
    Object *object() const { return m_object; }

  private:
    Object *m_object;
};

} // namespace relaydesk
