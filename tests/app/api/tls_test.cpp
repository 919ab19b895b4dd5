// SPDX-FileCopyrightText: 2026 The Relaydesk authors
// SPDX-License-Identifier: MIT
//! The service behind a certificate made for the test: who speaks TLS is answered, who does not is not.
#include "app/api/service.h"
#include "tests/app/api/apiroom.h"
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace relaydesk;

namespace {

template <typename Write>
QByteArray pemOf(Write write) {
    BIO *memory = BIO_new(BIO_s_mem());
    write(memory);
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    const QByteArray pem(text, qsizetype(size));
    BIO_free(memory);
    return pem;
}

struct Certificate {
    QByteArray certificate, key; //!< PEM
};

//! Signed by itself, for localhost, for an hour.
Certificate makeCertificate() {
    EVP_PKEY *key = EVP_RSA_gen(2048);
    X509 *made = X509_new();
    X509_set_version(made, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made), 1);
    X509_gmtime_adj(X509_getm_notBefore(made), -60);
    X509_gmtime_adj(X509_getm_notAfter(made), 3600);
    X509_set_pubkey(made, key);
    X509_NAME *name = X509_get_subject_name(made);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(made, name);
    X509_sign(made, key, EVP_sha256());
    const Certificate pair{pemOf([&](BIO *to) { PEM_write_bio_X509(to, made); }), pemOf([&](BIO *to) {
                               PEM_write_bio_PrivateKey(to, key, nullptr, nullptr, 0, nullptr, nullptr);
                           })};
    X509_free(made);
    EVP_PKEY_free(key);
    return pair;
}

} // namespace

class TlsTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void shouldAnswerWhoTrustsTheCertificate();
    void shouldNotAnswerWhoDoesNotSpeakTls();
    void shouldOpenBeyondThisMachineOnlyWithACertificateAndAKey();
    void shouldRefuseACertificateThatCannotBeUsed_data();
    void shouldRefuseACertificateThatCannotBeUsed();

  private:
    QString file(const char *name, const QByteArray &content) const {
        QFile file(m_folder->filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    ServiceSettings settings(const Certificate &made) const {
        ServiceSettings settings;
        settings.frontend.port = 0;
        settings.frontend.certificate = file("cert.pem", made.certificate);
        settings.frontend.privateKey = file("key.pem", made.key);
        return settings;
    }
    static Result<std::unique_ptr<Service>> start(ApiRoom &api, const ServiceSettings &settings) {
        return Service::start(api.place, settings, [](const QString &) {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TlsTest::shouldAnswerWhoTrustsTheCertificate() {
    ApiRoom api;
    const Certificate made = makeCertificate();
    const auto service = start(api, settings(made));
    QVERIFY2(service.has_value(), service ? "" : qPrintable(service.error().sentence));
    QVERIFY((*service)->address().startsWith(QStringLiteral("https://")));
    QSslSocket socket;
    QSslConfiguration trust = socket.sslConfiguration();
    trust.setCaCertificates(QSslCertificate::fromData(made.certificate));
    socket.setSslConfiguration(trust);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), (*service)->port(), QStringLiteral("localhost"));
    QByteArray answer;
    connect(&socket, &QSslSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(answer.contains("{\"status\":\"ok\"}"), 10'000);
    QVERIFY(socket.isEncrypted());
    QVERIFY(socket.sessionProtocol() == QSsl::TlsV1_2 || socket.sessionProtocol() == QSsl::TlsV1_3);
}

void TlsTest::shouldNotAnswerWhoDoesNotSpeakTls() {
    ApiRoom api;
    const auto service = start(api, settings(makeCertificate()));
    QVERIFY(service.has_value());
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), (*service)->port());
    socket.write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::ConnectedState, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 10'000);
    QVERIFY(!socket.readAll().contains("HTTP/1.1"));
}

void TlsTest::shouldOpenBeyondThisMachineOnlyWithACertificateAndAKey() {
    ApiRoom api;
    ServiceSettings open = settings(makeCertificate());
    open.frontend.address = QStringLiteral("0.0.0.0");
    QVERIFY(start(api, open).has_value()); // the room has keys
    open.frontend.certificate.clear();
    open.frontend.privateKey.clear();
    const auto refused = start(api, open);
    QVERIFY(!refused && refused.error().sentence.contains(QStringLiteral("needs TLS")));
}

void TlsTest::shouldRefuseACertificateThatCannotBeUsed_data() {
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    const Certificate made = makeCertificate();
    QTest::newRow("no certificate in the file") << QByteArray("hello") << made.key;
    QTest::newRow("no key in the file") << made.certificate << QByteArray();
    QTest::newRow("the key of another") << made.certificate << makeCertificate().key;
}

void TlsTest::shouldRefuseACertificateThatCannotBeUsed() {
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    ApiRoom api;
    const auto service = start(api, settings({certificate, key}));
    QVERIFY(!service.has_value());
    QVERIFY(service.error().sentence.contains(QStringLiteral("cannot be used")));
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tls_test.moc"
