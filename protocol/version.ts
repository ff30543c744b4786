import { version } from '../package.json';

/** This Heed's version, as envelopes, the description of the API and the About page name it: said in package.json alone. */
export const VERSION = version;
