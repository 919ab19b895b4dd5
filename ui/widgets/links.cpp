// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/widgets/links.h"
#include <QtCore/QCoreApplication>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace relaydesk {

namespace {

constexpr int longestShown = 400;

QString words(const char *text) { return QCoreApplication::translate("Links", text); }

QMessageBox *makeBox(const QString &text, const QUrl &url, QWidget *parent) {
    auto *box = new QMessageBox(parent);
    box->setObjectName(QStringLiteral("linkQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(words(QT_TRANSLATE_NOOP("Links", "Open a link")));
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    // The address as it really is: no look-alike letters, nothing hidden behind an "@".
    QString address = QString::fromLatin1(url.toEncoded());
    if (address.size() > longestShown)
        address = address.left(longestShown) + QStringLiteral("…");
    box->setInformativeText(address);
    box->setWindowModality(Qt::WindowModal);
    return box;
}

} // namespace

bool isOpenable(const QUrl &url) {
    if (!url.isValid())
        return false;
    const QString scheme = url.scheme().toLower();
    const bool isWeb = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    return (isWeb && !url.host().isEmpty()) || scheme == QLatin1String("mailto");
}

void askBeforeOpening(const QUrl &url, QWidget *parent, const std::function<void(const QUrl &)> &then) {
    if (!isOpenable(url)) {
        const char *sentence = QT_TRANSLATE_NOOP(
            "Links", "This link is not a web or e-mail address, so Relaydesk does not open it. Nothing was opened.");
        QMessageBox *box = makeBox(words(sentence), url, parent);
        box->addButton(QMessageBox::Ok)->setObjectName(QStringLiteral("closeLink"));
        box->open();
        return;
    }
    QMessageBox *box = makeBox(words(QT_TRANSLATE_NOOP("Links", "Open this address outside Relaydesk?")), url, parent);
    QPushButton *yes = box->addButton(words(QT_TRANSLATE_NOOP("Links", "Open")), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("openLink"));
    QPushButton *no = box->addButton(QMessageBox::Cancel);
    no->setObjectName(QStringLiteral("leaveLink"));
    box->setDefaultButton(no);
    QObject::connect(yes, &QPushButton::clicked, box, [then, url] {
        if (then)
            then(url);
        else
            QDesktopServices::openUrl(url);
    });
    box->open();
}

} // namespace relaydesk
