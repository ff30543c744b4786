import { beAnOldTablet } from './old-tablet';

/** Vitest's set-up of each file of the `chromium` project, in the page of that file. */
beAnOldTablet();
