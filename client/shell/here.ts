import { readDevice } from '../../offline/vault/device';

/** What this browser is to the school, as far as the shell cares. */
export interface Here {
  enrolled: boolean;
  /** other people use it as well: it locks itself */
  shared: boolean;
}

/** Looks into the vault. A vault that cannot be opened is no enrolled device: the rest of Heed still works. */
export async function readHere(): Promise<Here> {
  try {
    const device = await readDevice();
    return { enrolled: device !== null, shared: device?.shared ?? false };
  } catch {
    return { enrolled: false, shared: false };
  }
}
