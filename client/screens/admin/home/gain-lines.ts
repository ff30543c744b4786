import type { GainCode, Widening } from '../../../../protocol/changes/widening';
import { adminFrame } from '../../../strings/admin/frame';
import { providerNames } from '../../../strings/providers';
import { adminHome as words, gainWords } from '../../../strings/admin/home';

/**
 * Says in few lines who gains what: people who gain the same stand together, and one kind of gain is one line.
 * @param name words for ids
 */
export function gainLines(widening: readonly Widening[], name: (id: string) => string): string[] {
  const lines = new Map<string, { code: GainCode; staff: readonly string[]; targets: string[] }>();
  for (const { code, target, staff } of widening.filter((gain) => !isSaidAlready(gain, widening))) {
    const key = `${code} ${staff.join(' ')}`;
    const line = lines.get(key) ?? { code, staff, targets: [] };
    if (target !== null) line.targets.push(wordFor(code, target, name));
    lines.set(key, line);
  }
  return [...lines.values()].map(
    ({ code, staff, targets }) =>
      `${words.people(staff.map(name))}: ${gainWords[code](words.people(targets.sort()))}`,
  );
}

/** Whoever may view a category also reads a concern that stands in another one beside it. */
function isSaidAlready({ code, target }: Widening, widening: readonly Widening[]): boolean {
  return (
    code === 'restricted-beside' &&
    widening.some((one) => one.code === 'view-concerns' && one.target === target)
  );
}

function wordFor(code: GainCode, target: string, name: (id: string) => string): string {
  const rights: Readonly<Record<string, string>> = adminFrame.rights;
  const providers: Readonly<Record<string, string>> = providerNames;
  if (code === 'sign-in') return providers[target] ?? target;
  return code === 'administration' ? (rights[target] ?? target) : name(target) || target;
}
