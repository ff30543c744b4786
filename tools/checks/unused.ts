import { runPackage } from './program';
import type { Report } from './report';

/** Nothing imports this file, on purpose: as long as knip reports it, knip is looking. */
const CANARY = 'tools/checks/canary.ts';

type Named = { name: string; line?: number }[];
interface KnipIssue {
  file: string;
  files?: Named;
  exports?: Named;
  duplicates?: Named[];
  dependencies?: Named;
  devDependencies?: Named;
  unlisted?: Named;
  unresolved?: Named;
}

const KINDS = {
  files: 'nothing imports this file',
  exports: 'exported, used nowhere else:',
  dependencies: 'a package that nothing imports:',
  devDependencies: 'a package that nothing uses:',
  unlisted: 'imported, not in package.json:',
  unresolved: 'leads nowhere:',
} as const;

/** Files, exports and packages that nobody uses (knip). */
export function checkUnused(root: string): Report {
  const { out, err } = runPackage(root, 'knip/bin/knip.js', ['--reporter', 'json', '--no-progress']);
  const start = out.indexOf('{');
  if (start < 0) throw new Error(`knip gave no result: ${out}${err}`);
  const { issues } = JSON.parse(out.slice(start)) as { issues: KnipIssue[] };
  const faults = issues.flatMap((issue) =>
    Object.entries(KINDS).flatMap(([kind, says]) =>
      (issue[kind as keyof typeof KINDS] ?? []).map(({ name }) =>
        kind === 'files' ? `${issue.file}: ${says}` : `${issue.file}: ${says} ${name}`,
      ),
    ),
  );
  const others = faults.filter((fault) => !fault.startsWith(`${CANARY}:`));
  const looking = others.length < faults.length;
  if (!looking) others.push(`${CANARY}: was not reported, so this check proves nothing`);
  return {
    saw: `${String(issues.length)} files with issues, its canary among them`,
    count: 1,
    faults: others,
  };
}
