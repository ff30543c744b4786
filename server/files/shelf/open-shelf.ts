import type { Settings } from '../../env';
import { BucketShelf } from './bucket-shelf';
import { FolderShelf } from './folder-shelf';
import type { Shelf } from './shelf';

/** The shelf that FILES_URL names. */
export function openShelf({ bucket, filesDir }: Pick<Settings, 'bucket' | 'filesDir'>): Shelf {
  return bucket ? new BucketShelf(bucket) : new FolderShelf(filesDir);
}
