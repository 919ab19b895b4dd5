// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/files/attachmentbar.h"
#include "ui/widgets/styles.h"
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <algorithm>

namespace relaydesk {

AttachmentBar::AttachmentBar(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("attachments"));
    setAccessibleName(tr("Attached to the reply"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    hide();
}

void AttachmentBar::show(const QVector<SentFile> &files) {
    if (files == m_files)
        return;
    m_files.clear();
    while (QLayoutItem *row = m_layout->takeAt(0)) {
        row->widget()->deleteLater();
        delete row;
    }
    for (const SentFile &file : files) {
        m_files += file;
        addRow(file);
    }
    setVisible(!m_files.isEmpty());
}

void AttachmentBar::add(const SentFile &file) {
    const bool isKnown =
        std::any_of(m_files.begin(), m_files.end(), [&](const SentFile &known) { return known.upload == file.upload; });
    if (isKnown)
        return;
    show(m_files + QVector{file});
    emit changed();
}

void AttachmentBar::addRow(const SentFile &file) {
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const QString number = QString::number(m_files.size());
    const QString words = tr("%1 \u00b7 %2").arg(file.name, QLocale().formattedDataSize(file.size));
    QPushButton *look = makeButton(row->fontMetrics().elidedText(words, Qt::ElideMiddle, 260),
                                   QStringLiteral("attached") + number, ButtonKind::Quiet, row);
    look->setAccessibleName(tr("Look at %1").arg(file.name));
    look->setToolTip(words.toHtmlEscaped());
    QPushButton *away = makeButton(tr("Remove"), QStringLiteral("removeAttached") + number, ButtonKind::Quiet, row);
    away->setAccessibleName(tr("Do not send %1").arg(file.name));
    layout->addWidget(look);
    layout->addStretch();
    layout->addWidget(away);
    m_layout->addWidget(row);
    connect(look, &QPushButton::clicked, this, [this, file] { emit fileWanted(file); });
    connect(away, &QPushButton::clicked, this, [this, file] {
        QVector<SentFile> rest = m_files;
        rest.removeAll(file);
        show(rest);
        emit changed();
    });
}

} // namespace relaydesk
