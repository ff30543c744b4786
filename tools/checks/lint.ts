import { relative } from 'node:path';
import { ESLint } from 'eslint';
import { settle, type Report } from './report';

/** eslint.config.mjs over the whole tree. A warning is a fault: a rule holds or it goes. */
export async function checkLint(root: string): Promise<Report> {
  const eslint = new ESLint({ cwd: root });
  const results = await eslint.lintFiles(['.']);
  const faults = results.flatMap((result) =>
    result.messages.map((found) => {
      const place = `${relative(root, result.filePath)}:${String(found.line)}:${String(found.column)}`;
      return `${place}: ${found.message} (${found.ruleId ?? 'syntax'})`;
    }),
  );
  return settle({ saw: `${String(results.length)} files`, count: results.length, faults });
}
