// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Everything that was sent to a language model, request by request, with the very text.
#pragma once
#include "models/domain/requestlog.h"
#include <QtWidgets/QDialog>

namespace relaydesk {

class RequestList : public QDialog {
    Q_OBJECT

  public:
    //! `records`: newest first.
    explicit RequestList(const QVector<RequestRecord> &records, QWidget *parent = nullptr);
};

} // namespace relaydesk
