import type { OtherConcern } from '../concern-links';
import { concernWords } from './concern';

type Whom = Pick<OtherConcern, 'about'> & {
  readonly pupils: readonly { readonly name: string; readonly hidden: boolean }[];
};

/** Concerns that belong together. */
export const linkWords = {
  title: 'Linked concerns',
  concern: (reference: string): string => `Concern ${reference}`,
  /** whom another concern is about */
  about: ({ pupils, about }: Whom): string =>
    [...(about ?? []), ...pupils.map(({ name, hidden }) => (hidden ? concernWords.anotherPupil : name))].join(
      ', ',
    ),
};
