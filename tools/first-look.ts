import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const FILE = 'first-look.js';

/**
 * Makes `first-look.js` of client/shell/look.ts: a plain script in the head, which the browser runs before it paints
 * anything, so that nobody in the dark sees a white page first. The policy refuses inline scripts, and a module would
 * run only after the first paint. `npm run dev` does without: there the shell puts the look on.
 */
export function firstLook(): Plugin {
  let source = '';
  return {
    name: 'heed-first-look',
    apply: 'build',
    configResolved({ root }) {
      source = resolve(root, 'shell/look.ts');
    },
    async generateBundle() {
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source, { sourcemap: false });
      this.emitFile({ type: 'asset', fileName: FILE, source: asScript(code) });
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${FILE}` }, injectTo: 'head-prepend' }],
  };
}

/** A module that imports nothing, as a script that leaves no name behind and does its one deed. */
export function asScript(code: string): string {
  if (/^import /m.test(code))
    throw new Error('client/shell/look.ts imports something: it could not run by itself');
  const body = code.replaceAll(/^export (\{.*\};?)?/gm, '').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return `(() => {\n${body}\nputOn();\n})();\n`;
}
