import type { HelpFile } from '../../protocol/help-sheets';
import type { LicencesFile } from '../../protocol/licences';

let loading: Promise<HelpFile> | null = null;

/**
 * Everything that help says. An installed Heed has the file here, so that it is there without a network too.
 * @throws when it is neither here nor to be had
 */
export function loadSheets(): Promise<HelpFile> {
  loading ??= fetchJson<HelpFile>('/help/sheets.json').catch((fault: unknown) => {
    loading = null;
    throw fault;
  });
  return loading;
}

/** Whose work Heed is made of: too much to be kept on every tablet. @throws when it is not to be had */
export const loadLicences = (): Promise<LicencesFile> => fetchJson('/help/licences.json');

async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${String(answer.status)}`);
  return (await answer.json()) as T;
}
