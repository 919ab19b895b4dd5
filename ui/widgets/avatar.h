// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! A person as a disc with initials, in a colour that follows from the name.
#pragma once
#include <QtGui/QColor>
#include <QtWidgets/QWidget>

class QPainter;

namespace relaydesk {

QString initialsOf(const QString &name); //!< at most two letters, "?" for a name without letters
void paintAvatar(QPainter &painter, const QRectF &disc, const QString &name);

class Avatar : public QWidget {
    Q_OBJECT

  public:
    explicit Avatar(const QString &name = {}, QWidget *parent = nullptr);
    void setName(const QString &name);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    QString m_name;
};

} // namespace relaydesk
