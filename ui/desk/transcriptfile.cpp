// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/desk/transcriptfile.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/safemarkdown.h"
#include "ui/widgets/workbar.h"
#include <QtCore/QBuffer>
#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QLocale>
#include <QtCore/QSaveFile>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QGuiApplication>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtWidgets/QFileDialog>
#include <algorithm>

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("TranscriptFile", text); }

constexpr int dotsPerInch = 96;
constexpr int pageMargin = 20; //!< millimetres
constexpr int footer = 32;     //!< pixels, for the number of the page
constexpr qsizetype rowsAtOnce = 500;

QString speakerOf(const MessageRow &row) {
    return !row.speaker.isEmpty() ? row.speaker : row.author == Author::System ? tr("Notice") : tr("Customer");
}

//! What customers write is no Markdown: its marks are shown.
QString escaped(QString text) {
    for (const char *mark : {"\\", "`", "*", "_", "#", "[", "]", "<", ">"})
        text.replace(QLatin1String(mark), QLatin1Char('\\') + QLatin1String(mark));
    return text;
}

void paintPage(QPainter &painter, const QTextDocument &document, int page, const QSizeF &size) {
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, Qt::black); // paper is white in any theme
    context.clip = QRectF(0, page * size.height(), size.width(), size.height());
    painter.save();
    painter.translate(0, -page * size.height());
    painter.setClipRect(context.clip);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

//! Piece by piece, each from a new page on: laying out all of a very long conversation could neither be watched nor
//! left off.
QByteArray pdfOf(const QString &title, const QVector<MessageRow> &rows, const Progress &progress) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({pageMargin, pageMargin, pageMargin, pageMargin}, QPageLayout::Millimeter);
    writer.setResolution(dotsPerInch);
    writer.setTitle(title);
    QPainter painter(&writer);
    const QSizeF size(writer.width(), writer.height() - footer);
    int number = 0;
    for (qsizetype first = 0; first == 0 || first < rows.size(); first += rowsAtOnce) {
        const QString text = transcriptText(first == 0 ? title : QString(), rows.mid(first, rowsAtOnce), true);
        const auto document = safeDocument(text, lightTokens(), QGuiApplication::font());
        document->documentLayout()->setPaintDevice(&writer);
        document->setPageSize(size);
        for (int page = 0; page < document->pageCount(); ++page) {
            if (++number > 1)
                writer.newPage();
            paintPage(painter, *document, page, size);
            painter.drawText(QRectF(0, size.height(), size.width(), footer), Qt::AlignRight | Qt::AlignBottom,
                             QString::number(number));
        }
        if (!progress(int(100 * std::min(first + rowsAtOnce, rows.size()) / std::max<qsizetype>(1, rows.size()))))
            return {};
    }
    painter.end();
    buffer.close();
    return bytes;
}

} // namespace

QString transcriptText(const QString &title, const QVector<MessageRow> &rows, bool markdown) {
    const QString head = markdown ? QStringLiteral("# %1\n\n") : QStringLiteral("%1\n\n");
    const QString entry = markdown ? QStringLiteral("**%1** \u00b7 %2\n\n%3\n\n") : QStringLiteral("%1, %2:\n%3\n\n");
    QString text = title.isEmpty() ? QString() : head.arg(title);
    for (const MessageRow &row : rows) {
        if (row.isNote) // a colleague's words are nobody else's
            continue;
        const QString time = QLocale().toString(row.at.toLocalTime(), QLocale::ShortFormat);
        const bool isPlain = row.author == Author::Customer || row.author == Author::System;
        text += entry.arg(speakerOf(row), time, markdown && isPlain ? escaped(row.text) : row.text);
    }
    return text;
}

Result<void> saveTranscript(const QString &file, const QString &title, const QVector<MessageRow> &rows,
                            const Progress &progress) {
    const bool isPdf = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
    const bool isMarkdown = file.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
    QSaveFile saved(file);
    const QByteArray bytes = isPdf ? pdfOf(title, rows, progress) : transcriptText(title, rows, isMarkdown).toUtf8();
    if (isPdf && bytes.isEmpty())
        return failure(ErrorKind::Cancelled, tr("Left off: no transcript was written."));
    if (!saved.open(QIODevice::WriteOnly) || saved.write(bytes) != bytes.size() || !saved.commit())
        return failure(
            ErrorKind::Storage,
            tr("The transcript could not be written to %1: %2. Choose another place.").arg(file, saved.errorString()));
    return {};
}

void saveBeside(WorkBar &bar, const QString &file, const QString &title, const QVector<MessageRow> &rows) {
    bar.run(tr("Saving %1").arg(file), [=](const Progress &progress) -> WorkBar::Outcome {
        const auto saved = saveTranscript(file, title, rows, progress);
        RELAYDESK_TRY(saved);
        return tr("The transcript is in %1.").arg(file);
    });
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
