// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/transcriptfile.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/safemarkdown.h"
#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtCore/QSaveFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QPageSize>
#include <QtGui/QPdfWriter>
#include <QtWidgets/QFileDialog>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TranscriptFile", text); }

constexpr int dotsPerInch = 96;

QString speakerOf(const MessageRow &row) {
    return !row.speaker.isEmpty() ? row.speaker : row.author == Author::System ? tr("Notice") : tr("Customer");
}

//! What customers write is no Markdown: its marks are shown.
QString escaped(QString text) {
    for (const char *mark : {"\\", "`", "*", "_", "#", "[", "]", "<", ">"})
        text.replace(QLatin1String(mark), QLatin1Char('\\') + QLatin1String(mark));
    return text;
}

QByteArray pdfOf(const QString &title, const QString &markdown) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(dotsPerInch);
    writer.setTitle(title);
    safeDocument(markdown, lightTokens(), QGuiApplication::font())->print(&writer);
    buffer.close();
    return bytes;
}

} // namespace

QString transcriptText(const QString &title, const QVector<MessageRow> &rows, bool markdown) {
    const QString head = markdown ? QStringLiteral("# %1\n\n") : QStringLiteral("%1\n\n");
    const QString entry = markdown ? QStringLiteral("**%1** \u00b7 %2\n\n%3\n\n") : QStringLiteral("%1, %2:\n%3\n\n");
    QString text = head.arg(title);
    for (const MessageRow &row : rows) {
        if (row.isNote) // a colleague's words are nobody else's
            continue;
        const QString time = QLocale().toString(row.at.toLocalTime(), QLocale::ShortFormat);
        const bool isPlain = row.author == Author::Customer || row.author == Author::System;
        text += entry.arg(speakerOf(row), time, markdown && isPlain ? escaped(row.text) : row.text);
    }
    return text;
}

Result<void> saveTranscript(const QString &file, const QString &title, const QVector<MessageRow> &rows) {
    const bool isPdf = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    const bool isMarkdown = file.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
    const QString text = transcriptText(title, rows, isPdf || isMarkdown);
    QSaveFile saved(file);
    const QByteArray bytes = isPdf ? pdfOf(title, text) : text.toUtf8();
    if (!saved.open(QIODevice::WriteOnly) || saved.write(bytes) != bytes.size() || !saved.commit())
        return failure(
            ErrorKind::Storage,
            tr("The transcript could not be written to %1: %2. Choose another place.").arg(file, saved.errorString()));
    return {};
}

void askWhereToSave(const QString &name, QWidget *over, const QObject *context,
                    const std::function<void(const QString &)> &then) {
    auto *dialog = new QFileDialog(over, tr("Save the transcript"), QDir::homePath(),
                                   tr("PDF (*.pdf);;Markdown (*.md);;Text (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("transcriptDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, context, then);
    dialog->open();
}

} // namespace relaydesk
