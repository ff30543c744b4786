/** Whether one version of Heed is newer than another; both as "1.2.3". */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [version, than].map((one) => one.split('.').map(Number));
  for (const [at, part] of (a ?? []).entries()) {
    const other = b?.[at] ?? 0;
    if (part !== other) return part > other;
  }
  return false;
}
