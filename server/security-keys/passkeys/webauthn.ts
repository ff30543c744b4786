/**
 * The library that asks authenticators and checks what they say. It comes when somebody first uses a passkey: to load it
 * is a quarter of all the work of a start.
 */
export const webauthn = () => import('@simplewebauthn/server');
