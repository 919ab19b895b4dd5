// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "ui/settings/servicecard.h"
#include "ui/settings/namedcontrol.h"
#include "ui/settings/servicekeys.h"
#include "ui/widgets/styles.h"
#include <QtCore/QSignalBlocker>
#include <QtCore/QUrl>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace relaydesk {

ServiceCard::ServiceCard(Theme &theme, QWidget *parent) : Panel(theme, parent) {
    setTitle(tr("Service"));
    m_form = new QFormLayout;
    m_form->setContentsMargins(16, 12, 16, 16);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(12);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    body()->addLayout(m_form);
    buildFields();
    buildFiles();
    buildLink();
    m_keys = new ServiceKeys(this);
    m_form->addRow(tr("Keys"), m_keys);
    showState({}, {});
}

void ServiceCard::buildFields() {
    m_on = named(new QCheckBox(tr("Serve this desk: a chat page for customers, and an API for programs"), this),
                 QStringLiteral("serviceOn"), tr("Serve this desk"));
    m_form->addRow(QString(), m_on);
    m_state = named(makeLabel({}, TextKind::Muted, this), QStringLiteral("serviceState"), tr("State of the service"));
    m_state->setWordWrap(true);
    m_form->addRow(QString(), m_state);
    m_address = named(new QLineEdit(this), QStringLiteral("serviceAddress"), tr("Address to listen on"));
    m_address->setToolTip(
        tr("127.0.0.1: this computer alone. 0.0.0.0: everybody who can reach it; that needs TLS and a "
           "key."));
    m_form->addRow(tr("Address"), m_address);
    m_port = named(new QSpinBox(this), QStringLiteral("servicePort"), tr("Port to listen on"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Any free one"));
    m_port->setKeyboardTracking(false);
    m_form->addRow(tr("Port"), m_port);
    connect(m_on, &QCheckBox::toggled, this, &ServiceCard::choose);
    connect(m_address, &QLineEdit::editingFinished, this, &ServiceCard::choose);
    connect(m_port, &QSpinBox::valueChanged, this, &ServiceCard::choose);
    m_fields = {m_address, m_port};
}

void ServiceCard::buildFiles() {
    m_certificate = addFile(QStringLiteral("serviceCertificate"), tr("TLS certificate"));
    m_privateKey = addFile(QStringLiteral("servicePrivateKey"), tr("TLS key"));
    m_origins = addWords(QStringLiteral("serviceOrigins"), tr("Pages that may embed the chat"),
                         tr("https://shop.example.com; several with a space between; empty: none"));
    m_form->addRow(tr("Embedded in"), m_origins);
    m_limits = addWords(QStringLiteral("serviceLimits"), tr("Limits of the service"),
                        tr("requests-per-session=60 idle-seconds=30; empty: the usual ones"));
    m_limits->setToolTip(tr("Names and numbers with a space between: body-bytes, upload-bytes, header-bytes, "
                            "idle-seconds, connections, connections-per-address, requests-per-address and "
                            "requests-per-session, both a minute."));
    m_form->addRow(tr("Limits"), m_limits);
}

QLineEdit *ServiceCard::addWords(const QString &name, const QString &label, const QString &placeholder) {
    auto *edit = named(new QLineEdit(this), name, label);
    edit->setPlaceholderText(placeholder);
    connect(edit, &QLineEdit::editingFinished, this, &ServiceCard::choose);
    m_fields.append(edit);
    return edit;
}

QLineEdit *ServiceCard::addFile(const QString &name, const QString &label) {
    auto *edit = named(new QLineEdit(this), name, label);
    edit->setPlaceholderText(tr("PEM file; empty: no TLS"));
    QPushButton *browse = makeButton(tr("Choose\u2026"), name + QStringLiteral("Choose"), ButtonKind::Quiet, this);
    browse->setAccessibleName(tr("Choose the file: %1").arg(label));
    auto *row = new QHBoxLayout;
    row->addWidget(edit, 1);
    row->addWidget(browse);
    m_form->addRow(label, row);
    connect(edit, &QLineEdit::editingFinished, this, &ServiceCard::choose);
    connect(browse, &QPushButton::clicked, this, [this, edit, label, name] {
        auto *dialog = new QFileDialog(this, label, {}, tr("PEM files (*.pem *.crt *.key);;All files (*)"));
        dialog->setObjectName(name + QStringLiteral("Dialog"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this, edit](const QString &file) {
            edit->setText(file);
            choose();
        });
        dialog->open();
    });
    m_fields += {edit, browse};
    return edit;
}

void ServiceCard::buildLink() {
    m_link = new QWidget(this);
    auto *row = new QHBoxLayout(m_link);
    row->setContentsMargins(0, 0, 0, 0);
    m_url = named(makeLabel({}, TextKind::Plain, m_link), QStringLiteral("serviceUrl"), tr("Address of the chat page"));
    m_url->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(m_url, 1);
    QPushButton *copy = makeButton(tr("Copy the link"), QStringLiteral("copyServiceUrl"), ButtonKind::Quiet, m_link);
    QPushButton *visit =
        makeButton(tr("Open the chat page"), QStringLiteral("openChatPage"), ButtonKind::Quiet, m_link);
    row->addWidget(copy);
    row->addWidget(visit);
    m_form->addRow(tr("Chat page"), m_link);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_url->text()); });
    connect(visit, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_url->text())); });
}

ServiceChoice ServiceCard::written() const {
    return {.on = m_on->isChecked(),
            .address = m_address->text().trimmed(),
            .port = m_port->value(),
            .certificate = m_certificate->text().trimmed(),
            .privateKey = m_privateKey->text().trimmed(),
            .origins = m_origins->text().simplified().split(u' ', Qt::SkipEmptyParts),
            .limits = m_limits->text().simplified().split(u' ', Qt::SkipEmptyParts)};
}

//! What stands there already is not chosen again.
void ServiceCard::choose() {
    const ServiceChoice choice = written();
    if (choice == m_shown || m_isUnavailable)
        return;
    const bool isSwitched = choice.on != m_shown.on;
    m_shown = choice;
    if (isSwitched)
        m_state->setText(choice.on ? tr("Starting\u2026") : tr("Ending: answers in flight are finished."));
    emit chosen(choice);
}

void ServiceCard::showChoice(const ServiceChoice &choice) {
    m_shown = choice;
    const QSignalBlocker on(m_on), port(m_port);
    m_on->setChecked(choice.on);
    m_address->setText(choice.address);
    m_port->setValue(choice.port);
    m_certificate->setText(choice.certificate);
    m_privateKey->setText(choice.privateKey);
    m_origins->setText(choice.origins.join(u' '));
    m_limits->setText(choice.limits.join(u' '));
}

void ServiceCard::showState(const QString &address, const QString &trouble) {
    if (m_isUnavailable)
        return;
    m_isRunning = !address.isEmpty();
    m_state->setText(m_isRunning         ? tr("It runs. Switch it off to change the fields below.")
                     : trouble.isEmpty() ? tr("Off: nobody reaches this desk over the network.")
                                         : tr("It does not run. %1").arg(trouble));
    m_url->setText(address.isEmpty() ? QString() : address + u'/');
    m_form->setRowVisible(m_link, m_isRunning);
    lock();
}

void ServiceCard::showUnavailable(const QString &why) {
    m_isUnavailable = true;
    m_state->setText(why);
    m_on->setEnabled(false);
    m_form->setRowVisible(m_keys, false);
    m_form->setRowVisible(m_link, false);
    lock();
}

void ServiceCard::lock() {
    for (QWidget *field : std::as_const(m_fields))
        field->setEnabled(!m_isRunning && !m_isUnavailable);
}

void ServiceCard::showEvent(QShowEvent *event) {
    Panel::showEvent(event);
    emit shown();
}

} // namespace relaydesk
