import { runPackage } from './program';
import { settle, type Report } from './report';

/** What `oxlint -f json` prints, as far as it is read here. */
interface Findings {
  readonly number_of_files: number;
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly filename: string;
    readonly message: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

/** .oxlintrc.json over the whole tree, with the types of what it reads. A warning is a fault, as in `lint.ts`. */
export function checkTypedLint(root: string): Report {
  const { out, err } = runPackage(root, 'oxlint/bin/oxlint', ['--type-aware', '-f', 'json']);
  const findings = read(out, err);
  if (typeof findings === 'string') return settle({ saw: 'nothing', count: 0, faults: [findings] });
  const faults = findings.diagnostics.map(({ filename, labels, message, code }) => {
    const at = labels[0]?.span;
    return `${filename}:${String(at?.line ?? 0)}:${String(at?.column ?? 0)}: ${message} (${code ?? 'syntax'})`;
  });
  const count = findings.number_of_files;
  return settle({ saw: `${String(count)} files`, count, faults });
}

/** @returns why not, where it did not come to an end */
function read(out: string, err: string): Findings | string {
  try {
    return JSON.parse(out) as Findings;
  } catch {
    return `oxlint ended without findings: ${out}${err}`;
  }
}
