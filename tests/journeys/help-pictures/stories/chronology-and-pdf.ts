import { PEOPLE } from '../picture-school';
import type { Story } from '../story';

/** The lead gets a child's chronology ready for a meeting. */
export const chronologyAndPdf: Story = {
  walk: 'chronology-and-pdf',
  size: 'desk',
  open: async (school) => {
    const page = await school.atDesk('/alerts', PEOPLE.lead);
    await page.locator('a.alert-row', { hasText: 'Joany' }).first().click();
    return page;
  },
  steps: [
    ['chronology-name', (page) => Promise.resolve(page.locator('a.pupil-link').first())],
    [
      'chronology-page',
      async (page) => {
        await page.locator('a.pupil-link').first().click();
        await page.getByRole('heading', { level: 1, name: /Joany/ }).waitFor();
        return page.locator('.entry-head').first();
      },
    ],
    [
      'chronology-filter',
      async (page) => {
        await page.getByRole('button', { name: 'Filter', exact: true }).click();
        return page.getByLabel('Category', { exact: true });
      },
    ],
    [
      'chronology-choose',
      async (page) => {
        const kind = page.locator('label.kind-tick', { hasText: 'Taken by a lead' });
        await kind.click();
        return kind;
      },
    ],
    ['chronology-button', (page) => Promise.resolve(page.getByRole('button', { name: 'Download PDF' }))],
    [
      'chronology-names',
      async (page) => {
        await page.getByRole('button', { name: 'Download PDF' }).click();
        const letters = page.locator('label', { hasText: 'Other pupils as Pupil B' });
        await letters.click();
        return letters;
      },
    ],
    [
      'chronology-saved',
      async (page) => {
        const saving = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download', exact: true }).click();
        await saving;
        return page.getByText(/^Saved as/);
      },
    ],
  ],
};
