import type { SavedView } from '../../protocol/saved-views';
import { call } from './call';

type Look = Omit<SavedView, 'id'>;

/** The ways to look at the alerts that this person has named. @throws CallFault */
export async function readSavedViews(): Promise<readonly SavedView[]> {
  return (await call('listSavedViews')).views;
}

/** Names one, or gives it another name. @throws CallFault */
export async function saveView(id: string, look: Look): Promise<readonly SavedView[]> {
  return (await call('saveView', { params: { id }, body: look })).views;
}

/** @throws CallFault */
export async function removeView(id: string): Promise<readonly SavedView[]> {
  return (await call('removeView', { params: { id } })).views;
}
