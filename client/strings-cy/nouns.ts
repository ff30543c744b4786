import { counted } from '../../protocol/words-cy/language';

/** What Heed counts, as it stands after a number. */
export const records = (count: number): string =>
  counted(count, { plain: 'cofnod', two: 'gofnod', few: 'chofnod', many: 'chofnod' });

export const drafts = (count: number): string =>
  counted(count, { plain: 'drafft', two: 'ddrafft', few: 'drafft', many: 'drafft' });

export const people = (count: number): string =>
  counted(count, { plain: 'person', two: 'berson', few: 'pherson', many: 'pherson' });

export const colleagues = (count: number): string =>
  counted(count, { plain: 'cydweithiwr', two: 'gydweithiwr', few: 'chydweithiwr', many: 'chydweithiwr' });

export const pupils = (count: number): string =>
  counted(count, { plain: 'disgybl', two: 'ddisgybl', few: 'disgybl', many: 'disgybl' });

export const alerts = (count: number): string =>
  counted(count, { plain: 'rhybudd', two: 'rybudd', few: 'rhybudd', many: 'rhybudd' });

export const tablets = (count: number): string =>
  counted(count, { plain: 'tabled', two: 'dabled', few: 'thabled', many: 'thabled' });

export const digits = (count: number): string =>
  counted(count, { plain: 'digid', two: 'ddigid', few: 'digid', many: 'digid' });

export const files = (count: number): string =>
  counted(count, { plain: 'ffeil', two: 'ffeil', few: 'ffeil', many: 'ffeil' });

export const seconds = (count: number): string =>
  counted(count, { plain: 'eiliad', two: 'eiliad', few: 'eiliad', many: 'eiliad' });

export const minutes = (count: number): string =>
  counted(count, { plain: 'munud', two: 'funud', few: 'munud', many: 'munud' });

export const actions = (count: number): string =>
  counted(count, {
    plain: 'cam gweithredu',
    two: 'gam gweithredu',
    few: 'cham gweithredu',
    many: 'cham gweithredu',
  });
