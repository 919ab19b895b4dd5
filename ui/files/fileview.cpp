// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/files/fileview.h"
#include "ui/settings/namedcontrol.h"
#include "ui/widgets/styles.h"
#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtCore/QSaveFile>
#include <QtGui/QPixmap>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

namespace {

constexpr QSize usualSize(640, 480);
constexpr int mostText = 64 * 1024; //!< bytes that are shown

} // namespace

FileView::FileView(const SentFile &file, const QByteArray &bytes, const QByteArray &picture, QWidget *parent)
    : QDialog(parent)
    , m_file(file)
    , m_bytes(bytes) {
    setObjectName(QStringLiteral("fileView"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(file.name);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    QLabel *name =
        makeLabel(tr("%1 \u00b7 %2").arg(file.name, QLocale().formattedDataSize(file.size)), TextKind::Title, this);
    name->setObjectName(QStringLiteral("fileName"));
    name->setWordWrap(true);
    layout->addWidget(name);
    layout->addWidget(contentOf(picture), 1);
    auto *row = new QHBoxLayout;
    row->addStretch();
    QPushButton *close = makeButton(tr("Close"), QStringLiteral("closeFile"), ButtonKind::Plain, this);
    QPushButton *save = makeButton(tr("Save as\u2026"), QStringLiteral("saveFile"), ButtonKind::Primary, this);
    row->addWidget(close);
    row->addWidget(save);
    layout->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &FileView::save);
    resize(usualSize);
}

QWidget *FileView::contentOf(const QByteArray &picture) {
    QPixmap pixmap;
    if (pixmap.loadFromData(picture, "PNG")) {
        auto *label = new QLabel(this);
        label->setObjectName(QStringLiteral("filePicture"));
        label->setAccessibleName(tr("Picture %1").arg(m_file.name));
        label->setAlignment(Qt::AlignCenter);
        const QSize most = usualSize - QSize(40, 130);
        label->setPixmap(pixmap.width() > most.width() || pixmap.height() > most.height()
                             ? pixmap.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                             : pixmap);
        return label;
    }
    if (m_file.type == QLatin1String("text/plain")) {
        auto *text = named(new QPlainTextEdit(this), QStringLiteral("fileText"), tr("Text of %1").arg(m_file.name));
        text->setReadOnly(true);
        text->setPlainText(QString::fromUtf8(m_bytes.left(mostText)));
        return text;
    }
    QLabel *words =
        makeLabel(tr("There is no preview of this kind of file. Save it to look at it."), TextKind::Muted, this);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    return words;
}

void FileView::save() {
    auto *dialog = new QFileDialog(this, tr("Save the file"), QDir::homePath());
    dialog->setObjectName(QStringLiteral("saveFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_file.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(m_bytes) == m_bytes.size() && file.commit())
            accept();
        else
            emit failed({ErrorKind::Storage,
                         tr("%1 could not be written: %2. Choose another folder.").arg(path, file.errorString())});
    });
    dialog->open();
}

} // namespace relaydesk
