import type { Ground } from '../ground';
import type { Handlers } from '../http/call';
import { printChronology } from './chronology/print-chronology';
import { packLeaver } from './package/pack-leaver';
import { printConcern } from './concern/print-concern';
import type { HelpPress } from './help/print-sheet';

const PDF = 'application/pdf';

/** What a school hands out on paper. */
export const paperHandlers = (ground: Ground, help: HelpPress) =>
  ({
    printConcern: async ({ staff, params, query, answer }) => {
      const { stream, name } = await printConcern(ground, staff, params.id, query);
      answer.stream(stream, PDF, name);
    },

    printChronology: async ({ staff, params, query, answer }) => {
      const { stream, name } = await printChronology(ground, staff, params.id, query);
      answer.stream(stream, PDF, name);
    },

    printHelp: async ({ params, answer }) => {
      const bytes = await help.print(params.sheet);
      answer.setType(PDF);
      return bytes;
    },

    packLeaving: async ({ staff, params, body, answer }) => {
      answer.stream(await packLeaver(ground, staff, params.id, body), 'application/zip', 'pupil-file.zip');
    },
  }) satisfies Handlers;
