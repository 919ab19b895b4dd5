// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! Answers drawn for an audit, one after the other: question, answer, right or wrong. Hidden while there is none.
#pragma once
#include "models/desk/desk.h"
#include "models/domain/reader.h"
#include "models/domain/remote.h"
#include "models/items/auditreading.h"
#include "ui/widgets/panel.h"
#include <QtCore/QTimer>

class QLabel;
class QPushButton;

namespace relaydesk {

class MarkdownPreview;

class AuditCard : public Panel {
    Q_OBJECT

  public:
    AuditCard(const Theme &theme, Remote<Desk> desk, Remote<Reader> reader, QWidget *parent = nullptr);

    void setAgent(AgentId agent) { m_agent = agent; }
    void refresh();

  signals:
    void failed(const relaydesk::Failure &failure);

  private:
    void show(const QVector<AuditRow> &rows);
    void judge(bool right);

    Remote<Desk> m_desk;
    Remote<Reader> m_reader;
    AgentId m_agent;
    QVector<AuditRow> m_rows;
    QTimer m_pause; //!< many things happen at once; the list is read once after them
    QLabel *m_question;
    MarkdownPreview *m_answer;
    QPushButton *m_right;
    QPushButton *m_wrong;
};

} // namespace relaydesk
