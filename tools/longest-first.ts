import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take minutes, the longest first. On a fresh clone Vitest knows only how large a file is, and these are small:
 * they would begin last, and then one core of two stands idle while one of them goes on alone.
 */
const LONG = [
  'journeys/screens-desk',
  'journeys/screens.test',
  'journeys/screens-roll',
  'journeys/screens-account',
  'journeys/screens-administration',
  'faults/server-killed',
  'journeys/screens-staff',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((name) => moduleId.includes(`/tests/${name}`));
  return place < 0 ? LONG.length : place;
};

/** Vitest's own order, but for the files that are known to be long. It keeps to the order of groups by itself. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
