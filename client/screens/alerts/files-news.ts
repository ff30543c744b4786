import type { ShownFile } from '../../../protocol/concern-files';
import type { Concern, ConcernNews } from '../../../protocol/concerns';

type FileNews = NonNullable<ConcernNews['files']>;

/**
 * A concern with its files, and those of its actions, as far as they have come by now.
 * @returns the concern, or null where nothing is new; and how many files have come since it was read
 */
export function withNews(concern: Concern, news: FileNews): [Concern | null, number] {
  const known = new Map(news.map((file) => [file.fileId, file]));
  let changed = 0;
  let come = 0;
  const later = (file: ShownFile): ShownFile => {
    const now = known.get(file.fileId);
    if (!now || (now.state === file.state && now.held?.found === file.held?.found)) return file;
    changed += 1;
    if (now.state === 'here' && file.state !== 'here') come += 1;
    return { name: file.name, size: file.size, ...now };
  };
  const files = concern.files?.map(later);
  const history = concern.history.map((one) => (one.files ? { ...one, files: one.files.map(later) } : one));
  return [changed > 0 ? { ...concern, ...(files ? { files } : {}), history } : null, come];
}
