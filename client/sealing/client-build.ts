/** This build's version as envelopes name it; the same as in package.json (a test holds them together). */
export const CLIENT_BUILD = '0.1.0';
