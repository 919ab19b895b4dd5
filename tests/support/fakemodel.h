// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A language model whose every request stays open until the test says what becomes of it.
#pragma once
#include "models/domain/modelclient.h"
#include <QtCore/QPromise>
#include <memory>
#include <vector>

namespace relaydesk {

class FakeModel : public ModelClient {
  public:
    QFuture<Result<ModelReply>> complete(const ModelRequest &request,
                                         const std::function<void(const QString &)> &grew) override {
        auto call = std::make_unique<Call>(Call{request, grew, {}});
        call->promise.start();
        m_calls.push_back(std::move(call));
        return m_calls.back()->promise.future();
    }
    QString limitation() const override { return m_limitation; }
    void setLimitation(const QString &limitation) { m_limitation = limitation; }

    int calls() const { return int(m_calls.size()); }
    //! Calls by number, from 0, that are neither answered nor ended otherwise; cancelled ones are among them.
    std::vector<int> open() const {
        std::vector<int> numbers;
        for (int i = 0; i < calls(); ++i) {
            if (!m_calls[size_t(i)]->promise.future().isFinished())
                numbers.push_back(i);
        }
        return numbers;
    }
    bool isCancelled(int call) const { return m_calls[size_t(call)]->promise.future().isCanceled(); }
    //! What stood between the marks of the question.
    QString question(int call) const {
        const QString data = m_calls[size_t(call)]->request.turns.last().content;
        const QString mark = QStringLiteral("<<QUESTION\n");
        return data.mid(data.indexOf(mark) + mark.size()).chopped(QStringLiteral("\nQUESTION>>").size());
    }

    //! The name of its prompt, as "answer-1".
    QString purpose(int call) const { return m_calls[size_t(call)]->request.purpose; }
    //! All that was sent.
    QString sent(int call) const {
        QString all;
        for (const ChatTurn &turn : m_calls[size_t(call)]->request.turns)
            all += turn.content + u'\n';
        return all;
    }
    //! The open call for this prompt; -1: there is none.
    int openFor(const QString &purpose) const {
        for (const int call : open()) {
            if (this->purpose(call) == purpose && !isCancelled(call))
                return call;
        }
        return -1;
    }

    void stream(int call, const QString &piece) { m_calls[size_t(call)]->grew(piece); }
    void answer(int call, const QString &text, const QString &model = {}) {
        end(call, ModelReply{.text = text, .model = model});
    }
    void fail(int call, const QString &sentence) { end(call, failure(ErrorKind::Network, sentence)); }
    //! Ends without a word, as a client that is torn down.
    void breakOff(int call) { m_calls[size_t(call)]->promise.finish(); }

  private:
    struct Call {
        ModelRequest request;
        std::function<void(const QString &)> grew;
        QPromise<Result<ModelReply>> promise;
    };
    void end(int call, const Result<ModelReply> &result) {
        m_calls[size_t(call)]->promise.addResult(result);
        m_calls[size_t(call)]->promise.finish();
    }

    std::vector<std::unique_ptr<Call>> m_calls;
    QString m_limitation;
};

} // namespace relaydesk
