import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readLicences } from '../licences/read-licences';
import { HELP_FOLDER, helpFile } from './read-sheets';

/**
 * Writes help into the client: `help/sheets.json`, which the worker keeps, and beside it pictures and licences, which are
 * fetched when somebody wants them. `npm run dev` answers the same addresses.
 */
export function helpSheets(): Plugin {
  return {
    name: 'heed-help-sheets',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const answer = answerFor(request.url ?? '');
        if (answer === null) next();
        else response.end(answer);
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'help/sheets.json', source: JSON.stringify(helpFile()) });
      this.emitFile({
        type: 'asset',
        fileName: 'help/licences.json',
        source: JSON.stringify(readLicences()),
      });
      for (const name of pictures()) {
        const source = readFileSync(join(HELP_FOLDER, 'pictures', name));
        this.emitFile({ type: 'asset', fileName: `help/pictures/${name}`, source });
      }
    },
  };
}

function pictures(): string[] {
  const folder = join(HELP_FOLDER, 'pictures');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.png')) : [];
}

function answerFor(url: string): Buffer | string | null {
  if (url === '/help/sheets.json') return JSON.stringify(helpFile());
  if (url === '/help/licences.json') return JSON.stringify(readLicences());
  const name = url.startsWith('/help/pictures/') ? url.slice('/help/pictures/'.length) : '';
  return pictures().includes(name) ? readFileSync(join(HELP_FOLDER, 'pictures', name)) : null;
}
