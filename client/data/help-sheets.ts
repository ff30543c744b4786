import type { HelpFile } from '../../protocol/help-sheets';

let loading: Promise<HelpFile> | null = null;

/**
 * Everything that help says. An installed Heed has the file here, so that it is there without a network too.
 * @throws when it is neither here nor to be had
 */
export function loadSheets(): Promise<HelpFile> {
  loading ??= fetchSheets().catch((fault: unknown) => {
    loading = null;
    throw fault;
  });
  return loading;
}

async function fetchSheets(): Promise<HelpFile> {
  const answer = await fetch('/help/sheets.json');
  if (!answer.ok) throw new Error(`help answered ${String(answer.status)}`);
  return (await answer.json()) as HelpFile;
}
