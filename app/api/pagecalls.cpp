// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The chat page and its files.
#include "app/api/apiplace.h"
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

static void haveFiles() { Q_INIT_RESOURCE(chat); }

namespace relaydesk {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RestApi", text); }

struct PageFile {
    const char *path;
    const char *file;
    const char *type;
};

constexpr PageFile files[] = {
    {"/", "index.html", "text/html; charset=utf-8"},
    {"/chat.css", "chat.css", "text/css; charset=utf-8"},
    {"/chat.js", "chat.js", "text/javascript; charset=utf-8"},
    {"/markdown.js", "markdown.js", "text/javascript; charset=utf-8"},
    {"/eventstream.js", "eventstream.js", "text/javascript; charset=utf-8"},
    {"/widget.js", "widget.js", "text/javascript; charset=utf-8"},
    {"/docs.css", "docs.css", "text/css; charset=utf-8"},
    {"/manifest.webmanifest", "manifest.webmanifest", "application/manifest+json"},
    {"/icon.svg", "icon.svg", "image/svg+xml"},
    {"/icon.png", "icon.png", "image/png"},
};

//! Nothing from anywhere else; shown within the pages of the named origins only.
QByteArray policy(const QStringList &origins) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
           "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors " +
           (origins.isEmpty() ? QByteArray("'none'") : origins.join(u' ').toUtf8());
}

Handled<ApiAnswer> serve(const ApiPlace &place, const PageFile &wanted) {
    QFile file(QStringLiteral(":/chat/") + QLatin1String(wanted.file));
    if (!file.open(QIODevice::ReadOnly))
        return refuse(404, tr("This build has no chat page."));
    ApiHeaders headers{{"Content-Security-Policy", policy(place.origins)}, {"Cache-Control", "no-cache"}};
    if (place.origins.isEmpty())
        headers.emplaceBack("X-Frame-Options", "DENY");
    return ApiAnswer{{200, wanted.type, file.readAll(), headers}};
}

} // namespace

QVector<Route> pageRoutes(ApiPlace &place) {
    haveFiles();
    QVector<Route> routes;
    for (const PageFile &file : files)
        routes.append({.method = "GET",
                       .path = QLatin1String(file.path),
                       .summary = tr("The chat page: %1.").arg(QLatin1String(file.file)),
                       .type = QByteArray(file.type).split(';').first(),
                       .handler = [&place, file](ApiCall &) { return serve(place, file); }});
    return routes;
}

} // namespace relaydesk
