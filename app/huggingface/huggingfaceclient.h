// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The language model behind a chat-completions address: Hugging Face, or any server that speaks the same protocol.
#pragma once
#include "app/huggingface/modelsettings.h"
#include "app/huggingface/modeltrouble.h"
#include "models/domain/modelclient.h"
#include <QtCore/QObject>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace relaydesk {

//! Used from the thread it lives in, and `grew` is called there; that thread needs an event loop. Calls run side by
//! side. A question is asked once, without a second try; see ModelCall for what Qt does on its own.
class HuggingFaceClient : public QObject, public ModelClient {
    Q_OBJECT
  public:
    explicit HuggingFaceClient(const ModelSettings &settings, QObject *parent = nullptr);
    ~HuggingFaceClient() override; //!< what is still being asked ends as Cancelled

    //! Failures: Unavailable (offline, no token, refused by the server), Invalid (the address, or the question),
    //! NotFound (the model), Network (deadlines, cut or unreadable answers), Cancelled; each with its sentence.
    QFuture<Result<ModelReply>> complete(const ModelRequest &request,
                                         const std::function<void(const QString &)> &grew) override;
    QString limitation() const override;

    const ModelSettings &settings() const { return m_settings; }
    //! For the questions from now on; those under way keep theirs.
    void setSettings(const ModelSettings &settings);

  private:
    std::optional<Trouble> obstacle() const;
    const std::shared_ptr<QNetworkAccessManager> &network();

    ModelSettings m_settings;
    std::shared_ptr<QNetworkAccessManager> m_network; //!< made when first used; calls under way keep theirs
};

} // namespace relaydesk
