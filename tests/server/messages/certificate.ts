/**
 * A certificate for localhost that nothing trusts but the tests' own push service. Made once, for a hundred years:
 * openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=localhost
 *   -addext subjectAltName=DNS:localhost,IP:127.0.0.1
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUMSHca00cYV+qo0DmBCSffipsLlcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE0MzU0MloYDzIxMjYxMDMw
MTQzNTQyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATyXhvuRmtt1ZusCPyNcUB0rO5caiN7tanlUhfa/TBAgP8KvCs5Wjke
mFuxvqNp2u/FGauqN84ZbxHR2ziEaavxo28wbTAdBgNVHQ4EFgQUMsTreKlTcmYe
omrtr3gBkWmDHu4wHwYDVR0jBBgwFoAUMsTreKlTcmYeomrtr3gBkWmDHu4wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAMgmDe4qKxIdrCgP02mcnU2dSGD7lzLFEOBiVbRLmxMTAiA/
qCNKXLQpaKNB29sJgJoArnNrPlgCW4jtI5KfEyLtgA==
-----END CERTIFICATE-----
`;

export const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg9L0tTBOIFKOlczrQ
eS6Am7Of7gMNRi5wUlizH3dBJgihRANCAATyXhvuRmtt1ZusCPyNcUB0rO5caiN7
tanlUhfa/TBAgP8KvCs5WjkemFuxvqNp2u/FGauqN84ZbxHR2ziEaavx
-----END PRIVATE KEY-----
`;
