/**
 * Makes `client/public/icons.svg` from lucide-static (ISC): one symbol for each name in
 * `client/components/icon-names.ts`. Run it after changing that list; the result is committed,
 * so that a build needs no icon package. `npx tsx tools/make-icons.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const namesFile = new URL('client/components/icon-names.ts', root);

const { iconNames } = (await import(namesFile.href)) as { iconNames: readonly string[] };
const symbols = iconNames.map(symbolOf);
const sprite = `<svg xmlns="http://www.w3.org/2000/svg">
<!-- Icons from lucide, ISC licence, https://lucide.dev/license -->
${symbols.join('\n')}
</svg>
`;
writeFileSync(new URL('client/public/icons.svg', root), sprite);
console.log(`${iconNames.length} icons, ${sprite.length} bytes`);

/** The shapes of one icon as a symbol. Colour and stroke come from the page's `.icon` rule. */
function symbolOf(name: string): string {
  const source = readFileSync(new URL(`node_modules/lucide-static/icons/${name}.svg`, root), 'utf8');
  const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(source)?.[1];
  if (shapes === undefined) throw new Error(`lucide-static has no shapes for "${name}"`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>')}</symbol>`;
}
