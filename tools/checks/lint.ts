import { relative } from 'node:path';
import { ESLint } from 'eslint';
import { settle, type Report } from './report';

/**
 * eslint.config.mjs over the whole tree. A warning is a fault: a rule holds or it goes.
 * @param patterns files and folders, where not everything is meant
 * @param without folders that are left out of it
 */
export async function checkLint(root: string, patterns = ['.'], without: string[] = []): Promise<Report> {
  const eslint = new ESLint({ cwd: root, ignorePatterns: without.map((folder) => `${folder}/`) });
  const results = await eslint.lintFiles(patterns);
  const faults = results.flatMap((result) =>
    result.messages.map((found) => {
      const place = `${relative(root, result.filePath)}:${String(found.line)}:${String(found.column)}`;
      return `${place}: ${found.message} (${found.ruleId ?? 'syntax'})`;
    }),
  );
  return settle({ saw: `${String(results.length)} files`, count: results.length, faults });
}
