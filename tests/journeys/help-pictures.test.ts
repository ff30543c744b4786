import { afterAll, beforeAll, expect, test } from 'vitest';
import { picturesOf } from '../../protocol/help-sheets';
import { helpFile } from '../../tools/help/read-sheets';
import { PictureSchool } from './help-pictures/picture-school';
import { stories } from './help-pictures/stories';
import { sheetStories } from './help-pictures/stories/sheets';
import { walk } from './help-pictures/walk';

const closings: (() => Promise<void>)[] = [];
let school: PictureSchool;

beforeAll(async () => {
  school = await PictureSchool.open((close) => closings.unshift(close));
});

afterAll(async () => {
  for (const close of closings) await close();
});

test('every walk-through of help is walked here', () => {
  expect(stories.map((story) => story.walk)).toEqual(helpFile().walks.map(({ id }) => id));
});

test.each(stories)('somebody who follows “$walk” step by step comes to its end', async (story) => {
  const steps = helpFile().walks.find(({ id }) => id === story.walk)?.steps ?? [];
  expect(story.steps.map(([picture]) => `${picture}.png`)).toEqual(steps.map(({ picture }) => picture.file));
  await walk(school, story);
  expect(school.complaints).toEqual([]);
});

test('every picture of a sheet that stands in no walk-through is taken here', () => {
  const walked = new Set(stories.flatMap(({ steps }) => steps.map(([picture]) => picture)));
  const shown = helpFile().sheets.flatMap(({ id, blocks }) =>
    picturesOf(blocks).map(({ file }) => [id, file.replace(/\.png$/, '')] as const),
  );
  const taken = sheetStories.flatMap(({ sheet, steps }) =>
    steps.map(([picture]) => [sheet, picture] as const),
  );
  expect(taken.toSorted()).toEqual(shown.filter(([, picture]) => !walked.has(picture)).toSorted());
});

test.each(sheetStories)('the screens that “$sheet” shows are there', async (story) => {
  await walk(school, story);
  expect(school.complaints).toEqual([]);
});
