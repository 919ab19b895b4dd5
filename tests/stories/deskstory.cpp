// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
#include "tests/stories/deskstory.h"
#include "app/matching/encoderlocation.h"
#include "app/services.h"
#include "ui/widgets/errorbanner.h"
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QLabel>

namespace relaydesk {

LaunchOptions DeskStory::options(const char *name) const {
    LaunchOptions options;
    options.database = path(name);
    options.offline = true;
    return options;
}

bool DeskStory::know(const QVector<Article> &articles, const char *name) const {
    auto services = Services::open(options(name));
    return services && (*services)->desk->saveArticles(articles);
}

MainWindow *DeskStory::open(const LaunchOptions &options) {
    const auto session = m_windows->open(options);
    if (!session) {
        qWarning("%s", qPrintable(session.error().sentence));
        return nullptr;
    }
    MainWindow *window = &(*session)->window();
    for (const char *name :
         {"queue", "customerTranscript", "ticketTranscript", "articleList", "ticketTable", "viewList", "hitList"}) {
        if (const auto *view = window->findChild<QAbstractItemView *>(QLatin1String(name)))
            new QAbstractItemModelTester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, window);
    }
    window->activateWindow();
    return QTest::qWaitForWindowActive(window) ? window : nullptr;
}

bool Stage::shows(const char *name) const {
    const auto *widget = m_window->findChild<QWidget *>(QLatin1String(name));
    return widget && widget->isVisible();
}

bool Stage::click(const char *name) const {
    auto *button = find<QAbstractButton>(name);
    if (!button || !button->isVisible() || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool Stage::clickRow(const char *view, int row) const {
    auto *list = find<QAbstractItemView>(view);
    if (!list || !list->isVisible() || row >= list->model()->rowCount())
        return false;
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
    return true;
}

void Stage::type(const char *edit, const QString &text) const {
    auto *widget = find(edit);
    const auto *area = qobject_cast<QAbstractScrollArea *>(widget);
    QTest::mouseClick(area ? area->viewport() : widget, Qt::LeftButton);
    QTest::keyClicks(widget, text);
}

void Stage::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window, key, modifiers);
}

void Stage::write(const QString &text) const { QTest::keyClicks(QApplication::focusWidget(), text); }

QString Stage::focus() const {
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

QStringList Stage::texts(const char *view) const {
    QStringList texts;
    const auto *list = find<QAbstractItemView>(view);
    for (int row = 0; list && row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (!index.data(MessageListModel::TypingRole).toBool())
            texts += index.data(Qt::DisplayRole).toString();
    }
    return texts;
}

QString Stage::typist(const char *view) const {
    const auto *list = find<QAbstractItemView>(view);
    const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
    return last.data(MessageListModel::TypingRole).toBool() ? last.data(MessageListModel::SpeakerRole).toString()
                                                            : QString();
}

QString Stage::label(const char *name) const {
    const auto *found = find<QLabel>(name);
    return found ? found->text() : QString();
}

QString Stage::error() const { return find<ErrorBanner>("errorBanner")->sentence(); }

void Stage::dismissErrors() const {
    auto *banner = find<ErrorBanner>("errorBanner");
    while (!banner->sentence().isEmpty())
        banner->dismiss();
}

int Stage::waiting() const { return find<QAbstractItemView>("queue")->model()->rowCount(); }

int tell(int argc, char *argv[], bool semantic, const std::function<int(int, char **)> &story) {
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(QStringLiteral("config"))));
    for (const char *name : {"HF_TOKEN", "HUGGING_FACE_API_TOKEN", "RELAYDESK_MODEL", "RELAYDESK_MODEL_URL"})
        qunsetenv(name);
    qputenv("RELAYDESK_KEYCHAIN", "off");
    if (!semantic)
        qputenv("RELAYDESK_ENCODER_DIR", QFile::encodeName(home.filePath(QStringLiteral("no-encoder"))));
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relaydesk"));
    QCoreApplication::setOrganizationName(QStringLiteral("relaydesk"));
    QApplication::setQuitOnLastWindowClosed(false);
    if (semantic && encoderFolder().isEmpty())
        return 77;
    return story(argc, argv);
}

} // namespace relaydesk
