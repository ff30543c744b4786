import { readDevice } from '../../offline/vault/device';
import { readKeptBoard } from '../unlock/board';

/** What this browser is to the school, as far as the shell cares. */
export interface Here {
  enrolled: boolean;
  /** other people use it as well: it locks itself */
  shared: boolean;
  /** as the device last heard it; empty before */
  schoolName: string;
}

/** Looks into the vault. A vault that cannot be opened is no enrolled device: the rest of Heed still works. */
export async function readHere(): Promise<Here> {
  try {
    const device = await readDevice();
    const schoolName = (await readKeptBoard())?.schoolName ?? '';
    return { enrolled: device !== null, shared: device?.shared ?? false, schoolName };
  } catch {
    return { enrolled: false, shared: false, schoolName: '' };
  }
}
