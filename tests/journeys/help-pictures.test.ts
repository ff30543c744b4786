import { afterAll, beforeAll, expect, test } from 'vitest';
import { helpFile } from '../../tools/help/read-sheets';
import { PictureSchool } from './help-pictures/picture-school';
import { stories } from './help-pictures/stories';
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
