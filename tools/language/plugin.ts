import { dirname, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { elementsOf, englishWordsOf, inWelsh, type Language } from './spoken.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WELSH_WORDS = /[\\/](strings|words)-cy[\\/]/;
/** What fills a page or stands above it; smaller elements sit among its words. */
const PAGES = /^client\/(screens|dialogs)\//;

/**
 * Builds the client in a language (decision 0023). Each module of words is taken from the Welsh folder where it stands there;
 * a screen or dialog that says anything in English then tells assistive technology so, by its `lang`.
 */
export function inLanguage(language: Language): Plugin[] {
  if (language === 'en-GB') return [];
  return [
    {
      name: 'heed-language',
      enforce: 'pre',
      resolveId(source, importer) {
        if (importer === undefined || !source.startsWith('.') || WELSH_WORDS.test(importer)) return null;
        return inWelsh(ROOT, `${resolve(dirname(importer.replace(/\?.*$/, '')), source)}.ts`);
      },
      transform: (code, id) => saysItIsEnglish(code, id.replace(/\?.*$/, '')),
      transformIndexHtml: (page) => page.replace('<html lang="en-GB"', `<html lang="${language}"`),
    },
  ];
}

/** The module of a screen that speaks English, with a line for each of its elements. */
function saysItIsEnglish(code: string, file: string): string | null {
  if (!PAGES.test(relative(ROOT, file).split(sep).join('/'))) return null;
  const elements = elementsOf(code);
  if (elements.length === 0 || englishWordsOf(ROOT, file).length === 0) return null;
  // An element may have no attribute before it stands in the page.
  const line = (name: string) =>
    `${name}.addInitializer((host) => host.addController({ hostConnected() { host.lang = 'en-GB'; } }));`;
  return [code, ...elements.map(line)].join('\n');
}
