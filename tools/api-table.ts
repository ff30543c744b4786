import { resolve } from 'node:path';
import prettier from 'prettier';
import { contract } from '../protocol/contract';
import type { Endpoint } from '../protocol/endpoint';

/** Where the table stands. */
export const API_DOCS = 'docs/API.md';

const HEAD = `# The API

Made from the contract table (\`protocol/contract.ts\`) by \`npm run api-docs\`; a test compares it. Do not edit it by hand.
The schemas of params, query, body and reply are in \`GET /api/openapi.json\`.

- **caller**: who may call it. \`public\` anybody; \`device\` an enrolled device, by its signature over the body
  (\`Heed-Delivery\`); \`author\` the same and the author's own signature over a one-use challenge; \`session\` a logged-in
  person; \`elevated\` a session after a code.
- **action**: what \`can()\` is asked before anything happens (\`protocol/actions.ts\`); – where the caller alone decides.
- **activity**: whether the call shows that a person is at work and so keeps an elevation alive.
- **limit**: calls in a time, counted per address, account or device; then 429 with \`Retry-After\`.
- Every refusal is \`application/problem+json\` (RFC 9457) with a code of \`protocol/problems.ts\`.
`;

const COLUMNS = ['name', 'method', 'path', 'caller', 'action', 'activity', 'limit', 'body', 'summary'];

/** docs/API.md as it has to be: one row per endpoint of the contract, in its order. */
export async function apiTable(): Promise<string> {
  const rows = Object.entries(contract).map(([name, endpoint]) => rowOf(name, endpoint));
  const lines = [COLUMNS, COLUMNS.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const file = resolve(import.meta.dirname, '..', API_DOCS);
  const options = (await prettier.resolveConfig(file, { editorconfig: true })) ?? {};
  return prettier.format(`${HEAD}\n${lines.join('\n')}\n`, { ...options, filepath: file });
}

function rowOf(name: string, endpoint: Endpoint): string[] {
  const { most, seconds, per } = endpoint.limit;
  return [
    `\`${name}\``,
    endpoint.method,
    `\`${endpoint.path}\``,
    endpoint.caller,
    endpoint.action === null ? '–' : `\`${endpoint.action}\``,
    endpoint.activity ? 'yes' : 'no',
    `${String(most)} in ${timeOf(seconds)} per ${per}`,
    endpoint.bodyType === 'none' ? '–' : `${endpoint.bodyType}, ${sizeOf(endpoint.maxBody)}`,
    endpoint.summary.replaceAll('|', '\\|'),
  ];
}

function timeOf(seconds: number): string {
  if (seconds % 3600 === 0) return `${String(seconds / 3600)} h`;
  return seconds % 60 === 0 ? `${String(seconds / 60)} min` : `${String(seconds)} s`;
}

/** Rounded down: what is named is surely taken. */
function sizeOf(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${String(Math.floor(bytes / 1024 / 1024))} MiB`;
  return `${String(Math.floor(bytes / 1024))} KiB`;
}
